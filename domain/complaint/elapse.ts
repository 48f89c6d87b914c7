/** What time alone brings: warnings, missed deadlines, weekly bulletins, closing after observation. */
import { type Instant, instant } from '../calendar/zone.js';
import { owesBulletins, periodicBulletin } from './bulletins.js';
import type { Context } from './context.js';
import { isSuspended } from './deadlines.js';
import type { Draft } from './events.js';
import { record, type Recorded } from './record.js';
import type { ClockState, Complaint } from './state.js';

interface Pending {
  at: Instant;
  draft: (context: Context) => Draft;
}

/** Brings a complaint up to `context.now`: each thing once, in the order of its moments, late rather than never. */
export function elapse(start: Complaint, context: Context): Recorded {
  let complaint = start;
  const events: Recorded['events'] = [];
  for (;;) {
    const next = nextPending(complaint, context);
    if (!next || next.at > context.now) return { complaint, events };
    const recorded = record(complaint, [next.draft(context)], { system: 'time' }, context);
    complaint = recorded.complaint;
    events.push(...recorded.events);
  }
}

/** Lets time pass up to `context.now`, stopping at every moment on the way: each event is recorded when it was due. */
export function pass(start: Complaint, context: Context): Recorded {
  let complaint = start;
  const events: Recorded['events'] = [];
  for (;;) {
    const next = nextMoment(complaint, context);
    if (next === undefined || next > context.now) return { complaint, events };
    const recorded = elapse(complaint, { ...context, now: Math.max(next, instant(complaint.updatedAt)) });
    complaint = recorded.complaint;
    events.push(...recorded.events);
  }
}

/** The next moment at which time alone brings something, if any: one timer is enough. */
export function nextMoment(complaint: Complaint, context: Context): Instant | undefined {
  return nextPending(complaint, context)?.at;
}

function nextPending(complaint: Complaint, context: Context): Pending | undefined {
  let next: Pending | undefined;
  for (const one of pending(complaint, context)) if (!next || one.at < next.at) next = one;
  return next;
}

function* pending(complaint: Complaint, context: Context): Generator<Pending> {
  for (const [name, clock] of Object.entries(complaint.clocks)) {
    if (clock.state !== 'open' || isSuspended(name, clock, complaint)) continue;
    const due = instant(clock.due);
    // due is the last moment in time: the next instant is late
    yield { at: due + 1, draft: () => ({ type: 'DeadlineMissed', clauses: clock.clauses, clock: name, due: clock.due }) };
    const warning = nextWarning(name, clock, due, context);
    if (warning) yield warning;
  }
  if (complaint.nextBulletinAt && owesBulletins(complaint, context)) {
    yield { at: instant(complaint.nextBulletinAt), draft: (then) => periodicBulletin(complaint, then) };
  }
  if (complaint.status === 'observing' && complaint.observeUntil) {
    const clauses = context.rulebook.observation.clauses;
    yield {
      at: instant(complaint.observeUntil) + 1,
      draft: () => ({ type: 'Closed', clauses, status: 'closed', because: 'noRepeat' }),
    };
  }
}

/** The next warning of a clock; those that are past give way to the latest of them, and all to the deadline itself. */
function nextWarning(name: string, clock: ClockState, due: Instant, { rulebook, now }: Context): Pending | undefined {
  if (due < now || name === 'report.bulletin') return undefined; // bulletins go out by themselves
  const started = instant(clock.startedAt);
  const momentOf = (fraction: number) => Math.ceil((started + fraction * (due - started)) / 1000) * 1000;
  const left = rulebook.warnings.filter((fraction) => !clock.warned.some((warned) => warned >= fraction));
  const past = left.filter((fraction) => momentOf(fraction) <= now);
  const fraction = past.at(-1) ?? left[0];
  if (fraction === undefined || momentOf(fraction) > due) return undefined;
  const draft: Draft = { type: 'DeadlineWarned', clauses: clock.clauses, clock: name, due: clock.due, fraction };
  return { at: momentOf(fraction), draft: () => draft };
}
