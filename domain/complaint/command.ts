import type { Role, Rulebook } from '../rulebook/rulebook.js';
import type { Context } from './context.js';
import type { ComplaintEvent, Draft, EventType } from './events.js';
import type { InputOf, Shape } from './input.js';
import type { Refusal } from './refusal.js';
import type { Complaint } from './state.js';
import type { Status } from './statuses.js';

/** The person who gives a command, in the role that lets them, with the clauses that the rulebook gives it. */
export interface Giver {
  user: string;
  role: Role;
  clauses: string[];
  /** Whose role it is, when they stand in for somebody. */
  onBehalfOf?: string;
}

/** Whether what somebody brought is the giver's own, or that of whoever they stand in for. */
export const isOwn = ({ user, onBehalfOf }: Giver, broughtBy: string | undefined): boolean =>
  broughtBy !== undefined && (broughtBy === user || broughtBy === onBehalfOf);

type Unchecked = Readonly<Record<string, unknown>>;

/** A command: who may give it, in which statuses, what it takes, what it decides. Routes, buttons and the matrix of rights derive from it. */
export interface Command<S extends Shape = Shape> {
  name: string;
  /** The events that it may bring by itself, the usual one first. */
  events: EventType[];
  input: S;
  by: Role[];
  from: Status[];
  /** Handling it: not for a lower tier once a higher one took the complaint over, but for who has their role there. */
  handling?: true;
  /** Only in rulebooks that name it among their decisions. */
  named?: true;
  /** For those complained of, too. */
  evenIfConflicted?: true;
  /**
   * Who gives it as things stand, instead of those who usually do, and why; `orAbove`: they, too, if they have their role from above the
   * project. The input is not checked yet.
   */
  reserved?(
    complaint: Complaint,
    rulebook: Rulebook,
    input: Unchecked,
  ): { by: Role[]; clauses: string[]; orAbove?: true } | undefined;
  /** Whose work it decides on: never by themselves; undefined where that cannot be told. The input is not checked yet. */
  decidesOn?(complaint: Complaint, input: Unchecked): string | undefined;
  /** The other way round: only by whom it concerns. */
  onlyOwn?: true;
  /** What was asked for, by an event of it; unless said here, the event's fields that are the input's. */
  asked?(event: ComplaintEvent): InputOf<S>;
  decide(complaint: Complaint, input: InputOf<S>, giver: Giver, context: Context): Draft[] | Refusal;
}

/** Declares a command with the types of its input. */
export const command = <S extends Shape>(definition: Command<S>): Command => definition;
