import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { type Account, changePassword } from '../api/account.js';
import { isProblem } from '../api/problem.js';
import { session } from '../api/queries.js';
import { sayFault } from '../parts/faults.js';
import { useWords } from '../parts/words.js';

interface Values {
  before: string;
  password: string;
  again: string;
}

export function PasswordCard({ account: { hasPassword, leastLength, username } }: { account: Account }) {
  const words = useWords();
  const { t, problem } = words;
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const go = useNavigate();
  const change = useMutation({
    mutationFn: ({ before, password }: Values) => changePassword({ before, password }),
    onSuccess: async () => {
      form.resetFields();
      const first = queries.getQueryData(session.queryKey)?.mustChangePassword;
      await queries.invalidateQueries({ queryKey: session.queryKey });
      await queries.invalidateQueries({ queryKey: ['account'] });
      // whoever had to, came for something else
      if (first) await go('/', { replace: true });
    },
    onError: (error) => {
      if (!isProblem(error)) return;
      form.setFields(
        error.errors.map(({ path, message }) => ({ name: path as keyof Values, errors: [sayFault(message, words)] })),
      );
    },
  });
  const required = { required: true, message: t('fault.required') };
  const said = isProblem(change.error) && change.error.errors.length > 0;
  return (
    <section className="card account-card">
      <h2>{t('account.password.title')}</h2>
      {!hasPassword && <p className="account-lead">{t('account.password.none')}</p>}
      {hasPassword && (
        <Form
          name="own"
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(values) => change.mutate(values)}
        >
          <p className="account-lead">{t('account.password.hint', { n: leastLength })}</p>
          {/* so that password managers know whose it is */}
          <input
            className="account-hidden"
            autoComplete="username"
            value={username}
            readOnly
            tabIndex={-1}
            aria-hidden
          />
          <Form.Item name="before" label={t('account.own')} rules={[required]}>
            <Input.Password autoComplete="current-password" maxLength={1_000} />
          </Form.Item>
          <Form.Item name="password" label={t('account.password.next')} rules={[required]}>
            <Input.Password autoComplete="new-password" maxLength={200} />
          </Form.Item>
          <Form.Item
            name="again"
            label={t('account.password.again')}
            dependencies={['password']}
            rules={[
              required,
              ({ getFieldValue }) => ({
                validator: (_, value) =>
                  !value || value === getFieldValue('password')
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('account.password.differ'))),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" maxLength={200} />
          </Form.Item>
          {change.isSuccess && <Alert type="success" showIcon title={t('account.password.done')} />}
          {change.error && !said && <Alert type="error" showIcon title={problem(change.error)} />}
          <Button htmlType="submit" loading={change.isPending}>
            {t('account.password.submit')}
          </Button>
        </Form>
      )}
    </section>
  );
}
