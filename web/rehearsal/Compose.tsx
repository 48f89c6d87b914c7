import { PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { Rulebook } from '../api/shapes.js';
import { zh as known } from '../language/zh/index.js';
import { Optional } from '../parts/Optional.js';
import { useWords, type WordsInUse } from '../parts/words.js';
import { StepForm } from './StepForm.js';
import { Steps } from './Steps.js';
import { type Beginning, facts, horizons, type Step, storylineOf } from './story.js';

interface Props {
  book: Rulebook;
  play: (storyline: Record<string, unknown>) => void;
}

export function Compose({ book, play }: Props) {
  const words = useWords();
  const { t, term, label } = words;
  const [form] = Form.useForm<Beginning>();
  const [steps, setSteps] = useState<Step[]>([]);
  const [adding, setAdding] = useState(false);
  const at = Form.useWatch('at', form) as Dayjs | undefined;
  const options = (list: string, ids: readonly string[]) => ids.map((value) => ({ value, label: term(list, value) }));
  const add = (step: Step) => setSteps((all) => [...all, step].sort((a, b) => a.at.valueOf() - b.at.valueOf()));
  const begun = (begin: Beginning) =>
    play(storylineOf({ ...begin, at: begin.at.second(0) }, steps, book, t('rehearsal.own')));

  return (
    <>
      <Form<Beginning>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="card part rehearsal-form"
        initialValues={{
          at: dayjs(),
          channel: 'phone',
          receivedBy: 'project',
          horizon: 'quarter',
          text: t('rehearsal.sample'),
        }}
        onFinish={begun}
        scrollToFirstError={{ focus: true }}
      >
        <h2>{t('rehearsal.beginning')}</h2>
        <div className="rehearsal-fields">
          <Form.Item name="channel" label={t('file.channel')}>
            <Select options={options('channel', Object.keys(known.channel))} />
          </Form.Item>
          <Form.Item name="category" label={<Optional label={t('file.category')} />}>
            <Select
              allowClear
              options={Object.entries(book.categories ?? {}).map(([value, one]) => ({
                value,
                label: label(one, value),
              }))}
            />
          </Form.Item>
          <Form.Item name="receivedBy" label={t('rehearsal.receivedBy')}>
            <Select options={options('tier', Object.keys(known.tier))} />
          </Form.Item>
          <Form.Item
            name="at"
            className="when"
            label={t('rehearsal.at')}
            rules={[{ required: true, message: t('rehearsal.needAt') }]}
          >
            <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" needConfirm={false} />
          </Form.Item>
          <Form.Item name="people" label={<Optional label={t('complaint.people')} />}>
            <InputNumber min={1} max={9999} />
          </Form.Item>
          <Form.Item name="facts" label={<Optional label={t('rehearsal.facts')} />}>
            <Select mode="multiple" options={facts.map((value) => ({ value, label: sayFact(value, words) }))} />
          </Form.Item>
          <Form.Item
            name="text"
            label={t('file.text')}
            className="wide"
            rules={[{ required: true, whitespace: true, message: t('file.needText') }]}
          >
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={2000} />
          </Form.Item>
        </div>
        <h2>{t('rehearsal.steps')}</h2>
        {steps.length === 0 && <p className="rehearsal-nobody">{t('rehearsal.nobody')}</p>}
        <Steps steps={steps} change={setSteps} zone={book.zone} />
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => setAdding(true)}>
          {t('rehearsal.add')}
        </Button>
        <div className="rehearsal-play">
          <Form.Item name="horizon" label={t('rehearsal.horizon')}>
            <Select
              options={Object.keys(horizons).map((value) => ({ value, label: t(`rehearsal.horizons.${value}`) }))}
            />
          </Form.Item>
          <Button type="primary" size="large" htmlType="submit">
            {t(steps.length ? 'rehearsal.play' : 'rehearsal.playNobody')}
          </Button>
        </div>
      </Form>
      {adding && (
        <StepForm book={book} begin={at ?? dayjs()} after={steps.at(-1)?.at} add={add} close={() => setAdding(false)} />
      )}
    </>
  );
}

function sayFact(fact: string, { term, zh }: WordsInUse): string {
  const [name = '', value] = fact.split(':');
  if (!value) return term('fact', name);
  return zh ? term(name, value) : `${term('fact', name)} ${term(name, value)}`;
}
