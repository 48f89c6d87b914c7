import { hiddenFrom } from '../rights/sight.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { refuse, type Refusal } from './refusal.js';
import type { Complaint } from './state.js';

/** Whether a person is complained of, or has recused themselves. */
export const isConflicted = (complaint: Complaint, user: string): boolean => hiddenFrom(complaint).includes(user);

/** The refusal that follows (SY-3.3). */
export const conflicted = (user: string, { recusal }: Rulebook): Refusal =>
  refuse('recused', recusal.clauses, `${user} is complained of or has stepped back, and handles nothing of it.`, {
    user,
  });
