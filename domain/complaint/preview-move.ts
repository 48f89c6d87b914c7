/** What going on under another version would do to a complaint, without doing it. */
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Person } from './actor.js';
import type { Context } from './context.js';
import { handle } from './decide.js';
import { elapse } from './elapse.js';
import { isRefusal, type Refusal } from './refusal.js';
import type { ClockState, Complaint } from './state.js';

/** A clock as it stands under one version. */
export type ClockStand = Pick<ClockState, 'due' | 'clauses' | 'state'>;

/** `restated`: due as before, by another clause. */
export interface ClockMove {
  clock: string;
  change: 'moved' | 'started' | 'cancelled' | 'restated';
  before?: ClockStand;
  after?: ClockStand;
}

/** The clocks that would change at `context.now`, by the nearest due moment; or why it would be refused. */
export function previewMove(
  complaint: Complaint,
  { rulebook, person }: { rulebook: Rulebook; person: Person },
  context: Context,
): ClockMove[] | Refusal {
  // what time has brought by now is none of the change's doing
  const { clocks: before } = elapse(complaint, context).complaint;
  const input = { version: rulebook.version, reason: 'preview' };
  const moved = handle(complaint, { command: 'changeRulebook', input, person, rulebook }, context);
  if (isRefusal(moved)) return moved;
  const { clocks: after } = moved.complaint;
  return Object.keys(after)
    .flatMap((clock) => moveOf(clock, before[clock], after[clock]) ?? [])
    .sort((a, b) => Date.parse(dueOf(a)) - Date.parse(dueOf(b)));
}

const dueOf = ({ before, after }: ClockMove): string => after?.due ?? before?.due ?? '';

function moveOf(clock: string, was: ClockState | undefined, is: ClockState | undefined): ClockMove | undefined {
  if (!is) return undefined;
  const ran = was?.state === 'open';
  const before = was && ran ? { before: standOf(was) } : {};
  if (ran && is.state === 'cancelled') return { clock, change: 'cancelled', ...before };
  const after = standOf(is);
  if (!ran)
    return is.startedAt === was?.startedAt && is.state === was.state ? undefined : { clock, change: 'started', after };
  if (is.due !== was.due) return { clock, change: 'moved', ...before, after };
  return is.clauses.join() === was.clauses.join() ? undefined : { clock, change: 'restated', ...before, after };
}

const standOf = ({ due, clauses, state }: ClockState): ClockStand => ({ due, clauses, state });
