import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { client, data } from '../api/client.js';
import { isProblem } from '../api/problem.js';
import { session } from '../api/queries.js';
import { Mark } from '../app/Logo.js';
import { switchLanguage } from '../language/index.js';
import { useWords } from '../parts/words.js';
import './login.css';

export function Login() {
  const { t, zh } = useWords();
  const [search] = useSearchParams();
  const { data: current } = useQuery(session);
  if (current) return <Navigate to={safe(search.get('next'))} replace />;
  return (
    <div className="login">
      <header>
        <Mark size={36} />
        <div>
          <b>{t('brand.name')}</b>
          <span>{t('brand.motto')}</span>
        </div>
        <button type="button" lang={zh ? 'en' : 'zh-CN'} onClick={() => switchLanguage(zh ? 'en' : 'zh')}>
          {t('user.language')}
        </button>
      </header>
      <main>
        <h1>{t('login.title')}</h1>
        <SignIn />
      </main>
    </div>
  );
}

/** Only to a place of ours. */
const safe = (next: string | null): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');

function textOf(given: FormData, name: string): string {
  const value = given.get(name);
  return typeof value === 'string' ? value : '';
}

function SignIn() {
  const { t, problem } = useWords();
  const queries = useQueryClient();
  const [missing, setMissing] = useState<string[]>([]);
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const username = textOf(given, 'username').trim();
    const password = textOf(given, 'password');
    const blank = [...(username ? [] : ['username']), ...(password ? [] : ['password'])];
    setMissing(blank);
    setFailure(undefined);
    if (blank[0]) return form.current?.querySelector<HTMLInputElement>(`#${blank[0]}`)?.focus();
    setBusy(true);
    try {
      const signedIn = await data(client.POST('/api/session', { body: { username, password } }));
      queries.setQueryData(session.queryKey, signedIn);
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
      <Entry name="username" autoComplete="username" missing={missing.includes('username')} />
      <Entry name="password" type="password" autoComplete="current-password" missing={missing.includes('password')} />
      <Button type="primary" htmlType="submit" size="large" loading={busy}>
        {t('login.submit')}
      </Button>
    </form>
  );
}

interface EntryProps {
  name: 'username' | 'password';
  type?: string;
  autoComplete: string;
  missing: boolean;
}

function Entry({ name, type, autoComplete, missing }: EntryProps) {
  const { t } = useWords();
  return (
    <div className={missing ? 'entry wrong' : 'entry'}>
      <label htmlFor={name}>{t(`login.${name}`)}</label>
      {missing && (
        <p id={`${name}-error`} className="entry-error">
          {t(name === 'username' ? 'login.missingUsername' : 'login.missingPassword')}
        </p>
      )}
      <Input
        id={name}
        name={name}
        type={type}
        size="large"
        autoComplete={autoComplete}
        autoFocus={name === 'username'}
        autoCapitalize="none"
        spellCheck={false}
        status={missing ? 'error' : undefined}
        aria-invalid={missing}
        aria-describedby={missing ? `${name}-error` : undefined}
      />
    </div>
  );
}
