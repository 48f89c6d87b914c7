import { command } from '../command.js';
import { moment, optional, word } from '../input.js';
import { refuse } from '../refusal.js';
import { alive } from '../statuses.js';

/** Supervision 督办 with its ground and by when. */
export const supervise = command({
  name: 'supervise',
  events: ['SupervisionOrdered'],
  input: { ground: word(), by: optional(moment()) },
  by: ['approver', 'hq'],
  from: alive,
  decide: (_, { ground, by }, { clauses }, { rulebook }) => {
    const known = Object.keys(rulebook.supervisionGrounds);
    if (known.length > 0 && !known.includes(ground)) {
      return refuse(
        'unknown-ground',
        clauses,
        `"${ground}" is no ground for supervision; choose one of ${known.join(', ')}.`,
        { ground },
      );
    }
    const cited = rulebook.supervisionGrounds[ground] ?? clauses;
    return [{ type: 'SupervisionOrdered', clauses: cited, ground, ...(by ? { by } : {}) }];
  },
});
