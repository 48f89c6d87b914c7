import { command } from '../command.js';
import type { ComplaintEvent } from '../events.js';
import { text, word } from '../input.js';
import { openContact, pathOf } from '../paths.js';
import { refuse } from '../refusal.js';
import { underWay } from '../statuses.js';

/** Takes the complaint to another party: a referral, a negotiation, a mediation, as its path says. */
export const contact = command({
  name: 'contact',
  events: ['PartyContacted'],
  input: { party: word(), form: word(), text: text() },
  by: ['supervisor', 'handler'],
  from: [...underWay, 'observing', 'unclosed'],
  named: true,
  asked: ({ party, form, text: said }: ComplaintEvent<'PartyContacted'>) => ({ party, form, text: said }),
  decide: (complaint, input, { clauses }, context) => {
    const path = pathOf(complaint, context);
    if (!path)
      return refuse('not-in-rulebook', clauses, `${context.rulebook.id} takes this complaint to no other party.`, {
        command: 'contact',
      });
    if (openContact(complaint))
      return refuse('already', path.clauses, 'Another party has it already: record what came of that first.');
    if (path.sheet && !complaint.sheets?.some(({ kind }) => kind === path.sheet))
      return refuse('invalid', path.clauses, `party: issue the ${path.sheet} that goes to it first.`, {
        path: 'party',
      });
    return [{ type: 'PartyContacted', clauses: path.clauses, path: path.name, ...input }];
  },
});
