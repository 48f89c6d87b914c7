import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { batch as batchQuery, stopBatch } from '../api/calendars.js';
import { Failure } from './States.js';
import { sayMoment } from './time.js';
import { useWords } from './words.js';
import './batch.css';

interface Props {
  id: string;
  mayStop: boolean;
  /** Called once it has ended. */
  ended?: () => void;
}

/** How far work over many complaints is, what refused, and the way to stop it. */
export function BatchProgress({ id, mayStop, ended }: Props) {
  const words = useWords();
  const { t, term } = words;
  const queries = useQueryClient();
  const { data: batch, error, refetch } = useQuery(batchQuery(id));
  const isOver = batch?.endedAt !== undefined;
  const tell = useRef(ended);
  useEffect(() => {
    tell.current = ended;
  });
  useEffect(() => {
    if (isOver) tell.current?.();
  }, [isOver]);
  const stop = useMutation({
    mutationFn: () => stopBatch(id),
    onSuccess: (seen) => queries.setQueryData(batchQuery(id).queryKey, seen),
  });
  if (error && !batch) return <Failure error={error} retry={() => void refetch()} />;
  if (!batch) return null;
  const { state, total, done, refused, startedBy, startedAt, problems } = batch;
  const share = total === 0 ? 100 : Math.floor(((done + refused) / total) * 100);
  const running = state === 'running';
  return (
    <div className="batch" role="status">
      <p className="batch-head">
        <b>{term('batchKind', batch.kind)}</b>
        <span>{t(`batch.${state}`)}</span>
        {running && mayStop && (
          <Button size="small" onClick={() => stop.mutate()} loading={stop.isPending}>
            {t('batch.stop')}
          </Button>
        )}
      </p>
      <Progress
        percent={state === 'done' ? 100 : Math.min(share, 99)}
        status={state === 'stopped' ? 'exception' : state === 'done' ? 'success' : 'active'}
        showInfo={false}
        aria-label={term('batchKind', batch.kind)}
      />
      <p className="faint num">
        {t('batch.count', { done: done + refused, total })}
        {refused > 0 && ` · ${t('batch.refused', { count: refused })}`}
        {` · ${startedBy.name} ${sayMoment(startedAt, words)}`}
      </p>
      {problems.length > 0 && (
        <details>
          <summary>{t('batch.problems')}</summary>
          <ul>
            {problems.slice(0, 50).map(({ complaint, number, code, detail }) => (
              <li key={complaint} className="num">
                {number ? <Link to={`/complaints/${complaint}`}>{number}</Link> : complaint} ·{' '}
                {t(`refusal.${code}`, { defaultValue: detail })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
