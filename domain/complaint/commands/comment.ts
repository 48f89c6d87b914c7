import { command } from '../command.js';
import { text } from '../input.js';
import { statuses } from '../statuses.js';

export const comment = command({
  name: 'comment',
  events: ['Commented'],
  input: { text: text() },
  by: ['reception', 'handler', 'approver', 'revisitor', 'hq'],
  from: [...statuses],
  decide: (_, { text: said }, { clauses }) => [{ type: 'Commented', clauses, text: said }],
});
