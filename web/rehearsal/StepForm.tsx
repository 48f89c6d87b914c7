import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Form, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { commandShapes } from '../api/queries.js';
import type { Rulebook } from '../api/shapes.js';
import { usePhone } from '../app/preferences.js';
import { lacksWords } from '../complaint/form/asked.js';
import { CommandField } from '../complaint/form/CommandField.js';
import { hidden, inputOf } from '../complaint/form/input.js';
import '../complaint/form/form.css';
import { Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { useStageLabels } from './cast.js';
import { standIn } from './standIn.js';
import type { Step } from './story.js';

interface Props {
  book: Rulebook;
  begin: Dayjs;
  after?: Dayjs;
  add: (step: Step) => void;
  close: () => void;
}

/** They need another complaint, or a file. */
const elsewhere = ['merge', 'unmerge', 'attach'];

/** One thing that somebody does, with the form of its command. */
export function StepForm({ book, begin, after, add, close }: Props) {
  const { t, term } = useWords();
  const phone = usePhone();
  const labels = useStageLabels(book.rulebook);
  const [form] = Form.useForm<Record<string, unknown>>();
  const { data: shapes, error, refetch } = useQuery(commandShapes);
  const [name, setName] = useState<string>();
  const possible = (shapes ?? []).filter((one) => !book.decisions[one.name]?.never && !elsewhere.includes(one.name));
  const shape = possible.find((one) => one.name === name);
  const may = shape ? (book.decisions[shape.name]?.by ?? shape.by) : [];

  const done = ({ when, role, ...values }: Record<string, unknown>) => {
    if (!shape) return;
    add({ at: (when as Dayjs).second(0), do: shape.name, as: role as string, with: inputOf(values, shape, book.zone) });
    close();
  };
  const roles = Object.keys(labels.roles).filter((role) => role !== 'admin');
  return (
    <Drawer
      open
      onClose={close}
      title={t('rehearsal.add')}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '88%' : 480}
      rootClassName="command-drawer"
      footer={
        <div className="form-buttons">
          <Button onClick={close}>{t('form.cancel')}</Button>
          <Button type="primary" disabled={!shape} onClick={() => form.submit()}>
            {t('rehearsal.add')}
          </Button>
        </div>
      }
    >
      {error && !shapes && <Failure error={error} retry={() => void refetch()} />}
      {!error && !shapes && <Loading />}
      {shapes && (
        <Form
          form={form}
          name="step"
          layout="vertical"
          requiredMark={false}
          initialValues={{ when: (after ?? begin).add(1, 'hour') }}
          onFinish={done}
        >
          <Form.Item label={t('rehearsal.what')} htmlFor="step-what">
            <Select
              id="step-what"
              autoFocus
              value={name}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(next: string) => {
                const chosen = possible.find((one) => one.name === next);
                setName(next);
                form.setFieldValue('role', (book.decisions[next]?.by ?? chosen?.by)?.[0]);
              }}
              options={possible.map((one) => ({ value: one.name, label: term('command', one.name) }))}
            />
          </Form.Item>
          <Form.Item
            name="role"
            label={t('rehearsal.as')}
            extra={may.length > 0 && t('rehearsal.may', { roles: may.map((one) => term('role', one)).join(' · ') })}
            rules={[{ required: true, message: t('form.choose', { field: t('rehearsal.as') }) }]}
          >
            <Select options={roles.map((value) => ({ value, label: term('role', value) }))} />
          </Form.Item>
          <Form.Item
            name="when"
            label={t('rehearsal.when')}
            rules={[{ required: true, message: t('rehearsal.needAt') }]}
          >
            <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" minDate={begin} needConfirm={false} />
          </Form.Item>
          {shape &&
            Object.entries(shape.input)
              .filter(([field]) => !lacksWords(shape.name, field, book) && !hidden(shape.name, field))
              .map(([field, kind]) => (
                <CommandField
                  key={`${shape.name} ${field}`}
                  command={shape.name}
                  name={field}
                  field={kind}
                  complaint={standIn(book)}
                  labels={labels}
                  earliest={begin}
                />
              ))}
        </Form>
      )}
    </Drawer>
  );
}
