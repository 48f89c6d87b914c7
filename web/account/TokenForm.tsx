import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal, Radio, Typography } from 'antd';
import { type GrantedToken, grantToken, tokens } from '../api/account.js';
import { now } from '../api/clock.js';
import { useSession } from '../app/session.js';
import { Checks } from '../parts/Checks.js';
import { useWords } from '../parts/words.js';

const scopes = ['read', 'file', 'commands', 'codec'] as const;
const terms = [30, 90, 365]; // days
const day = 86_400_000; // ms

interface Values {
  name: string;
  scopes: (typeof scopes)[number][];
  days: number;
}

/** Makes a token, and shows it once. */
export function TokenForm({ close }: { close: () => void }) {
  const { t, term, problem } = useWords();
  const queries = useQueryClient();
  const { user } = useSession();
  const [form] = Form.useForm<Values>();
  // auditors alone decode
  const offered = scopes.filter((scope) => scope !== 'codec' || user.roles.includes('auditor'));
  const grant = useMutation({
    mutationFn: ({ name, scopes: chosen, days }: Values): Promise<GrantedToken> =>
      grantToken({ name, scopes: chosen, endsAt: new Date(now() + days * day).toISOString() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: tokens.queryKey }),
  });
  const required = { required: true, message: t('fault.required') };
  if (grant.data) {
    return (
      <Modal
        open
        title={t('account.tokens.shown')}
        mask={{ closable: false }}
        onCancel={close}
        footer={<Button onClick={close}>{t('account.close')}</Button>}
      >
        <p>{t('account.tokens.shownHint')}</p>
        <Typography.Paragraph copyable code className="account-token">
          {grant.data.token}
        </Typography.Paragraph>
      </Modal>
    );
  }
  return (
    <Modal
      open
      title={t('account.tokens.add')}
      onCancel={close}
      okText={t('account.tokens.grant')}
      cancelText={t('account.cancel')}
      confirmLoading={grant.isPending}
      onOk={() => form.submit()}
    >
      <Form
        name="token"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: '', scopes: ['read'], days: 90 }}
        onFinish={(values) => grant.mutate(values)}
      >
        <Form.Item name="name" label={t('account.tokens.name')} rules={[{ ...required, whitespace: true }]}>
          <Input maxLength={200} placeholder={t('account.tokens.nameExample')} />
        </Form.Item>
        <Form.Item name="scopes" label={t('account.tokens.scopes')} rules={[required]}>
          <Checks
            label={t('account.tokens.scopes')}
            options={offered.map((value) => ({ value, label: term('scope', value) }))}
          />
        </Form.Item>
        <Form.Item name="days" label={t('account.tokens.ends')}>
          <Radio.Group options={terms.map((n) => ({ value: n, label: t('account.tokens.days', { n }) }))} />
        </Form.Item>
        {grant.error && <Alert type="error" showIcon title={problem(grant.error)} />}
      </Form>
    </Modal>
  );
}
