import { command } from '../command.js';
import { optional, text } from '../input.js';
import { refuse } from '../refusal.js';
import { alive } from '../statuses.js';

/** Tells the complainant that the complaint has arrived. */
export const acknowledge = command({
  name: 'acknowledge',
  events: ['Acknowledged'],
  input: { text: optional(text()) },
  by: ['reception'],
  from: alive,
  decide: (complaint, input, { clauses }) =>
    complaint.marks['Acknowledged']
      ? refuse('already', clauses, 'The complaint has been acknowledged already.')
      : [{ type: 'Acknowledged', clauses, ...input }],
});
