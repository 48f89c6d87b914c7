import { command } from '../command.js';
import { optional, text } from '../input.js';

/** A new chance for an unclosed one. */
export const pursue = command({
  name: 'pursue',
  events: ['Pursued'],
  input: { reason: optional(text()) },
  by: ['supervisor'],
  from: ['unclosed'],
  handling: true,
  decide: (_, input, { clauses }) => [{ type: 'Pursued', clauses, status: 'planning', ...input }],
});
