import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { commandShapes } from '../../api/queries.js';
import type { Complaint } from '../../api/shapes.js';
import { Countdown } from '../../parts/Countdown.js';
import { KeyHelp } from '../../parts/KeyHelp.js';
import { useKeys } from '../../parts/keys.js';
import { SeverityTag, StatusTag } from '../../parts/Tags.js';
import { useWords } from '../../parts/words.js';
import { Deadlines } from '../Deadlines.js';
import { OfAddress, type Opened } from '../OfAddress.js';
import { Plans } from '../Plans.js';
import { Findings, Said } from '../Said.js';
import { Aside } from './Aside.js';
import { LikeCases } from './LikeCases.js';
import { reviewOf, useQueue } from './queue.js';
import '../complaint.css';
import './review.css';

const CommandForm = lazy(() => import('../form/CommandForm.js'));

/** A plan read as a change is reviewed: what was said, what was found, what is to be done, what changed since. */
export const ReviewPage = () => <OfAddress kind="review" page={Review} />;

type Decision = 'approve' | 'returnPlan';

function Review({ complaint, labels, why }: Opened) {
  const { t, term } = useWords();
  const { data: shapes } = useQuery(commandShapes);
  const [open, setOpen] = useState<Decision>();
  const navigate = useNavigate();
  const { at, count, next, previous } = useQueue(complaint.id);
  const mine = complaint.allowed.includes('approve');
  const shape = shapes?.find(({ name }) => name === open);
  const busy = open !== undefined || why.isOpen;
  const keys = useMemo((): Record<string, () => void> => {
    if (busy) return {};
    return {
      ...(mine ? { a: () => setOpen('approve'), r: () => setOpen('returnPlan') } : {}),
      ...(next ? { n: () => void navigate(reviewOf(next)), j: () => void navigate(reviewOf(next)) } : {}),
      ...(previous ? { p: () => void navigate(reviewOf(previous)), k: () => void navigate(reviewOf(previous)) } : {}),
      o: () => void navigate(`/complaints/${complaint.id}`),
    };
  }, [busy, mine, next, previous, navigate, complaint.id]);
  useKeys(keys);
  // what newer browsers answer is no clean-up
  useEffect(() => void scrollTo({ top: 0 }), [complaint.number]);

  const clock = pressing(complaint);
  return (
    <article className="page complaint review" data-reviews={complaint.number}>
      <header className="review-head">
        <p className="part-note">
          {t('review.title')}
          {at > 0 && <span className="num"> · {t('review.place', { at, count })}</span>}
        </p>
        <h1 className="num">
          {complaint.number} <SeverityTag severity={complaint.severity} /> <StatusTag status={complaint.status} />
        </h1>
        <p className="part-note review-where">
          {complaint.project.name} · {labels.category(complaint.category)} · {term('channel', complaint.channel)} ·{' '}
          <Link to={`/complaints/${complaint.id}`}>{t('review.whole')}</Link>
        </p>
        {clock?.due && (
          <p className="review-clock">
            <span>{term('clock', clock.clock)}</span> <Countdown due={clock.due} provisional={clock.provisional} />
          </p>
        )}
      </header>
      {!mine && <Done complaint={complaint} next={next} />}
      <div className="complaint-body">
        <div className="complaint-main">
          <Said complaint={complaint} />
          <Findings complaint={complaint} labels={labels} />
          <Plans complaint={complaint} labels={labels} />
          <LikeCases id={complaint.id} />
        </div>
        <div className="complaint-side">
          <Aside complaint={complaint} labels={labels} />
          <Deadlines complaint={complaint} labels={labels} why={why.ask} />
        </div>
      </div>
      {mine && (
        <div className="review-bar" role="group" aria-label={t('review.title')}>
          <Button type="primary" size="large" onClick={() => setOpen('approve')} data-command="approve">
            {term('command', 'approve')} <kbd aria-hidden="true">A</kbd>
          </Button>
          <Button size="large" onClick={() => setOpen('returnPlan')} data-command="returnPlan">
            {term('command', 'returnPlan')} <kbd aria-hidden="true">R</kbd>
          </Button>
          {next && (
            <Button size="large" type="text" onClick={() => void navigate(reviewOf(next))}>
              {t('review.next')} <kbd aria-hidden="true">N</kbd>
            </Button>
          )}
          <KeyHelp
            keys={[
              ['A', t('keys.approve')],
              ['R', t('keys.return')],
              ['Ctrl + Enter', t('keys.send')],
              ['Esc', t('keys.close')],
              ['N / J', t('keys.later')],
              ['P / K', t('keys.previous')],
              ['O', t('keys.full')],
            ]}
          />
        </div>
      )}
      {open && shape && (
        <Suspense>
          <CommandForm complaint={complaint} shape={shape} labels={labels} close={() => setOpen(undefined)} />
        </Suspense>
      )}
      {why.drawer}
    </article>
  );
}

/** The clock of the approval itself; where the rulebook has none, what is due first. */
function pressing({ deadlines }: Complaint) {
  const running = deadlines.filter(
    ({ state, metAt, due }) => due && !metAt && (state === 'open' || state === 'missed'),
  );
  const first = running.toSorted((a, b) => Date.parse(a.due ?? '') - Date.parse(b.due ?? ''))[0];
  return running.find(({ clock }) => clock === 'approve') ?? first;
}

/** Decided, or never mine: Enter goes on. */
function Done({ complaint, next }: { complaint: Complaint; next?: string }) {
  const { t, term } = useWords();
  const navigate = useNavigate();
  const decided = complaint.plans.at(-1)?.decidedBy !== undefined;
  return (
    <div className="card part review-done" role="status">
      <p>{t(decided ? 'review.decided' : 'review.notMine', { status: term('status', complaint.status) })}</p>
      {next ? (
        <Button type="primary" autoFocus onClick={() => void navigate(reviewOf(next))}>
          {t('review.next')} <kbd aria-hidden="true">{t('keys.enter')}</kbd>
        </Button>
      ) : (
        <p>
          {t('review.allDone')} <Link to="/tasks">{t('state.toTasks')}</Link>
        </p>
      )}
    </div>
  );
}
