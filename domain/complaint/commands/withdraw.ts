import { command } from '../command.js';
import { optional, text } from '../input.js';
import { underWay } from '../statuses.js';

/** The complainant withdraws 撤诉. */
export const withdraw = command({
  name: 'withdraw',
  events: ['Withdrawn'],
  input: { reason: optional(text()) },
  by: ['supervisor'],
  from: ['received', ...underWay, 'unclosed'],
  decide: (_, input, { clauses }) => [{ type: 'Withdrawn', clauses, status: 'withdrawn', ...input }],
});
