import { command } from '../command.js';
import { text, word } from '../input.js';

/** The result is told to the complainant. */
export const feedBack = command({
  name: 'feedBack',
  events: ['ResultFedBack'],
  input: { form: word(), text: text() },
  by: ['supervisor'],
  from: ['verifying', 'revisiting', 'observing', 'closed', 'unclosed'],
  decide: (_, input, { clauses }) => [{ type: 'ResultFedBack', clauses, ...input }],
});
