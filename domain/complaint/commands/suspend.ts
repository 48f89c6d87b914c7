import { command } from '../command.js';
import { text, word } from '../input.js';
import { refuse } from '../refusal.js';
import { openStop, suspensionGrounds } from '../state.js';
import { underWay } from '../statuses.js';

/** Stops the clocks, only for what is not our own doing. */
export const suspend = command({
  name: 'suspend',
  events: ['Suspended'],
  input: { because: word(), reason: text() },
  by: ['supervisor'],
  from: ['received', ...underWay, 'unclosed'],
  handling: true,
  decide: (complaint, { because, reason }, { clauses }, { rulebook }) => {
    if (openStop(complaint)) return refuse('already', clauses, 'The complaint is suspended already.');
    const ground = suspensionGrounds.find((one) => one === because);
    if (!ground) {
      const known = suspensionGrounds.join(', ');
      return refuse('not-suspendable', rulebook.suspension.clauses, `Clocks stop only for ${known}.`, { because });
    }
    return [{ type: 'Suspended', clauses: rulebook.suspension.clauses, because: ground, reason }];
  },
});
