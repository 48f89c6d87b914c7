import { command } from '../command.js';
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
  decidesOn: (_, { penalised }) => (typeof penalised === 'string' ? penalised : undefined),
  decide: ({ penalties = [] }, { penalised, loss, reason }, { clauses }, { rulebook }) => {
    const rule = rulebook.penalty;
    if (!rule) return refuse('not-in-rulebook', clauses, `${rulebook.id} has no penalty.`, { command: 'penalise' });
    const amount = penaltyFor(loss, rule);
    return [
      { type: 'Penalised', clauses: rule.clauses, number: penalties.length + 1, penalised, loss, amount, reason },
    ];
  },
});
