import { command } from '../command.js';
import { optional, text } from '../input.js';

/** Takes a write-off back. */
export const reinstate = command({
  name: 'reinstate',
  events: ['Reinstated'],
  input: { reason: optional(text()) },
  by: ['hq'],
  from: ['writtenOff'],
  decide: (_, input, { clauses }) => [{ type: 'Reinstated', clauses, status: 'unclosed', ...input }],
});
