import { instant } from '../domain/calendar/zone.js';
import type { ComplaintInput } from './messages.js';

const tolerance = 60_000; // clocks of two machines

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
   * The moment of something that time or the world brings, epoch milliseconds: never before what happened last. What
   * was planned counts in a rehearsal alone.
   */
  now(last: string, planned?: string | number): number {
    const told = this.rehearsing ? planned : undefined;
    const at = told === undefined ? this.timers() : typeof told === 'number' ? told : instant(told);
    return Math.max(at, instant(last));
  }

  /**
   * The moment of a command: when it was given, as the message says. The engine may lose and repeat the task that
   * brings an Update, and then dates it anew; the message stays what it was.
   */
  given(last: string, at: string | undefined): number {
    return Math.max(at === undefined ? this.timers() : instant(at), instant(last));
  }

  /** Whether a command says that it was given at a moment that has not come. */
  isAhead(at: string | undefined): boolean {
    return !this.rehearsing && at !== undefined && instant(at) > this.timers() + tolerance;
  }
}
