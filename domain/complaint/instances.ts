/** Instances that decide in turn, such as a ruling, then mediation, then bodies outside the house. */
import type { Instance } from '../rulebook/particulars.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Complaint } from './state.js';

/** Whose turn it is after so many disagreements. */
export function instanceAfter({ instances }: Rulebook, disagreed: Complaint['disagreed']): Instance | undefined {
  return instances?.[Math.min(disagreed, instances.length - 1)];
}
