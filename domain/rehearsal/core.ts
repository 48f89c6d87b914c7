/** The core as a stage: a year in milliseconds. */
import type { Calendar } from '../calendar/calendar.js';
import { instant } from '../calendar/zone.js';
import { type Given, handle } from '../complaint/decide.js';
import { deadlinesOf } from '../complaint/deadlines.js';
import { pass } from '../complaint/elapse.js';
import { file } from '../complaint/file.js';
import { type Recorded } from '../complaint/record.js';
import { isRefusal, type Refusal } from '../complaint/refusal.js';
import type { Complaint } from '../complaint/state.js';
import { type SignalData, type SignalName, tell } from '../complaint/signals.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Picture } from './expect.js';
import type { Player } from './perform.js';
import { filerOf, intakeOf, type Storyline } from './storyline.js';

/** A stage that needs nothing but a rulebook and a calendar. */
export class CorePlayer implements Player {
  private recorded!: Recorded;

  /** `stands`: a complaint that is played on from where it stands; nothing is received then. */
  constructor(
    private readonly rulebook: Rulebook,
    private readonly calendar: Calendar,
    stands?: Complaint,
  ) {
    if (stands) this.recorded = { complaint: stands, events: [] };
  }

  receive(storyline: Storyline): void {
    this.recorded = file(intakeOf(storyline, 'rehearsal'), filerOf(storyline), this.at(storyline.receive.at));
  }

  passTo(at: string): void {
    this.add(pass(this.recorded.complaint, this.at(at)));
  }

  give(at: string, given: Given): Refusal | undefined {
    const answer = handle(this.recorded.complaint, given, this.at(at));
    if (isRefusal(answer)) return answer;
    this.add(answer);
    return undefined;
  }

  tell<N extends SignalName>(at: string, signal: N, data: SignalData[N], source?: string): void {
    this.add(tell(this.recorded.complaint, signal, data, this.at(at), source));
  }

  picture(): Picture {
    const { complaint, events } = this.recorded;
    return { complaint, events, deadlines: deadlinesOf(complaint, this.context(0)) };
  }

  private add({ complaint, events }: Recorded): void {
    this.recorded = { complaint, events: [...this.recorded.events, ...events] };
  }

  private at = (moment: string) => this.context(instant(moment));

  private context = (now: number) => ({ rulebook: this.rulebook, calendar: this.calendar, now });
}
