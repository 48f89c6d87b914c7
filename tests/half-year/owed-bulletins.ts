/** Which bulletins a complaint was owed, reckoned from its events alone: at once, at each turn, weekly until it is handled. */
import { instant } from '../../domain/calendar/zone.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { evolve } from '../../domain/complaint/evolve.js';
import type { Complaint } from '../../domain/complaint/state.js';

/** WY-4.6.3.2; the other sources know no bulletins. */
const book = 'WY';
const turns = [
  ...['FactRecorded', 'Escalated', 'PlanApproved', 'Replied', 'CustomerAgreed', 'CustomerDisagreed', 'CarriedOut'],
  ...['VerificationFailed', 'MarkedUnclosed', 'Reopened', 'Pursued', 'Suspended', 'Resumed', 'SupervisionOrdered'],
];
const week = 7 * 86_400_000;
/** A busy machine comes to a timer some seconds late; from here on papers say late. */
const tolerance = 60_000;

interface Owed {
  faults: string[];
  /** Was it ever major? */
  major: boolean;
  /** Numbers of bulletins that follow each other while it was open. */
  neighbours: [number, number][];
  /** Numbers of those that were called for more than a week after the one before: they are to say that they are late. */
  overdue: number[];
  /** Between two such, as they were called for, milliseconds. */
  longest: number;
}

/**
 * `to`: the end of what is looked at, epoch milliseconds. `issued`: when a bulletin went out by the house's time: a workflow's own
 * runs on while a slow machine works, the house's stands.
 */
export function bulletinsOwed(
  events: readonly ComplaintEvent[],
  rulebook: string,
  to: number,
  issued: (number: number) => number | undefined = () => undefined,
): Owed {
  const owed: Owed = { faults: [], major: false, neighbours: [], overdue: [], longest: 0 };
  const isOpen = (one: Complaint) => one.severity === 'major' && !one.handledAt && !one.endedAt;
  let complaint: Complaint | undefined;
  let called: { at: string; why: string } | undefined;
  let last: { at: number; number: number; unbroken: boolean } | undefined;
  for (const event of events) {
    if (called && event.at !== called.at) owed.faults.push(`nothing came of ${called.why} at ${called.at}`);
    if (called && event.at !== called.at) called = undefined;
    const wasOpen = complaint !== undefined && isOpen(complaint);
    complaint = evolve(complaint, event);
    const open = isOpen(complaint);
    // lowered or handled in between: the week begins anew
    if (last && !open) last.unbroken = false;
    owed.major ||= complaint.severity === 'major';
    if (rulebook !== book) {
      if (event.type === 'BulletinIssued') owed.faults.push('a bulletin that its rulebook does not know');
      continue;
    }
    if (event.type === 'BulletinIssued') {
      const at = instant(event.at);
      const isWeekly = event.occasions.includes('weekly');
      if (last && event.number !== last.number + 1) owed.faults.push(`bulletin ${event.number} after ${last.number}`);
      if (!isWeekly && !called) owed.faults.push(`bulletin ${event.number} was not owed`);
      if (isWeekly && (!last || at < last.at + week)) owed.faults.push(`bulletin ${event.number} came before its week`);
      if (last?.unbroken && wasOpen) {
        owed.neighbours.push([last.number, event.number]);
        owed.longest = Math.max(owed.longest, at - last.at);
        if (Math.min(at, issued(event.number) ?? at) > last.at + week + tolerance) owed.overdue.push(event.number);
      }
      last = { at, number: event.number, unbroken: true };
      called = undefined;
      continue;
    }
    const raised = event.type === 'SeverityRaised' && event.severity === 'major' && !event.overtaken;
    if (raised || (!wasOpen && open) || (open && turns.includes(event.type)))
      called ??= { at: event.at, why: event.type };
    // handled in the same breath: the last word is the special report's
    if (!open && called && !raised && called.why !== 'SeverityRaised') called = undefined;
  }
  if (called) owed.faults.push(`nothing came of ${called.why} at ${called.at}`);
  if (complaint && isOpen(complaint) && rulebook === book && (!last || to > last.at + week + tolerance))
    owed.faults.push('open, major, and for more than a week without a bulletin');
  return owed;
}
