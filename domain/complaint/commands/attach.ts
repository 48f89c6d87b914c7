import { command } from '../command.js';
import { number, optional, word } from '../input.js';
import { statuses } from '../statuses.js';

/** A document of the archive, by name and digest; the file itself is kept apart. */
export const attach = command({
  name: 'attach',
  events: ['Attached'],
  input: { name: word(), mediaType: optional(word()), size: optional(number()), sha256: optional(word()) },
  by: ['reception', 'handler', 'approver', 'revisitor'],
  from: [...statuses],
  decide: (_, input, { clauses }) => [{ type: 'Attached', clauses, ...input }],
});
