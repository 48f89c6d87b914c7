import { Button, Skeleton } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { isProblem } from '../api/problem.js';
import { useWords } from './words.js';
import './states.css';

export function Loading({ rows = 4 }: { rows?: number }) {
  const { t } = useWords();
  return (
    <div className="loading" role="status" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, i) => (
        <Skeleton key={i} active title={{ width: '38%' }} paragraph={{ rows: 1, width: '72%' }} />
      ))}
    </div>
  );
}

export function Empty({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) {
  return (
    <div className="blank">
      <svg width="64" height="64" viewBox="0 0 64 64" aria-hidden="true">
        <path d="M8 12h48v40H8zM22 26h20v12H22z" className="blank-mark" />
      </svg>
      <p className="blank-title">{title}</p>
      {hint && <p className="blank-hint">{hint}</p>}
      {action}
    </div>
  );
}

/** Says what is wrong and tries again by itself where waiting may help. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t, problem } = useWords();
  const passing = isProblem(error) && error.passing;
  const wait = isProblem(error) ? (error.retryAfter ?? 10) : 10;
  if (isProblem(error) && (error.status === 404 || error.status === 403)) return <NotFound />;
  const offline = isProblem(error) && error.status === 0;
  return (
    <div className="blank" role="alert">
      <p className="blank-title">{t(offline ? 'state.offline' : passing ? 'state.unavailable' : 'state.failed')}</p>
      <p className="blank-hint">
        {offline ? t('state.offlineHint') : passing ? t('state.unavailableHint') : problem(error)}
      </p>
      {retry && <Button onClick={retry}>{t('state.retry')}</Button>}
      {retry && passing && <RetryIn key={String(error)} seconds={wait} retry={retry} />}
    </div>
  );
}

function RetryIn({ seconds, retry }: { seconds: number; retry: () => void }) {
  const { t } = useWords();
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (left <= 1) retry();
      setLeft(left <= 1 ? seconds : left - 1);
    }, 1000);
    return () => clearTimeout(timer);
  }, [left, retry, seconds]);
  return <p className="blank-hint">{t('state.retryIn', { seconds: left })}</p>;
}

export function NotFound() {
  const { t } = useWords();
  return (
    <div className="blank">
      <p className="blank-title">{t('state.notFound')}</p>
      <p className="blank-hint">{t('state.notFoundHint')}</p>
      <Link to="/">{t('state.toTasks')}</Link>
    </div>
  );
}
