/** Clocks as the rulebook gives them: when they start, when they are due, what meets them. */
import { type Reckoning, reckon } from '../calendar/reckon.js';
import { instant, moment } from '../calendar/zone.js';
import { holds, type Known } from '../rulebook/condition.js';
import type { ClockRule } from '../rulebook/rulebook.js';
import { clockDefinition, type ClockDefinition } from './clocks.js';
import { calendarOf, type Context, knownOf, stopsOf } from './context.js';
import { type ComplaintEvent, type Draft, type EventMark, type EventType, marksOf } from './events.js';
import type { ClockState, Complaint } from './state.js';
import { openStop } from './state.js';
import { ended } from './statuses.js';

/** The deadlines that an event meets, starts, moves or cancels. */
export function clockDrafts(complaint: Complaint, event: ComplaintEvent, context: Context): Draft[] {
  const marks = marksOf(event);
  const met = Object.entries(complaint.clocks)
    .filter(([name, clock]) => isPending(clock) && clockDefinition(name)?.metBy.some((mark) => marks.includes(mark)))
    .map(([name, clock]) => metDraft(name, clock));
  const meeting = new Set(met.map(({ clock }) => clock));
  const occasion = { complaint, event, marks, meeting, known: knownOf(complaint, context), context };
  const names = Object.keys(context.rulebook.clocks);
  // those that another version has no more come to their end
  if (isMoved(event)) names.push(...Object.keys(complaint.clocks).filter((name) => !names.includes(name)));
  return [...met, ...names.flatMap((name) => reckonAnew(name, occasion))];
}

/** An event, and what is known when clocks are asked what it means to them. */
interface Occasion {
  complaint: Complaint;
  event: ComplaintEvent;
  marks: EventMark[];
  /** The clocks that it meets. */
  meeting: Set<string>;
  known: Known;
  context: Context;
}

const isMoved = (event: ComplaintEvent): boolean => event.type === 'RulebookChanged';

const isPending = (clock: ClockState): boolean =>
  clock.state === 'open' || (clock.state === 'missed' && clock.metAt === undefined);

function metDraft(clock: string, { state, due, clauses }: ClockState): Draft<'DeadlineMet'> {
  return { type: 'DeadlineMet', clauses, clock, due, ...(state === 'missed' ? { late: true as const } : {}) };
}

/** What a clock's rules ask for now, against what it is. */
function reckonAnew(name: string, occasion: Occasion): Draft[] {
  const { complaint, event, meeting, context } = occasion;
  const definition = clockDefinition(name);
  if (!definition) return [];
  const current = complaint.clocks[name];
  const wanted = wantedRule(name, definition, occasion);
  if (!wanted) {
    if (current?.state !== 'open' || meeting.has(name)) return [];
    return [{ type: 'DeadlineCancelled', clauses: current.clauses, clock: name, because: event.type }];
  }
  const newRound = !current || wanted.startsNow || instant(wanted.startedAt) > instant(current.startedAt);
  // what was missed stays missed
  if (isMoved(event) && current?.state === 'missed') return [];
  const revived = !newRound && isRevived(current, occasion);
  if (!newRound && !revived && (current.state !== 'open' || meeting.has(name))) return [];
  if (newRound && ended.includes(complaint.status) && !definition.report) return [];
  if ((newRound || revived) && isMetSince(complaint, definition, wanted.startedAt)) return [];
  if (!newRound && !revived && wanted.index === current.rule && !moves.includes(event.type)) return [];
  const reckoned = reckonClock(name, complaint, context, wanted);
  const provisional = reckoned.provisional;
  // revived while suspended: due when it is resumed, until then it stands as it stood
  const due = reckoned.due ?? (revived ? instant(current.due) : undefined);
  if (due === undefined) return [];
  const zone = context.calendar.zone;
  const same = !newRound && !revived && isSame(current, { wanted, due, provisional });
  if (same) return [];
  const draft: Draft<'DeadlineSet'> = {
    type: 'DeadlineSet',
    clauses: wanted.rule.clauses,
    clock: name,
    startedAt: wanted.startedAt,
    due: moment(due, zone),
    rule: wanted.index,
    ...(provisional ? { provisional: true as const } : {}),
    ...(newRound && !isMoved(event) ? {} : { because: event.type }),
  };
  if (!newRound || !definition.report || name === 'report.bulletin') return [draft];
  const kind = name.slice('report.'.length);
  return [draft, { type: 'ReportDue', clauses: wanted.rule.clauses, kind, due: draft.due }];
}

const isSame = (
  clock: ClockState,
  { wanted, due, provisional }: { wanted: Wanted; due: number; provisional: boolean },
): boolean =>
  clock.rule === wanted.index &&
  instant(clock.due) === due &&
  Boolean(clock.provisional) === provisional &&
  clock.clauses.join() === wanted.rule.clauses.join();

/** What takes an ending back, by the ending. */
const undoes: Partial<Record<EventType, EventType>> = { Unmerged: 'Merged', Reinstated: 'WrittenOff' };

