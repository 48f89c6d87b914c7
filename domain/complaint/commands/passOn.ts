import { command } from '../command.js';
import { text, word } from '../input.js';
import { refuse } from '../refusal.js';

/** The echo for the complainant of a merged complaint: what was replied or came of it where it goes on. */
export const passOn = command({
  name: 'passOn',
  events: ['PassedOn'],
  input: { form: word(), text: text() },
  by: ['reception'],
  from: ['merged'],
  decide: (complaint, { form, text: said }, { clauses }) =>
    complaint.owedEchoes?.length
      ? [{ type: 'PassedOn', clauses, form, text: said }]
      : refuse('already', clauses, 'Nothing is left to pass on to this complainant.'),
});
