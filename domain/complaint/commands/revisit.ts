import { command } from '../command.js';
import { choice, optional, text, word } from '../input.js';
import { outcomes } from '../state.js';

/** Satisfied closes the complaint; otherwise it waits to be revisited again, reopened or marked unclosed. */
export const revisit = command({
  name: 'revisit',
  events: ['RevisitRecorded'],
  input: { outcome: choice(...outcomes), form: word(), opinion: optional(text()) },
  by: ['revisitor'],
  from: ['revisiting', 'observing'],
  decide: (complaint, input, { clauses }) => {
    // who is not satisfied under observation is not closed by its end
    const back = complaint.status === 'observing' && input.outcome === 'dissatisfied';
    return [{ type: 'RevisitRecorded', clauses, ...(back ? { status: 'revisiting' } : {}), ...input }];
  },
});
