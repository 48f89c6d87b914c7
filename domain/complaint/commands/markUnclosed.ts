import { command } from '../command.js';
import { text } from '../input.js';
import { underWay } from '../statuses.js';

/** Beyond present ability: kept under attention, with its analysis. */
export const markUnclosed = command({
  name: 'markUnclosed',
  events: ['MarkedUnclosed'],
  input: { analysis: text() },
  by: ['supervisor'],
  from: underWay,
  handling: true,
  decide: (_, { analysis }, { clauses }) => [{ type: 'MarkedUnclosed', clauses, status: 'unclosed', analysis }],
});
