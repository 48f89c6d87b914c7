import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { revokeToken, tokens } from '../api/account.js';
import { Failure, Loading } from '../parts/States.js';
import { sayMoment } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { TokenForm } from './TokenForm.js';

export function TokensCard() {
  const words = useWords();
  const { t, term, zh, problem } = words;
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const { data, error, isPending, refetch } = useQuery(tokens);
  const revoke = useMutation({
    mutationFn: revokeToken,
    onSettled: () => queries.invalidateQueries({ queryKey: tokens.queryKey }),
  });
  return (
    <section className="card account-card">
      <h2>{t('account.tokens.title')}</h2>
      <p className="account-lead">{t('account.tokens.lead')}</p>
      {isPending && <Loading />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {revoke.error && <Alert type="error" showIcon title={problem(revoke.error)} />}
      {data?.length === 0 && <p className="faint">{t('account.tokens.none')}</p>}
      <ul className="account-list">
        {data?.map(({ id, name, scopes, endsAt, lastUsedAt }) => (
          <li key={id}>
            <span>
              <b>{name}</b>
              <small>
                {scopes.map((scope) => term('scope', scope)).join(zh ? '、' : ', ')}
                {endsAt && ` · ${t('account.tokens.until', { at: sayMoment(endsAt, words) })}`} ·{' '}
                {lastUsedAt
                  ? t('account.tokens.used', { at: sayMoment(lastUsedAt, words) })
                  : t('account.tokens.never')}
              </small>
            </span>
            <Popconfirm
              title={t('account.tokens.revokeSure')}
              okText={t('account.tokens.revoke')}
              cancelText={t('account.cancel')}
              onConfirm={() => revoke.mutate(id)}
            >
              <Button danger>{t('account.tokens.revoke')}</Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
      <Button onClick={() => setAdding(true)}>{t('account.tokens.add')}</Button>
      {adding && <TokenForm close={() => setAdding(false)} />}
    </section>
  );
}
