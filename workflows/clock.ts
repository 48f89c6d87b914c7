import { instant } from '../domain/calendar/zone.js';
import type { ComplaintInput } from './messages.js';

/** The workflow's clock. In a rehearsal it is moved to the storyline's time and stops at every moment that was planned. */
export class Clock {
  /** What the rehearsal has been told to play up to. */
  horizon = Infinity;
  private readonly shift: number;
  private readonly rehearsing: boolean;

  constructor(input: ComplaintInput, startedAt: Date) {
    this.rehearsing = input.rehearsal === true;
    this.shift = this.rehearsing ? input.recordedAt - startedAt.getTime() : 0;
    if (this.rehearsing) this.horizon = input.recordedAt;
  }

  /** Where the timers' clock stands, epoch milliseconds. */
  timers(): number {
    return Date.now() + this.shift;
  }

  /**
   * The moment of something that happens now, epoch milliseconds: never before what happened last. What was
   * planned counts in a rehearsal alone; elsewhere nobody tells the workflow what time it is.
   */
  now(last: string, planned?: string | number): number {
    const told = this.rehearsing ? planned : undefined;
    const at = told === undefined ? this.timers() : typeof told === 'number' ? told : instant(told);
    return Math.max(at, instant(last));
  }
}
