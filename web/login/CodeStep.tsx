import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { giveCode } from '../api/account.js';
import { isProblem } from '../api/problem.js';
import { session } from '../api/queries.js';
import { useWords } from '../parts/words.js';
import { Entry, textOf } from './Entry.js';

/** The second step: a code of the authenticator app, or a recovery code. */
export function CodeStep({ back }: { back: () => void }) {
  const { t, problem } = useWords();
  const queries = useQueryClient();
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const code = textOf(form, 'code').trim();
    setMissing(!code);
    setFailure(undefined);
    if (!code) return form.querySelector<HTMLInputElement>('#code')?.focus();
    setBusy(true);
    try {
      queries.setQueryData(session.queryKey, await giveCode(code));
    } catch (error) {
      // the password is too long ago: once more from the beginning
      if (isProblem(error) && error.code === 'unauthenticated') return back();
      setFailure(error);
      setBusy(false);
      form.querySelector<HTMLInputElement>('#code')?.select();
    }
  };

  return (
    <>
      <h1>{t('signIn.codeTitle')}</h1>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <p>{t('signIn.codeLead')}</p>
        {failure !== undefined && <Alert type="error" showIcon role="alert" title={problem(failure)} />}
        <Entry
          name="code"
          label={t('signIn.code')}
          autoComplete="one-time-code"
          autoFocus
          missing={missing ? t('signIn.missingCode') : undefined}
        />
        <Button type="primary" htmlType="submit" size="large" loading={busy}>
          {t('signIn.submitCode')}
        </Button>
        <Button type="link" onClick={back}>
          {t('signIn.back')}
        </Button>
      </form>
    </>
  );
}
