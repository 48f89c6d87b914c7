import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isProblem } from '../api/problem.js';
import { rehearsal } from '../api/queries.js';
import type { Rulebook, Severity, Status } from '../api/shapes.js';
import { sayFault } from '../parts/faults.js';
import { Failure, Loading } from '../parts/States.js';
import { SeverityTag, StatusTag } from '../parts/Tags.js';
import { useWords } from '../parts/words.js';
import { useStageLabels } from './cast.js';
import { Bars } from './Bars.js';
import { Expectations } from './Expectations.js';
import { Life } from './Life.js';
import './played.css';

interface Props {
  book: Rulebook;
  body: Record<string, unknown>;
  /** A storyline that says what must come. */
  judged: boolean;
}

/** What came of it. */
export function Played({ book, body, judged }: Props) {
  const words = useWords();
  const { t, term } = words;
  const labels = useStageLabels(book.rulebook);
  const { data, error, refetch } = useQuery(rehearsal(body));
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (data && !judged) head.current?.focus();
  }, [data, judged]);
  if (error && isProblem(error) && error.errors.length > 0)
    return (
      <div className="card part rehearsal-wrong" role="alert">
        <b>{t('rehearsal.wrong')}</b>
        <ul>
          {error.errors.map(({ path, message }) => (
            <li key={path + message}>
              <code>{path}</code> {sayFault(message, words)}
            </li>
          ))}
        </ul>
      </div>
    );
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={5} />;
  const { status, severity, tier } = data.complaint as { status: Status; severity: Severity; tier: string };
  const deadlines = Object.values(data.deadlines);
  return (
    <section className="rehearsal-played" aria-label={t('rehearsal.came')}>
      <div className="rehearsal-end">
        <h2 ref={head} tabIndex={-1}>
          {t('rehearsal.came')}
        </h2>
        <StatusTag status={status} />
        <SeverityTag severity={severity} always />
        <span className="faint">{t('rehearsal.tier', { tier: term('tier', tier) })}</span>
        <span className={deadlines.some((one) => one.missedAt ?? one.metLate) ? 'rehearsal-late' : 'faint'}>
          {t('rehearsal.missed', { count: data.events.filter(({ type }) => type === 'DeadlineMissed').length })}
        </span>
      </div>
      {judged && data.expectations.length > 0 && <Expectations verdicts={data.expectations} ok={data.ok} />}
      <div className="rehearsal-result">
        <Life events={data.events} verdicts={data.expectations} labels={labels} />
        <Bars deadlines={deadlines} events={data.events} labels={labels} />
      </div>
    </section>
  );
}
