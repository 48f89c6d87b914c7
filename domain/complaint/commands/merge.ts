import { command } from '../command.js';
import { word } from '../input.js';
import { refuse } from '../refusal.js';
import { underWay } from '../statuses.js';

/** The same matter: it goes on in another complaint. */
export const merge = command({
  name: 'merge',
  events: ['Merged'],
  input: { into: word() },
  by: ['supervisor'],
  from: ['received', ...underWay, 'unclosed'],
  handling: true,
  decide: (complaint, { into }, { clauses }) =>
    into === complaint.id || into === complaint.number
      ? refuse('invalid', clauses, 'A complaint cannot be merged into itself.', { path: 'into' })
      : [{ type: 'Merged', clauses, status: 'merged', into }],
});
