import type { Clause } from '../rulebook/rulebook.js';
import { clockDefinition } from './clocks.js';
import { refuse, type Refusal } from './refusal.js';
import type { ClockState, Complaint } from './state.js';

/** A clock whose period may be extended: one that is open and in which we must act. */
export function extendable(complaint: Complaint, name: string, clauses: Clause[]): ClockState | Refusal {
  const clock = complaint.clocks[name];
  const definition = clockDefinition(name);
  if (clock?.state === 'open' && definition && !definition.age) return clock;
  return refuse('unknown-clock', clauses, `No open period "${name}" that could be extended.`, { clock: name });
}

/** The extension that was asked for. */
export function askedFor(
  complaint: Complaint,
  clock: string,
  clauses: Clause[],
): Complaint['extensions'][string] | Refusal {
  return (
    complaint.extensions[clock] ??
    refuse('unknown-clock', clauses, `No extension of "${clock}" was asked for.`, { clock })
  );
}
