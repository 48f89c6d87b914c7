/** How steps moved what the customer was promised 承诺: out of the events alone. */
import type { Moment } from '../calendar/zone.js';
import { evolve } from './evolve.js';
import type { ComplaintEvent } from './events.js';
import { type CustomerPromise, promiseOf, samePromise } from './promise.js';
import type { Complaint } from './state.js';

export type DatedPromise = CustomerPromise & { due: Moment };

export interface PromiseMove {
  /** What they had been promised last; none: nothing was owed to them. */
  before?: DatedPromise;
  after: DatedPromise;
}

/**
 * By the event that tells it, `seq` → move: one for each step that moved the promise, told by the deadline that was set anew. Absent where the
 * promise was kept and the next is owed, where it stands still, and where another clock moved. From all events in order.
 */
export function promiseMoves(events: readonly ComplaintEvent[]): Map<number, PromiseMove> {
  const moves = new Map<number, PromiseMove>();
  let state: Complaint | undefined;
  let before: DatedPromise | undefined;
  for (const step of stepsOf(events)) {
    state = step.reduce(evolve, state);
    const after = state && promiseOf(state);
    // what stands still was promised as it stood
    if (after?.suspended) continue;
    if (state && isDated(after) && !samePromise(before, after) && !(before && isKept(before, state))) {
      const teller = tellerOf(step, before, after);
      if (teller) moves.set(teller.seq, { ...(before ? { before } : {}), after });
    }
    before = isDated(after) ? after : undefined;
  }
  return moves;
}

/** Events that one moment brought. */
function stepsOf(events: readonly ComplaintEvent[]): ComplaintEvent[][] {
  const steps: ComplaintEvent[][] = [];
  for (const event of events) {
    const last = steps.at(-1);
    if (last?.[0]?.at === event.at) last.push(event);
    else steps.push([event]);
  }
  return steps;
}

const isDated = (promise: CustomerPromise | undefined): promise is DatedPromise => promise?.due !== undefined;

/** Whether they had what they were promised. */
const isKept = ({ clock, due }: DatedPromise, { clocks, agreedDate }: Complaint): boolean =>
  clock === 'agreed' ? agreedDate === due : clocks[clock]?.metAt !== undefined;

/** The deadline that was set anew, of the promise as it is now or as it was. */
function tellerOf(
  step: ComplaintEvent[],
  before: DatedPromise | undefined,
  after: DatedPromise,
): ComplaintEvent | undefined {
  const set = step.filter((event) => event.type === 'DeadlineSet').filter(({ because }) => because !== undefined);
  const of = (clock: string | undefined) => set.find((event) => event.clock === clock);
  return of(after.clock) ?? of(before?.clock);
}
