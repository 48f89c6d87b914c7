import { command } from '../command.js';
import { text } from '../input.js';

/** The measures are carried out. */
export const complete = command({
  name: 'complete',
  events: ['CarriedOut'],
  input: { result: text() },
  by: ['handler'],
  from: ['carryingOut'],
  decide: (_, { result }, { clauses }) => [{ type: 'CarriedOut', clauses, status: 'verifying', result }],
});
