import { command } from '../command.js';
import { optional, text, word } from '../input.js';
import { refuse } from '../refusal.js';

/** Does not accept, with a ground of the rulebook and where to go instead. */
export const refuseComplaint = command({
  name: 'refuse',
  events: ['Refused'],
  input: { ground: word(), reason: text(), referTo: optional(text()) },
  by: ['supervisor'],
  from: ['received'],
  handling: true,
  decide: (_, input, { clauses }, { rulebook }) => {
    const ground = rulebook.grounds[input.ground];
    if (ground) return [{ type: 'Refused', clauses: ground, status: 'refused', ...input }];
    const known = Object.keys(rulebook.grounds).join(', ');
    return refuse(
      'unknown-ground',
      clauses,
      `"${input.ground}" is no ground of this rulebook; choose one of ${known}.`,
      {
        ground: input.ground,
      },
    );
  },
});
