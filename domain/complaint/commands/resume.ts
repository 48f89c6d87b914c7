import { command } from '../command.js';
import { refuse } from '../refusal.js';
import { openStop } from '../state.js';
import { alive } from '../statuses.js';

/** The clocks run on. */
export const resume = command({
  name: 'resume',
  events: ['Resumed'],
  input: {},
  by: ['supervisor'],
  from: alive,
  handling: true,
  decide: (complaint, _, { clauses }, { rulebook }) =>
    openStop(complaint)
      ? [{ type: 'Resumed', clauses: rulebook.suspension.clauses }]
      : refuse('already', clauses, 'The complaint is not suspended.'),
});
