import { command } from '../command.js';
import { text } from '../input.js';

/** Handled, but not settled after all. */
export const reopen = command({
  name: 'reopen',
  events: ['Reopened'],
  input: { reason: text() },
  by: ['supervisor'],
  from: ['revisiting', 'observing', 'closed'],
  handling: true,
  decide: (_, { reason }, { clauses }) => [{ type: 'Reopened', clauses, status: 'planning', reason }],
});