/** Whether a cancelled clock runs on: its ending is taken back, or its rule applies again. */
function isRevived(clock: ClockState, { complaint, event }: Occasion): boolean {
  if (clock.state !== 'cancelled') return false;
  if (clock.cancelledBy === 'DeadlineCancelled') return !ended.includes(complaint.status);
  return clock.cancelledBy !== undefined && clock.cancelledBy === undoes[event.type];
}

/** Events that may move a due moment within its rule. */
const moves: EventType[] = [
  'Accepted',
  'Suspended',
  'Resumed',
  'ExtensionGranted',
  'CalendarPublished',
  'OwnCalendarChanged',
  'RulebookChanged',
];

interface Wanted {
  rule: ClockRule;
  index: number;
  startedAt: string;
  /** The event itself starts it, be it at the same moment as the last time. */
  startsNow: boolean;
}

/** The rule that applies: of those whose condition holds and whose beginning has come, the one that began last. */
function wantedRule(
  name: string,
  definition: ClockDefinition,
  { complaint, marks, known, context }: Occasion,
): Wanted | undefined {
  let best: Wanted | undefined;
  (context.rulebook.clocks[name] ?? []).forEach((rule, index) => {
    if (!holds(rule.when, known)) return;
    for (const mark of rule.from ?? definition.starts) {
      const startedAt = complaint.marks[mark];
      if (!startedAt || (best && instant(startedAt) <= instant(best.startedAt))) continue;
      best = { rule, index, startedAt, startsNow: marks.includes(mark) };
    }
  });
  return best;
}

const isMetSince = (complaint: Complaint, definition: ClockDefinition, startedAt: string): boolean =>
  definition.metBy.some((mark) => {
    const at = complaint.marks[mark];
    return at !== undefined && instant(at) > instant(startedAt);
  });

/** When a clock that started then is due under a rule, with the stretches that made it so. */
export function reckonClock(
  name: string,
  complaint: Complaint,
  context: Context,
  { rule, startedAt }: { rule: ClockRule; startedAt: string },
): Reckoning {
  const definition = clockDefinition(name);
  const calendar = calendarOf(complaint, context);
  const stops = definition?.suspendable ? stopsOf(complaint) : [];
  const noRoll = Boolean(definition?.age) || rule.rolls === false;
  const reckoned = reckon({ start: instant(startedAt), budget: rule.budget, calendar, stops, age: noRoll });
  const clock = complaint.clocks[name];
  if (clock?.extendedTo && clock.startedAt === startedAt) return extended(clock, stops, reckoned);
  if (!rule.agreed || !complaint.agreedDate) return reckoned;
  const agreed = instant(complaint.agreedDate);
  const binds = rule.agreed === 'replaces' || reckoned.due === undefined || agreed < reckoned.due;
  return binds ? { ...reckoned, due: agreed } : reckoned;
}

/** A granted date moves on by as long as the complaint was suspended after the grant. */
function extended(clock: ClockState, stops: ReturnType<typeof stopsOf>, reckoned: Reckoning): Reckoning {
  let due = instant(clock.extendedTo as string);
  const granted = instant(clock.extendedAt as string);
  for (const stop of stops) {
    if (stop.from >= due) continue;
    if (stop.to === undefined) return { provisional: false, stretches: reckoned.stretches };
    due += Math.max(0, stop.to - Math.max(stop.from, granted));
  }
  return { ...reckoned, due };
}

export type DeadlineState = 'open' | 'met' | 'missed' | 'suspended' | 'cancelled';

/** A deadline as people and programs see it. While it is suspended its due moment is not known. */
export interface Deadline {
  clock: string;
  state: DeadlineState;
  startedAt: string;
  due?: string;
  clauses: string[];
  provisional?: true;
  metAt?: string;
  metLate?: true;
  missedAt?: string;
  extended?: true;
  reading?: string;
  round: number;
}

/** All deadlines of a complaint. */
export function deadlinesOf(complaint: Complaint, context: Context): Deadline[] {
  return Object.entries(complaint.clocks).map(([name, clock]) => {
    const suspended = isSuspended(name, clock, complaint);
    const reading = context.rulebook.clocks[name]?.[clock.rule]?.reading;
    return {
      clock: name,
      state: suspended ? 'suspended' : clock.state,
      startedAt: clock.startedAt,
      ...(suspended ? {} : { due: clock.due }),
      clauses: clock.clauses,
      ...(clock.provisional ? { provisional: true } : {}),
      ...(clock.metAt ? { metAt: clock.metAt } : {}),
      ...(clock.metLate ? { metLate: true } : {}),
      ...(clock.missedAt ? { missedAt: clock.missedAt } : {}),
      ...(clock.extendedTo ? { extended: true } : {}),
      ...(reading ? { reading } : {}),
      round: clock.round,
    };
  });
}

/** Whether a clock stands still now. */
export function isSuspended(name: string, clock: ClockState, complaint: Complaint): boolean {
  return clock.state === 'open' && Boolean(clockDefinition(name)?.suspendable) && openStop(complaint) !== undefined;
}
