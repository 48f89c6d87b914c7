import { instant } from '../domain/calendar/zone.js';
import type { ComplaintInput } from './messages.js';

/** The workflow's clock. In a rehearsal it is moved to the storyline's time and stops at every moment that was planned. */
export class Clock {
  /** What the rehearsal has been told to play up to. */
  horizon = Infinity;
  private readonly shift: number;

  constructor(input: ComplaintInput, startedAt: Date) {
    this.shift = input.rehearsal ? input.recordedAt - startedAt.getTime() : 0;
    if (input.rehearsal) this.horizon = input.recordedAt;
  }

  /** Where the timers' clock stands, epoch milliseconds. */
  timers(): number {
    return Date.now() + this.shift;
  }

  /** The moment of something that happens now: never before what happened last. */
  now(last: string, planned?: string | number): number {
    const at = planned === undefined ? this.timers() : typeof planned === 'number' ? planned : instant(planned);
    return Math.max(at, instant(last));
  }
}
