/** What time alone brings: warnings, missed deadlines, weekly bulletins, closing after observation. */
import { type Instant, instant } from '../calendar/zone.js';
import { owesBulletins, periodicBulletin } from './bulletins.js';
import type { Context } from './context.js';
import { isSuspended, reckonClock } from './deadlines.js';
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
    if (recorded.events.length === 0) throw new Error(`nothing came of ${new Date(next).toISOString()}`);
    complaint = recorded.complaint;
    events.push(...recorded.events);
  }
}

/** The next moment at which time alone brings something, if any: one timer is enough. It does not depend on `context.now`. */
export function nextMoment(complaint: Complaint, context: Context): Instant | undefined {
  return nextPending(complaint, { ...context, now: -Infinity })?.at;
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
    yield {
      at: due + 1,
      draft: () => ({ type: 'DeadlineMissed', clauses: clock.clauses, clock: name, due: clock.due }),
    };
    const warning = nextWarning(name, clock, complaint, context);
    if (warning) yield warning;
  }
  for (const { number, kind, dueBy, overdue, result } of complaint.endedAt ? [] : (complaint.sheets ?? [])) {
    if (!dueBy || overdue || result) continue;
    const clauses = context.rulebook.sheets?.[kind] ?? [];
    yield { at: instant(dueBy) + 1, draft: () => ({ type: 'SheetOverdue', clauses, number, kind, dueBy }) };
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
function nextWarning(name: string, clock: ClockState, complaint: Complaint, context: Context): Pending | undefined {
  const { rulebook, now } = context;
  const due = instant(clock.due);
  if (due < now || name === 'report.bulletin') return undefined; // bulletins go out by themselves
  const started = instant(clock.startedAt);
  const momentOf = (fraction: number) => Math.ceil((started + fraction * (due - started)) / 1000) * 1000;
  const warnings: Warning[] = rulebook.warnings.map((fraction) => ({ fraction, at: momentOf(fraction) }));
  const aimed = aimOf(name, clock, complaint, context);
  if (aimed !== undefined && aimed < due)
    warnings.push({ fraction: (aimed - started) / (due - started), at: aimed, aim: true });
  const left = warnings
    .sort((a, b) => a.at - b.at)
    .filter(({ fraction }) => !clock.warned.some((warned) => warned >= fraction));
  const next = left.filter(({ at }) => at <= now).at(-1) ?? left[0];
  if (!next || next.at > due) return undefined;
  const { at, ...told } = next;
  const draft: Draft = { type: 'DeadlineWarned', clauses: clock.clauses, clock: name, due: clock.due, ...told };
  return { at, draft: () => draft };
}

interface Warning {
  fraction: number;
  at: Instant;
  aim?: true;
}

/** When the aim within a clock's budget is past, if its rule has one. */
function aimOf(name: string, clock: ClockState, complaint: Complaint, context: Context): Instant | undefined {
  const rule = context.rulebook.clocks[name]?.[clock.rule];
  if (!rule?.aim) return undefined;
  return reckonClock(name, complaint, context, { rule: { ...rule, budget: rule.aim }, startedAt: clock.startedAt }).due;
}
