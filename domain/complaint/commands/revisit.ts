import { command } from '../command.js';
import { choice, optional, ratingsOf, text, word } from '../input.js';
import { ratings } from '../particulars.js';
import { revisitedAbove } from '../higher-revisit.js';
import { refuse } from '../refusal.js';
import { outcomes } from '../state.js';

/** Satisfied closes the complaint; otherwise it waits to be revisited again, reopened or marked unclosed. */
export const revisit = command({
  name: 'revisit',
  events: ['RevisitRecorded'],
  input: {
    outcome: choice(...outcomes),
    form: word(),
    opinion: optional(text()),
    ratings: optional(ratingsOf(...ratings)),
  },
  by: ['revisitor'],
  from: ['revisiting', 'observing'],
  reserved: revisitedAbove,
  decide: (complaint, input, { clauses }, { rulebook }) => {
    const unknown = Object.keys(input.ratings ?? {}).find((item) => !rulebook.survey?.[item]);
    if (unknown !== undefined) {
      const known = Object.keys(rulebook.survey ?? {}).join(', ') || 'none';
      return refuse('invalid', clauses, `ratings: "${unknown}" is none of this rulebook's items: ${known}.`, {
        path: 'ratings',
      });
    }
    // who is not satisfied under observation is not closed by its end
    const back = complaint.status === 'observing' && input.outcome === 'dissatisfied';
    return [{ type: 'RevisitRecorded', clauses, ...(back ? { status: 'revisiting' } : {}), ...input }];
  },
});
