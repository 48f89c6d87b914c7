import { command } from '../command.js';
import { word } from '../input.js';
import { refuse } from '../refusal.js';
import { underWay } from '../statuses.js';

/** The same matter: it goes on in another complaint. */
export const merge = command({
  name: 'merge',
  events: ['Merged'],
  input: { into: word() },
  by: ['supervisor'],
  from: ['received', ...underWay, 'unclosed'],
  handling: true,
  decide: (complaint, { into }, { clauses }, { membersUnseen }) => {
    if (into === complaint.id || into === complaint.number) {
      return refuse('invalid', clauses, 'A complaint cannot be merged into itself.', { path: 'into' });
    }
    // no chains: everybody finds the complaint that goes on at once; but of what is hidden nothing is told by a refusal either
    if (complaint.members?.length && !membersUnseen) {
      return refuse('has-members', clauses, 'Other complaints go on in this one: merge them one by one instead.');
    }
    return [{ type: 'Merged', clauses, status: 'merged', into }];
  },
});
