import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Tag } from 'antd';
import { useState } from 'react';
import { type Person, setEmail } from '../api/organisation.js';
import { useWords } from '../parts/words.js';

/** The address by which an account of the identity provider is found. */
export function EmailLine({ person: { id, email, emailVerified } }: { person: Person }) {
  const { t, problem, colon } = useWords();
  const queries = useQueryClient();
  const [changing, setChanging] = useState(false);
  const save = useMutation({
    mutationFn: (next: string) => setEmail(id, next.trim() || null),
    onSuccess: () => setChanging(false),
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  if (!changing) {
    return (
      <p>
        {t('people.email') + colon + (email ?? t('people.noEmail'))}{' '}
        {email !== null && (
          <Tag {...(emailVerified ? { color: 'success' } : {})}>
            {t(emailVerified ? 'people.emailVerified' : 'people.emailUnverified')}
          </Tag>
        )}
        <Button type="link" size="small" onClick={() => setChanging(true)}>
          {t('people.changeEmail')}
        </Button>
      </p>
    );
  }
  return (
    <Form<{ email: string }>
      layout="vertical"
      className="email-line"
      requiredMark={false}
      initialValues={{ email: email ?? '' }}
      onFinish={(values) => save.mutate(values.email)}
    >
      <Form.Item
        name="email"
        label={t('people.email')}
        extra={t('people.emailHint')}
        rules={[{ type: 'email', message: t('people.noAddress') }]}
      >
        <Input maxLength={254} autoFocus autoComplete="off" />
      </Form.Item>
      <div className="account-ways">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('organisation.save')}
        </Button>
        <Button onClick={() => setChanging(false)}>{t('organisation.cancel')}</Button>
      </div>
      {save.error && <Alert type="error" showIcon title={problem(save.error)} />}
    </Form>
  );
}
