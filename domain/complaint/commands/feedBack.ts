import { command } from '../command.js';
import { choice, optional, text, word } from '../input.js';
import { addressees } from '../particulars.js';
import { refuse } from '../refusal.js';

/** The result is told to the complainant, and to level 1 where the rulebook wants it back there. */
export const feedBack = command({
  name: 'feedBack',
  events: ['ResultFedBack'],
  input: { form: word(), text: text(), addressee: optional(choice(...addressees)) },
  by: ['supervisor'],
  from: ['verifying', 'revisiting', 'observing', 'closed', 'unclosed'],
  decide: ({ outcome }, input, { clauses }, { rulebook }) => {
    if (input.addressee && input.addressee !== 'complainant' && !rulebook.feedbackTo?.[input.addressee]) {
      return refuse('not-in-rulebook', clauses, `${rulebook.id} has no ${input.addressee} to report back to.`, {
        command: 'feedBack',
      });
    }
    return [{ type: 'ResultFedBack', clauses, ...input, ...(outcome ? { outcome } : {}) }];
  },
});
