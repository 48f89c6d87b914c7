import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useBlocker } from 'react-router';
import { isProblem } from '../api/problem.js';
import { projects as projectsQuery, rulebook } from '../api/queries.js';
import type { Answer, Intake } from '../api/shapes.js';
import { zh as known } from '../language/zh/index.js';
import { Optional } from '../parts/Optional.js';
import { type Wrong, WrongFields } from '../parts/WrongFields.js';
import { useWords } from '../parts/words.js';
import { DutyNow } from './DutyNow.js';
import { MoreFields } from './MoreFields.js';
import { sender } from './send.js';
import { trimmed } from './trimmed.js';
import { WhoFields } from './WhoFields.js';
import { sayFault } from '../parts/faults.js';
import { momentOf } from '../parts/moment.js';
import { Similar } from '../matter/Similar.js';
import type { Dayjs } from 'dayjs';

const lastProject = 'huiyin.project';

interface Values extends Record<string, unknown> {
  project?: string;
  isLate?: boolean;
  arrivedAt?: Dayjs;
}

export function FileForm({ done }: { done: (answer: Answer) => void }) {
  const words = useWords();
  const { t, term, from, problem } = words;
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const { data: projects } = useQuery(projectsQuery);
  const project = Form.useWatch('project', form);
  const book = projects?.find(({ id }) => id === project)?.rulebook ?? projects?.[0]?.rulebook;
  const { data: rules } = useQuery({ ...rulebook(book ?? ''), enabled: Boolean(book) });
  const [send] = useState(sender);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Wrong>();
  const dirty = useRef(false);
  const queries = useQueryClient();
  useLeaveGuard(dirty, t('file.leave'));
  useUsualProject(form, projects);

  const submit = async ({ isLate, arrivedAt, ...values }: Values) => {
    setBusy(true);
    setWrong(undefined);
    try {
      const late = isLate && arrivedAt ? { arrivedAt: momentOf(arrivedAt, rules?.zone) } : {};
      const answer = await send(trimmed({ ...values, ...late }) as Intake);
      dirty.current = false;
      remember(values.project);
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      void queries.invalidateQueries({ queryKey: ['complaints'] });
      done(answer);
    } catch (error) {
      const faults = isProblem(error) ? error.errors : [];
      const errors = faults.map(({ path, message }) => ({ path, message: sayFault(message, words) }));
      form.setFields(errors.map(({ path, message }) => ({ name: path.split('.'), errors: [message] })));
      setWrong({
        message: problem(error),
        fields: errors.map(({ path, message }) => ({ id: path.replace('.', '_'), message })),
      });
      scrollTo({ top: 0 });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true, block: 'center' }}
      initialValues={{ channel: 'phone' }}
      onValuesChange={() => (dirty.current = true)}
      onFinish={(values) => void submit(values)}
      onFinishFailed={({ errorFields }) =>
        setWrong({
          message: t('file.errors', { count: errorFields.length }),
          fields: errorFields.map(({ name, errors }) => ({ id: name.join('_'), message: errors[0] ?? '' })),
        })
      }
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
      }}
      className="card file-form"
    >
      {wrong && <WrongFields wrong={wrong} />}
      <DutyNow rulebook={book ?? undefined} clauses={rules?.clauses} />
      <fieldset>
        <legend>{t('file.said')}</legend>
        <div className="pair">
          <Form.Item
            name="project"
            label={t('file.project')}
            rules={[{ required: true, message: t('file.needProject') }]}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              loading={!projects}
              options={projects?.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item
            name="channel"
            label={t('file.channel')}
            rules={[{ required: true, message: t('file.needChannel') }]}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={Object.keys(known.channel).map((value) => ({ value, label: term('channel', value) }))}
            />
          </Form.Item>
        </div>
        <Form.Item
          name="text"
          label={t('file.text')}
          extra={t('file.textHint')}
          rules={[{ required: true, whitespace: true, message: t('file.needText') }]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 5, maxRows: 16 }} maxLength={20_000} />
        </Form.Item>
        <SimilarTo
          form={form}
          project={project}
          kept={(number) => {
            void message.success(t('again.sameDone', { number }), 6);
            form.resetFields(['text', 'category', 'complainant', 'people', 'remedySought', 'accused']);
            dirty.current = false;
            document.getElementById('text')?.focus();
          }}
        />
        <Form.Item name="category" label={<Optional label={t('file.category')} />} extra={t('file.categoryHint')}>
          <Select
            allowClear
            options={Object.keys(rules?.categories ?? {}).map((value) => ({
              value,
              label: from(rules?.categories, value),
            }))}
          />
        </Form.Item>
      </fieldset>
      <WhoFields />
      <MoreFields letters={rules?.title && !rules.title.zh ? 'en' : 'zh'} />
      <div className="file-end">
        <Button type="primary" htmlType="submit" size="large" loading={busy}>
          {t('file.submit')}
        </Button>
        <span className="faint">Ctrl + Enter</span>
      </div>
    </Form>
  );
}

interface SimilarProps {
  form: ReturnType<typeof Form.useForm<Values>>[0];
  project?: string;
  kept: (number: string) => void;
}

/** Reads along while it is typed. */
function SimilarTo({ form, project, kept }: SimilarProps) {
  const text = Form.useWatch('text', form) as string | undefined;
  const category = Form.useWatch('category', form) as string | undefined;
  const room = Form.useWatch(['complainant', 'room'], form) as string | undefined;
  return <Similar project={project} text={text} category={category} room={room?.trim() || undefined} kept={kept} />;
}

function remember(project: string | undefined): void {
  try {
    if (project) localStorage.setItem(lastProject, project);
  } catch {
    // private windows may keep nothing
  }
}

/** The only project, or the one of last time. */
function useUsualProject(
  form: ReturnType<typeof Form.useForm<Values>>[0],
  projects: { id: string }[] | undefined,
): void {
  useEffect(() => {
    if (!projects || form.getFieldValue('project')) return;
    const known = (id: string | null) => projects.find((one) => one.id === id)?.id;
    const usual = projects.length === 1 ? projects[0]?.id : known(localStorage.getItem(lastProject));
    if (usual) form.setFieldValue('project', usual);
  }, [form, projects]);
}

/** Asks before what was written is lost. */
function useLeaveGuard(dirty: { current: boolean }, question: string): void {
  const blocker = useBlocker(() => dirty.current);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (confirm(question)) blocker.proceed();
    else blocker.reset();
  }, [blocker, question]);
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => dirty.current && event.preventDefault();
    addEventListener('beforeunload', leaving);
    return () => removeEventListener('beforeunload', leaving);
  }, [dirty]);
}
