import { command } from '../command.js';
import { optional, text } from '../input.js';

/** The customer agrees with what we propose. */
export const agree = command({
  name: 'agree',
  events: ['CustomerAgreed'],
  input: { text: optional(text()) },
  by: ['supervisor'],
  from: ['replied', 'negotiating'],
  handling: true,
  decide: (_, input, { clauses }) => [{ type: 'CustomerAgreed', clauses, status: 'carryingOut', ...input }],
});
