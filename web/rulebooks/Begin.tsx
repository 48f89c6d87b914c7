import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Modal, Select } from 'antd';
import { useNavigate } from 'react-router';
import { isProblem } from '../api/problem.js';
import { beginRulebook, version as versionQuery } from '../api/versions.js';
import { useWords } from '../parts/words.js';
import { type Begun, begunFrom } from './began.js';

interface Base {
  id: string;
  version: number;
  title: string;
}

interface Values extends Begun {
  base: string;
  why: string;
}

/** A rulebook of one's own: which one it begins as a copy of, what it is called, why it is written. */
export function Begin({ bases, close }: { bases: Base[]; close: () => void }) {
  const { t, problem } = useWords();
  const [form] = Form.useForm<Values>();
  const go = useNavigate();
  const queries = useQueryClient();
  const begin = useMutation({
    mutationFn: async ({ base, why, ...begun }: Values) => {
      const from = bases.find(({ id }) => id === base);
      const { text } = await queries.fetchQuery(versionQuery(base, from?.version ?? 1));
      return beginRulebook(begunFrom(text, begun), why.trim());
    },
    onSuccess: async ({ id, version }) => {
      await queries.invalidateQueries({ queryKey: ['rulebooks'] });
      await go(`/rulebooks/${id}/versions/${version}`);
    },
  });
  const required = [{ required: true, whitespace: true, message: t('people.required') }];
  return (
    <Modal
      open
      title={t('versions.new')}
      okText={t('versions.begin')}
      cancelText={t('form.cancel')}
      okButtonProps={{ htmlType: 'submit', form: 'begin-rulebook', loading: begin.isPending }}
      onCancel={close}
    >
      <p className="faint dialog-lead">{t('versions.newLead')}</p>
      <Form<Values>
        id="begin-rulebook"
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => begin.mutate(values)}
      >
        <Form.Item name="base" label={t('versions.base')} rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={bases.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
          />
        </Form.Item>
        <Form.Item
          name="id"
          label={t('versions.newId')}
          extra={t('versions.newIdHint')}
          normalize={(typed: string) => typed.toUpperCase().trim()}
          rules={[{ required: true, pattern: /^[A-Z][A-Z0-9]{1,9}$/, message: t('versions.newIdHint') }]}
        >
          <Input maxLength={10} autoComplete="off" />
        </Form.Item>
        <Form.Item name="zh" label={t('versions.newTitle')} rules={required}>
          <Input maxLength={120} placeholder={t('versions.newTitleExample')} />
        </Form.Item>
        <Form.Item name="en" label={t('versions.newTitleEn')}>
          <Input maxLength={160} />
        </Form.Item>
        <Form.Item name="source" label={t('versions.newSource')}>
          <Input maxLength={160} placeholder={t('versions.newSourceExample')} />
        </Form.Item>
        <Form.Item name="why" label={t('versions.newWhy')} rules={required}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
        </Form.Item>
        {begin.error && <Alert type="error" showIcon title={problem(begin.error)} description={linesOf(begin.error)} />}
      </Form>
    </Modal>
  );
}

const linesOf = (error: unknown): string =>
  isProblem(error) ? error.errors.map(({ path, message }) => `${path} ${message}`).join('\n') : '';
