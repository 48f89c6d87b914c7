import { command } from '../command.js';
import { text } from '../input.js';

/** The customer disagrees: further talks until agreement. */
export const disagree = command({
  name: 'disagree',
  events: ['CustomerDisagreed'],
  input: { reason: text() },
  by: ['supervisor'],
  from: ['replied'],
  handling: true,
  decide: (_, { reason }, { clauses }) => [{ type: 'CustomerDisagreed', clauses, status: 'negotiating', reason }],
});
