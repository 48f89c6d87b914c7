import { command } from '../command.js';
import { flag, number, text } from '../input.js';
import { refuse } from '../refusal.js';
import { underWay } from '../statuses.js';

/** The general manager decides on an appeal: the penalty is upheld or lifted. */
export const decideAppeal = command({
  name: 'decideAppeal',
  events: ['AppealDecided'],
  input: { number: number(1), upheld: flag(), reason: text() },
  by: ['company'],
  from: [...underWay, 'observing', 'unclosed', 'closed'],
  named: true,
  decide: ({ penalties = [] }, { number: which, upheld, reason }, { clauses }) => {
    const penalty = penalties.find((one) => one.number === which);
    if (!penalty?.appeal)
      return refuse('invalid', clauses, `There is no appeal against penalty ${which}.`, { path: 'number' });
    if (penalty.upheld !== undefined) return refuse('already', clauses, 'It has been decided.', { number: which });
    return [{ type: 'AppealDecided', clauses, number: which, upheld, reason }];
  },
});
