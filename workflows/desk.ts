/** The complaint at its workflow: the pure core with the workflow's clock, and what is still to be projected. */
import { ApplicationFailure } from '@temporalio/workflow';
import type { Calendar } from '../domain/calendar/calendar.js';
import { instant } from '../domain/calendar/zone.js';
import { contextAfter } from '../domain/complaint/another-version.js';
import type { Context } from '../domain/complaint/context.js';
import { handle } from '../domain/complaint/decide.js';
import { type Deadline, deadlinesOf } from '../domain/complaint/deadlines.js';
import { elapse, nextMoment, pass } from '../domain/complaint/elapse.js';
import type { ComplaintEvent } from '../domain/complaint/events.js';
import { file } from '../domain/complaint/file.js';
import type { Recorded } from '../domain/complaint/record.js';
import { isRefusal } from '../domain/complaint/refusal.js';
import { type SignalData, type SignalName, tell } from '../domain/complaint/signals.js';
import type { Complaint } from '../domain/complaint/state.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';
import { type CommandAnswer, type CommandMessage, type ComplaintInput, refusalType } from './messages.js';

const linger = 30 * 86_400_000;

export class Desk {
  /** By value: those of the filing, or of the version that it was moved to since. */
  rulebook: Rulebook;
  calendar: Calendar;
  complaint: Complaint;
  /** Events of this run that are not projected yet. */
  unprojected: ComplaintEvent[];
  /** Events of this run; kept only in a rehearsal. */
  readonly played: ComplaintEvent[] = [];

  constructor(private readonly input: ComplaintInput) {
    this.rulebook = input.rulebook;
    this.calendar = input.calendar;
    if (input.snapshot) {
      this.complaint = input.snapshot;
      this.unprojected = [];
      return;
    }
    const filed = file(input.intake, input.actor, this.at(input.recordedAt));
    this.complaint = filed.complaint;
    this.unprojected = filed.events;
    if (input.rehearsal) this.played.push(...filed.events);
  }

  /** Throws a refusal; leaves no trace of it. */
  check(command: string, message: CommandMessage, now: number): void {
    this.decide(command, message, now);
  }

  give(command: string, message: CommandMessage, now: number): CommandAnswer {
    const recorded = this.decide(command, message, now);
    const { rulebook, calendar } = contextAfter(recorded.events, message.rulebook, this.at(now));
    Object.assign(this, { rulebook, calendar });
    this.add(recorded);
    return this.answer(message.requestHash);
  }

  tell<N extends SignalName>(signal: N, data: SignalData[N], source: string | undefined, now: number): void {
    this.add(tell(this.complaint, signal, data, this.at(now), source));
  }

  /** What time alone has brought by now. */
  elapse(now: number): void {
    this.add(elapse(this.complaint, this.at(now)));
  }

  /** Rehearsals: what time brings on the way to a moment, each thing at its own. */
  pass(until: number): void {
    this.add(pass(this.complaint, this.at(until)));
  }

  /** The next moment at which there is something to do, epoch milliseconds. */
  nextMoment(now: number): number | undefined {
    const next = nextMoment(this.complaint, this.at(now));
    const { endedAt } = this.complaint;
    // a rehearsal ends when its storyline does
    const lingers = endedAt !== undefined && !this.input.rehearsal;
    return next ?? (lingers ? instant(endedAt) + linger : undefined);
  }

  /** Ended, nothing owed, and nobody has come back to it for a while; a command then takes it up anew. */
  isOver(now: number): boolean {
    const { endedAt } = this.complaint;
    return (
      endedAt !== undefined &&
      nextMoment(this.complaint, this.at(now)) === undefined &&
      now >= instant(endedAt) + linger
    );
  }

  deadlines(): Deadline[] {
    return deadlinesOf(this.complaint, this.at(0));
  }

  answer(requestHash: string | undefined): CommandAnswer {
    const { id, number, status, severity, tier, seq } = this.complaint;
    return { id, number, status, severity, tier, seq, ...(requestHash ? { requestHash } : {}) };
  }

  private decide(command: string, message: CommandMessage, now: number): Recorded {
    const { input, person, rulebook, membersUnseen, ifSeq } = message;
    if (ifSeq !== undefined && ifSeq !== this.complaint.seq) {
      const detail = `The complaint has moved on to event ${this.complaint.seq}: read it again.`;
      throw refused({ refused: 'stale', clauses: [], detail, params: { seq: this.complaint.seq } });
    }
    const answer = handle(this.complaint, { command, input, person, rulebook, membersUnseen }, this.at(now));
    if (isRefusal(answer)) throw refused(answer);
    return answer;
  }

  private add({ complaint, events }: Recorded): void {
    this.complaint = complaint;
    this.unprojected.push(...events);
    if (this.input.rehearsal) this.played.push(...events);
  }

  private at(now: number): Context {
    return { rulebook: this.rulebook, calendar: this.calendar, now };
  }
}

function refused(refusal: { refused: string; detail: string; clauses: string[]; params: object }): ApplicationFailure {
  return ApplicationFailure.create({
    type: refusalType,
    message: refusal.detail,
    nonRetryable: true,
    details: [refusal],
  });
}
