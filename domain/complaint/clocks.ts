/** The clocks: what starts each and what meets it. A rulebook gives budgets to those it has. */
import type { EventMark } from './events.js';

export interface ClockDefinition {
  starts: EventMark[];
  metBy: EventMark[];
  /** Stops while the complaint is suspended. */
  suspendable: boolean;
  /** Tells a complaint's age; missing it raises the severity, and it does not roll over days off. */
  age: boolean;
  /** Owed to a higher tier, and owed still when the complaint is closed. */
  report: boolean;
}

const act = (starts: EventMark[], metBy: EventMark[], suspendable = true): ClockDefinition => ({
  starts,
  metBy,
  suspendable,
  age: false,
  report: false,
});

const actClocks = {
  acknowledge: act(['Received'], ['Acknowledged', 'Replied', 'Settled', 'Refused'], false),
  accept: act(['Received'], ['Accepted', 'Refused', 'Settled'], false),
  dispatch: act(['Accepted', 'SentBack'], ['Dispatched'], false),
  takeOver: act(['Dispatched'], ['TakenOver', 'SentBack']),
  arrive: act(['Dispatched'], ['Arrived']),
  contact: act(['Accepted'], ['PartyContacted']),
  investigate: act(['Accepted'], ['FindingsRecorded']),
  plan: act(['Accepted', 'Reopened', 'Pursued'], ['PlanProposed']),
  approve: act(['PlanProposed'], ['PlanApproved', 'PlanReturned']),
  reply: act(['Received'], ['Replied', 'Settled']),
  measures: act(['Received'], ['Replied:measures', 'Settled']),
  complete: act(['Accepted', 'Reopened', 'Pursued'], ['CarriedOut', 'Settled']),
  verify: act(['CarriedOut'], ['Verified', 'VerificationFailed']),
  feedback: act(['Verified'], ['ResultFedBack', 'RevisitRecorded']),
  revisit: act(['Verified'], ['RevisitRecorded', 'RevisitExempted']),
} satisfies Record<string, ClockDefinition>;

const ageClock: ClockDefinition = {
  starts: ['Received', 'Reopened'],
  metBy: ['Verified', 'Settled', 'Closed'],
  suspendable: true,
  age: true,
  report: false,
};

/** Handled 处理完毕 means verified or settled. */
const reportClock = (kind: string): ClockDefinition => ({
  starts: ['Verified', 'Settled'],
  metBy: [`ReportSubmitted:${kind}`],
  suspendable: false,
  age: false,
  report: true,
});

export const clockNames = Object.keys(actClocks);
/** What customers are promised, in the order of the way: whether it was kept is counted. */
export const promised: readonly string[] = [
  'acknowledge',
  'accept',
  'arrive',
  'plan',
  'reply',
  'complete',
  'feedback',
  'revisit',
];
export const reportKinds = ['important', 'hot', 'caseReport', 'bulletin', 'special'];

/** A clock by its name: `reply`, `resolve.hot`, `report.special`. Undefined when there is none of that name. */
export function clockDefinition(name: string): ClockDefinition | undefined {
  if (name.startsWith('resolve.')) return ageClock;
  if (name.startsWith('report.')) return reportClock(name.slice('report.'.length));
  return (actClocks as Record<string, ClockDefinition>)[name];
}
