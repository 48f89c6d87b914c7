import { command, isOwn } from '../command.js';
import { number, text, word } from '../input.js';
import { penaltyFor } from '../penalty.js';
import { refuse } from '../refusal.js';
import { underWay } from '../statuses.js';

/** A share of the loss, reckoned by the rulebook's rates, for whoever caused it. */
export const penalise = command({
  name: 'penalise',
  events: ['Penalised'],
  input: { penalised: word(), loss: number(), reason: text() },
  by: ['approver'],
  from: [...underWay, 'observing', 'unclosed', 'closed'],
  named: true,
  decide: ({ penalties = [] }, { penalised, loss, reason }, giver, { rulebook }) => {
    const { clauses, user } = giver;
    const rule = rulebook.penalty;
    if (!rule) return refuse('not-in-rulebook', clauses, `${rulebook.id} has no penalty.`, { command: 'penalise' });
    if (isOwn(giver, penalised))
      return refuse('self-approval', rule.clauses, 'Nobody decides on a penalty of their own.', { user });
    const amount = penaltyFor(loss, rule);
    return [
      { type: 'Penalised', clauses: rule.clauses, number: penalties.length + 1, penalised, loss, amount, reason },
    ];
  },
});
