/** The one promise to the customer: the earliest answer that is still owed. */
import { instant, type Moment } from '../calendar/zone.js';
import { isSuspended } from './deadlines.js';
import type { ClockState, Complaint } from './state.js';
import { ended } from './statuses.js';

/** The clocks that promise something to the customer, the nearest to them first. */
export const promisedClocks = ['acknowledge', 'reply', 'measures', 'complete', 'feedback'];

export interface CustomerPromise {
  /** The clock that promises it, or `agreed`: a date that was agreed without one. */
  clock: string;
  /** Absent while the clock stands still. */
  due?: Moment;
  suspended?: true;
  /** Not kept, and owed still. */
  missed?: true;
}

/** What the customer is promised now; undefined when nothing is owed to them any more. */
export function promiseOf(complaint: Complaint): CustomerPromise | undefined {
  if (ended.includes(complaint.status)) return undefined;
  const owed = promisedClocks.flatMap((name) => {
    const clock = complaint.clocks[name];
    return clock ? promised(name, clock, complaint) : [];
  });
  const agreed = agreedOn(complaint);
  return [...owed, ...(agreed ? [agreed] : [])].sort(earlier)[0];
}

function promised(clock: string, state: ClockState, complaint: Complaint): CustomerPromise[] {
  if (state.state === 'open')
    return isSuspended(clock, state, complaint) ? [{ clock, suspended: true }] : [{ clock, due: state.due }];
  return state.state === 'missed' && !state.metAt ? [{ clock, due: state.due, missed: true }] : [];
}

/** The agreed date, until the customer was answered. */
function agreedOn({ agreedDate, marks }: Complaint): CustomerPromise | undefined {
  if (!agreedDate) return undefined;
  const since = instant(marks['Accepted'] ?? agreedDate);
  const answered = ['Replied', 'Settled', 'CarriedOut', 'ResultFedBack'].some((mark) => {
    const at = marks[mark];
    return at !== undefined && instant(at) >= since;
  });
  return answered ? undefined : { clock: 'agreed', due: agreedDate };
}

/** By their moments; what stands still comes last. */
const earlier = (a: CustomerPromise, b: CustomerPromise): number => {
  const [one, other] = [momentOf(a), momentOf(b)];
  return one === other ? 0 : one < other ? -1 : 1;
};
const momentOf = ({ due }: CustomerPromise): number => (due === undefined ? Infinity : instant(due));

export const samePromise = (a: CustomerPromise | undefined, b: CustomerPromise | undefined): boolean =>
  a?.clock === b?.clock && a?.due === b?.due && a?.suspended === b?.suspended;
