import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { settle, undelivered, type Undelivered } from '../api/notices.js';
import { Failure, Loading } from '../parts/States.js';
import { sayMoment } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { sayProblem } from './problem.js';

/** What did not get through, with the way out: try again, or let go. */
export function UndeliveredList() {
  const { t, problem } = useWords();
  const query = useInfiniteQuery(undelivered);
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ what, id }: { what: 'retry' | 'skip'; id?: string }) => settle(what, id),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['undelivered'] }),
        queries.invalidateQueries({ queryKey: ['notice-channels'] }),
      ]),
  });
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="undelivered">
      <div className="undelivered-head">
        <h2>{t('undelivered.title')}</h2>
        {rows.length > 0 && (
          <span>
            <Button onClick={() => mutate({ what: 'retry' })} disabled={isPending}>
              {t('undelivered.retryAll')}
            </Button>
            <Popconfirm
              title={t('undelivered.skipAllSure')}
              okText={t('undelivered.skipAll')}
              cancelText={t('channels.cancel')}
              onConfirm={() => mutate({ what: 'skip' })}
            >
              <Button danger disabled={isPending}>
                {t('undelivered.skipAll')}
              </Button>
            </Popconfirm>
          </span>
        )}
      </div>
      {query.isPending && <Loading rows={2} />}
      {query.error && !query.data && <Failure error={query.error} retry={() => void query.refetch()} />}
      {error && <Alert type="error" showIcon title={problem(error)} />}
      {query.data && rows.length === 0 && <p className="faint">{t('undelivered.none')}</p>}
      {rows.length > 0 && (
        <ul className="card">
          {rows.map((one) => (
            <Row key={one.id} one={one} busy={isPending} settle={(what) => mutate({ what, id: one.id })} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('undelivered.more')}
        </Button>
      )}
    </section>
  );
}

interface RowProps {
  one: Undelivered;
  busy: boolean;
  settle: (what: 'retry' | 'skip') => void;
}

function Row({ one, busy, settle }: RowProps) {
  const words = useWords();
  const { t, term } = words;
  const { number, mark, way, recipient, state, attempts, problem, createdAt, nextTryAt, dead } = one;
  return (
    <li className="undelivered-row">
      <span className="channel-what">
        <b>{recipient.name ?? t('audience.complainant')}</b>
        <small>
          {term('way', way)}
          {number && (
            <>
              {' · '}
              <span className="num">{number}</span>
            </>
          )}{' '}
          · {t(`eventName.${mark.split(':')[0]}`, { defaultValue: t('undelivered.other') })} ·{' '}
          <span className="num">{sayMoment(createdAt, words)}</span>
        </small>
      </span>
      <span className="channel-state">
        <span>
          {t(`undelivered.state.${dead && state !== 'givenUp' ? 'dead' : state}`)}
          {attempts > 0 && ` · ${t('undelivered.attempts', { count: attempts })}`}
        </span>
        {problem && <small className="channel-problem">{sayProblem(problem, words)}</small>}
        {state === 'failed' && nextTryAt && !dead && (
          <small className="faint">{t('undelivered.next', { at: sayMoment(nextTryAt, words) })}</small>
        )}
      </span>
      <span className="channel-do">
        <Button disabled={busy} onClick={() => settle('retry')}>
          {t('undelivered.retry')}
        </Button>
        <Button disabled={busy} onClick={() => settle('skip')}>
          {t('undelivered.skip')}
        </Button>
      </span>
    </li>
  );
}
