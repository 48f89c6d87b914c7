/** The ledger of extensions and stops 延期与中止台账: every movement of what was promised, out of the events alone. */
import { instant, type Moment } from '../calendar/zone.js';
import type { Clause } from '../rulebook/rulebook.js';
import type { Actor } from './actor.js';
import { clockDefinition } from './clocks.js';
import type { ComplaintEvent } from './events.js';
import { evolve } from './evolve.js';
import { type CustomerPromise, promiseOf, samePromise } from './promise.js';
import type { Complaint, SuspensionGround } from './state.js';

/** How much of a period was left: in minutes, negative when it was over, and as a share of the whole from 0 to 1. */
export interface Left {
  minutes: number;
  share: number;
}

interface Entry {
  seq: number;
  at: Moment;
  by: Actor;
  clauses: Clause[];
  /** What the customer was promised before and after. */
  promised: { before?: CustomerPromise; after?: CustomerPromise };
}

export interface ExtensionEntry extends Entry {
  kind: 'extension';
  clock: string;
  reason: string;
  until: Moment;
  /** Due when it was asked for. */
  due?: Moment;
  left?: Left;
  /** Absent while nobody has decided. */
  answer?: { granted: boolean; at: Moment; by: Actor; until?: Moment; reason?: string; left?: Left; clauses: Clause[] };
}

export interface StopEntry extends Entry {
  kind: 'stop';
  because: SuspensionGround;
  reason?: string;
  from: Moment;
  to?: Moment;
  endedBy?: Actor;
  /** How long it lasted, once it is over. */
  minutes?: number;
  clocks: { clock: string; before: Moment; after?: Moment; left: Left }[];
}

/** Moved by something else: a date agreed on, a calendar that was published, a rule that came to apply. */
export interface MoveEntry extends Entry {
  kind: 'move';
  clock: string;
  because: string;
}

export type LedgerEntry = ExtensionEntry | StopEntry | MoveEntry;

/** The ledger of a complaint, from all of its events in order. */
export function ledgerOf(events: readonly ComplaintEvent[]): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  let state: Complaint | undefined;
  for (const event of events) {
    const before = state;
    state = evolve(state, event);
    if (before) enter(entries, event, before, state);
  }
  return entries;
}

function enter(entries: LedgerEntry[], event: ComplaintEvent, before: Complaint, after: Complaint): void {
  switch (event.type) {
    case 'ExtensionRequested':
      entries.push(requested(event, before));
      return;
    case 'ExtensionGranted':
    case 'ExtensionRefused':
      answer(entries, event, before, after);
      return;
    case 'Suspended':
      entries.push(stopped(event, before, after));
      return;
    case 'Resumed':
      resume(lastStop(entries), event, after);
      return;
    case 'Closed':
      resume(lastStop(entries), event, after);
      return;
    case 'DeadlineSet':
      if (event.because) reset(entries, event, before, after);
      return;
    default:
      if (event.type === 'Accepted' && event.agreedDate) moved(entries, event, before, after);
  }
}

function requested(event: ComplaintEvent<'ExtensionRequested'>, state: Complaint): ExtensionEntry {
  const { clock, until, reason } = event;
  const promise = promiseOf(state);
  return {
    ...entryOf(event),
    kind: 'extension',
    clock,
    until,
    reason,
    ...leftOf(state, clock, event.at),
    promised: { ...(promise ? { before: promise, after: promise } : {}) },
  };
}

function answer(
  entries: LedgerEntry[],
  event: ComplaintEvent<'ExtensionGranted' | 'ExtensionRefused'>,
  before: Complaint,
  after: Complaint,
): void {
  const asked = entries.findLast(
    (one): one is ExtensionEntry => one.kind === 'extension' && one.clock === event.clock && !one.answer,
  );
  if (!asked) return;
  const { left } = leftOf(before, event.clock, event.at);
  asked.answer = {
    granted: event.type === 'ExtensionGranted',
    at: event.at,
    by: event.actor,
    clauses: event.clauses,
    ...('until' in event ? { until: event.until } : {}),
    ...('reason' in event ? { reason: event.reason } : {}),
    ...(left ? { left } : {}),
  };
  asked.promised = promisedBy(promiseOf(before), promiseOf(after));
}

