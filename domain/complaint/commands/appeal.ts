import { command } from '../command.js';
import { number, text } from '../input.js';
import { refuse } from '../refusal.js';
import { underWay } from '../statuses.js';

/** The penalised appeals to the general manager. */
export const appeal = command({
  name: 'appeal',
  events: ['PenaltyAppealed'],
  input: { number: number(1), reason: text() },
  by: ['handler', 'reception', 'revisitor', 'approver'],
  from: [...underWay, 'observing', 'unclosed', 'closed'],
  named: true,
  evenIfConflicted: true,
  onlyOwn: true,
  decidesOn: ({ penalties = [] }, { number: which }) => penalties.find((one) => one.number === which)?.penalised,
  decide: ({ penalties = [] }, { number: which, reason }, { clauses }) => {
    const penalty = penalties.find((one) => one.number === which);
    if (!penalty) return refuse('invalid', clauses, `There is no penalty ${which}.`, { path: 'number' });
    if (penalty.appeal) return refuse('already', clauses, 'The appeal has been made.', { number: which });
    return [{ type: 'PenaltyAppealed', clauses, number: which, reason }];
  },
});
