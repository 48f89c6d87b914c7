/**
 * Who revisits what a higher tier has: handed up to it, or straight to it (WY-4.4.3.5). Whom the company names for it (WY-4.4.4.2) is a revisitor of
 * its own: one whose place is above the project.
 */
import type { Role, Rulebook } from '../rulebook/rulebook.js';
import type { Complaint } from './state.js';

/** Undefined while the project has it, or where the rulebook leaves it to those who usually revisit. */
export function revisitedAbove(
  { handledBy, receivedBy }: Pick<Complaint, 'handledBy' | 'receivedBy'>,
  { handUp }: Rulebook,
): { by: Role[]; clauses: string[]; orAbove: true } | undefined {
  if (handledBy === 'project' && receivedBy === 'project') return undefined;
  return handUp?.revisit && { ...handUp.revisit, orAbove: true };
}