function stopped(event: ComplaintEvent<'Suspended'>, before: Complaint, after: Complaint): StopEntry {
  const clocks = Object.entries(before.clocks)
    .filter(([name, { state }]) => state === 'open' && clockDefinition(name)?.suspendable)
    .flatMap(([clock, { due }]) => {
      const { left } = leftOf(before, clock, event.at);
      return left ? [{ clock, before: due, left }] : [];
    });
  return {
    ...entryOf(event),
    kind: 'stop',
    because: event.because,
    ...(event.reason ? { reason: event.reason } : {}),
    from: event.at,
    clocks,
    promised: promisedBy(promiseOf(before), promiseOf(after)),
  };
}

function resume(stop: StopEntry | undefined, event: ComplaintEvent, after: Complaint): void {
  if (!stop || stop.to) return;
  stop.to = event.at;
  stop.endedBy = event.actor;
  stop.minutes = minutes(instant(event.at) - instant(stop.from));
  stop.promised = promisedBy(stop.promised.before, promiseOf(after));
}

/** A deadline that was set anew: part of the extension or the stop that caused it, or a movement of its own. */
function reset(
  entries: LedgerEntry[],
  event: ComplaintEvent<'DeadlineSet'>,
  before: Complaint,
  after: Complaint,
): void {
  const promise = promiseOf(after);
  if (event.because === 'ExtensionGranted') {
    const granted = entries.findLast((one) => one.kind === 'extension' && one.clock === event.clock);
    if (granted) granted.promised = promisedBy(granted.promised.before, promise);
  } else if (event.because === 'Resumed') {
    const stop = lastStop(entries);
    if (!stop) return;
    stop.promised = promisedBy(stop.promised.before, promise);
    stop.clocks = stop.clocks.map((one) => (one.clock === event.clock ? { ...one, after: event.due } : one));
  } else if (event.because !== 'Suspended') {
    moved(entries, event, before, after);
  }
}

/** Only what moves what the customer was promised, not what is met or begins. */
function moved(
  entries: LedgerEntry[],
  event: ComplaintEvent<'DeadlineSet' | 'Accepted'>,
  before: Complaint,
  after: Complaint,
): void {
  const [was, is] = [promiseOf(before), promiseOf(after)];
  if (!was || !is || samePromise(was, is)) return;
  const because = 'because' in event && event.because ? event.because : event.type;
  const last = entries.at(-1);
  if (last?.kind === 'move' && last.at === event.at && last.because === because) {
    // several periods moved by one event are one movement
    Object.assign(last, { clock: is.clock, promised: promisedBy(last.promised.before, is) });
    return;
  }
  entries.push({ ...entryOf(event), kind: 'move', clock: is.clock, because, promised: promisedBy(was, is) });
}

const entryOf = ({ seq, at, actor, clauses }: ComplaintEvent): Omit<Entry, 'promised'> => ({
  seq,
  at,
  by: actor,
  clauses,
});

const promisedBy = (before?: CustomerPromise, after?: CustomerPromise): Entry['promised'] => ({
  ...(before ? { before } : {}),
  ...(after ? { after } : {}),
});

const lastStop = (entries: LedgerEntry[]): StopEntry | undefined =>
  entries.findLast((one): one is StopEntry => one.kind === 'stop');

/** When a clock is due, and what was left of its period at a moment. */
function leftOf({ clocks }: Complaint, name: string, at: Moment): { due?: Moment; left?: Left } {
  const clock = clocks[name];
  if (!clock) return {};
  const [from, to, now] = [instant(clock.startedAt), instant(clock.due), instant(at)];
  const share = to > from ? Math.max(0, Math.min(1, (to - now) / (to - from))) : 0;
  return { due: clock.due, left: { minutes: minutes(to - now), share: Math.round(share * 100) / 100 } };
}

const minutes = (milliseconds: number): number => Math.floor(milliseconds / 60_000);
