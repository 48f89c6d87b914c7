import { command } from '../command.js';
import { text } from '../input.js';
import { refuse } from '../refusal.js';
import { isForLeader } from '../shuttle.js';

/** Not ours: back to be dispatched anew, while the time for taking over lasts. */
export const sendBack = command({
  name: 'sendBack',
  events: ['SentBack'],
  input: { reason: text() },
  by: ['handler'],
  from: ['dispatched'],
  decide: (complaint, { reason }, { clauses }) => {
    if (isForLeader(complaint)) {
      return refuse('forbidden', clauses, 'It was sent back twice and the leader dispatched it: that binds.', {
        command: 'sendBack',
      });
    }
    const clock = complaint.clocks['takeOver'];
    if (clock?.state === 'missed') {
      return refuse('too-late', clock.clauses, `It could be sent back until ${clock.due}.`, { until: clock.due });
    }
    return [{ type: 'SentBack', clauses, status: 'accepted', reason }];
  },
});
