/** What is sent to a complaint's workflow and what it answers. Importable outside the workflow sandbox. */
import type { Calendar } from '../domain/calendar/calendar.js';
import type { Actor, Person } from '../domain/complaint/actor.js';
import type { Intake } from '../domain/complaint/file.js';
import type { SignalData, SignalName } from '../domain/complaint/signals.js';
import type { Complaint } from '../domain/complaint/state.js';
import type { Status } from '../domain/complaint/statuses.js';
import type { Rulebook, Severity, Tier } from '../domain/rulebook/rulebook.js';

/** Workflow type; the workflow id is the complaint's id. */
export const complaintWorkflow = 'complaint';
export const taskQueue = 'huiyin';

/** Workflow type of a back-test; its argument is the back-test's id. */
export const backtestWorkflow = 'backtest';
export const backtestWorkflowId = (backtest: string): string => `backtest-${backtest}`;

/** Workflow type of work over many complaints; its argument is the batch's order. */
export const batchWorkflow = 'batch';
export const batchWorkflowId = (batch: string): string => `batch-${batch}`;

/** ApplicationFailure type of a refusal; its first detail is the domain's Refusal, or one with the code `stale`. */
export const refusalType = 'Refusal';

export interface ComplaintInput {
  intake: Intake;
  actor: Actor;
  /** When it was recorded, epoch milliseconds: the first events are the same wherever they are reckoned. */
  recordedAt: number;
  /** In force for this complaint, by value: an auditor sees in the history which rule it was. */
  rulebook: Rulebook;
  calendar: Calendar;
  /** Digest of the request that filed it, for a repeated one. */
  requestHash?: string;
  /** Goes on from here: a new run of a long history, or a complaint taken up again after its end. */
  snapshot?: Complaint;
  /** Answers of the run before, by update id. */
  answers?: Record<string, CommandAnswer>;
  /** Time goes as it is told to, nothing is projected. */
  rehearsal?: true;
}

/** Argument of an Update; its name is the command's. */
export interface CommandMessage {
  input: Record<string, unknown>;
  person: Person;
  /** By value, for `changeRulebook`: the version that the input names. */
  rulebook?: Rulebook;
  /** For `merge`: the person sees none of the complaints that go on in this one. */
  membersUnseen?: true;
  requestHash?: string;
  /** Only if the complaint still stands at this event. */
  ifSeq?: number;
  /** When it was given, by the clock of the API; without it, when the workflow meets it. */
  at?: string;
}

export interface CommandAnswer {
  id: string;
  number: string;
  status: Status;
  severity: Severity;
  tier: Tier;
  seq: number;
  requestHash?: string;
}

/** Argument of a Signal; its name is the domain's. */
export interface SignalMessage<N extends SignalName = SignalName> {
  data: SignalData[N];
  source?: string;
  /** Rehearsals only. */
  at?: string;
}

/** Queries: `complaint` → Complaint, `deadlines` → Deadline[], `events` → ComplaintEvent[] of this run. */
export const queries = { complaint: 'complaint', deadlines: 'deadlines', events: 'events' } as const;

/** Update of rehearsals: time passes until a moment. */
export const passTo = 'passTo';
