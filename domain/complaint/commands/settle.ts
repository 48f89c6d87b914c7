import { command } from '../command.js';
import { optional, text, word } from '../input.js';

/** Settles on the spot, with the customer's satisfaction. */
export const settle = command({
  name: 'settle',
  events: ['Settled'],
  input: { result: text(), form: optional(word()) },
  by: ['reception'],
  from: ['received', 'accepted', 'dispatched', 'investigating'],
  handling: true,
  decide: (_, input, { clauses }) => [{ type: 'Settled', clauses, ...input }],
});
