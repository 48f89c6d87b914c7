import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Tag } from 'antd';
import { endOthers, endSession, type OpenSession, sessions } from '../api/account.js';
import { Failure, Loading } from '../parts/States.js';
import { sayMoment } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { sayDevice } from './device.js';

export function SessionsCard() {
  const { t, problem } = useWords();
  const queries = useQueryClient();
  const { data, error, isPending, refetch } = useQuery(sessions);
  const after = { onSettled: () => queries.invalidateQueries({ queryKey: sessions.queryKey }) };
  const one = useMutation({ mutationFn: endSession, ...after });
  const others = useMutation({ mutationFn: endOthers, ...after });
  const failure = one.error ?? others.error;
  return (
    <section className="card account-card" id="sessions">
      <h2>{t('account.sessions.title')}</h2>
      {isPending && <Loading />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {failure && <Alert type="error" showIcon title={problem(failure)} />}
      <ul className="account-list">
        {data?.map((session) => (
          <SessionRow key={session.id} session={session} end={() => one.mutate(session.id)} />
        ))}
      </ul>
      {data?.length === 1 && <p className="account-lead">{t('account.sessions.none')}</p>}
      {data && data.length > 1 && (
        <Popconfirm
          title={t('account.sessions.endOthers')}
          description={t('account.sessions.endSure')}
          okText={t('account.sessions.end')}
          cancelText={t('account.cancel')}
          onConfirm={() => others.mutate()}
        >
          <Button loading={others.isPending}>{t('account.sessions.endOthers')}</Button>
        </Popconfirm>
      )}
    </section>
  );
}

function SessionRow({ session, end }: { session: OpenSession; end: () => void }) {
  const words = useWords();
  const { t } = words;
  const { device, address, createdAt, lastUsedAt, current, strong, via } = session;
  return (
    <li>
      <span>
        <b>{sayDevice(device, words)}</b> {current && <Tag color="success">{t('account.sessions.current')}</Tag>}
        {strong && <Tag>{t('account.sessions.strong')}</Tag>}
        {via === 'provider' && <Tag>{t('account.sessions.viaProvider')}</Tag>}
        <small>
          {address} · {t('account.sessions.since', { at: sayMoment(createdAt, words) })} ·{' '}
          {t('account.sessions.used', { at: sayMoment(lastUsedAt, words) })}
        </small>
      </span>
      {!current && <Button onClick={end}>{t('account.sessions.end')}</Button>}
    </li>
  );
}
