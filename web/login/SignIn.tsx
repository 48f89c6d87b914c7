import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { logIn } from '../api/account.js';
import { isProblem } from '../api/problem.js';
import { session } from '../api/queries.js';
import { useWords } from '../parts/words.js';
import { Entry, textOf } from './Entry.js';

/** User name and password; `half` is called when a code is still to come. */
export function SignIn({ half }: { half: () => void }) {
  const { t, problem } = useWords();
  const queries = useQueryClient();
  const [missing, setMissing] = useState<string[]>([]);
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const username = textOf(event.currentTarget, 'username').trim();
    const password = textOf(event.currentTarget, 'password');
    const blank = [...(username ? [] : ['username']), ...(password ? [] : ['password'])];
    setMissing(blank);
    setFailure(undefined);
    if (blank[0]) return form.current?.querySelector<HTMLInputElement>(`#${blank[0]}`)?.focus();
    setBusy(true);
    try {
      const signedIn = await logIn({ username, password });
      if (signedIn) queries.setQueryData(session.queryKey, signedIn);
      else half();
    } catch (error) {
      setFailure(error);
      setBusy(false);
      form.current?.querySelector<HTMLInputElement>('#password')?.select();
    }
  };

  const wrong = isProblem(failure) && failure.status === 401;
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      {failure !== undefined && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('login.problem')}
          description={wrong ? t('login.wrong') : problem(failure)}
        />
      )}
      <Entry
        name="username"
        label={t('login.username')}
        autoComplete="username"
        autoFocus
        missing={missing.includes('username') ? t('login.missingUsername') : undefined}
      />
      <Entry
        name="password"
        label={t('login.password')}
        type="password"
        autoComplete="current-password"
        missing={missing.includes('password') ? t('login.missingPassword') : undefined}
      />
      <Button type="primary" htmlType="submit" size="large" loading={busy}>
        {t('login.submit')}
      </Button>
    </form>
  );
}
