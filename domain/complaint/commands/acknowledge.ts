import { command } from '../command.js';
import { optional, text } from '../input.js';
import { refuse } from '../refusal.js';
import { alive } from '../statuses.js';

/** Tells the complainant that the complaint has arrived; again where the rulebook asks for it anew, as at a second stage. */
export const acknowledge = command({
  name: 'acknowledge',
  events: ['Acknowledged'],
  input: { text: optional(text()) },
  by: ['reception'],
  from: alive,
  decide: (complaint, input, { clauses }) => {
    const clock = complaint.clocks['acknowledge'];
    const isOwed = clock?.state === 'open' || (clock?.state === 'missed' && clock.metAt === undefined);
    if (isOwed || (!clock?.metAt && !complaint.marks['Acknowledged']))
      return [{ type: 'Acknowledged', clauses, ...input }];
    return refuse('already', clauses, 'The complaint has been acknowledged or answered already.');
  },
});
