import { command } from '../command.js';
import { choice, optional, text, word } from '../input.js';
import { outcomes } from '../state.js';

/** Satisfied closes the complaint; otherwise it stays to be revisited again, reopened or marked unclosed. */
export const revisit = command({
  name: 'revisit',
  events: ['RevisitRecorded'],
  input: { outcome: choice(...outcomes), form: word(), opinion: optional(text()) },
  by: ['revisitor'],
  from: ['revisiting', 'observing'],
  decide: (_, input, { clauses }) => [{ type: 'RevisitRecorded', clauses, ...input }],
});
