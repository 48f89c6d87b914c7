import { command } from '../command.js';
import type { ComplaintEvent } from '../events.js';
import { flag, text } from '../input.js';
import { openContact } from '../paths.js';
import { refuse } from '../refusal.js';
import { underWay } from '../statuses.js';

/** What came of the contact with another party: settled, or not. */
export const conclude = command({
  name: 'conclude',
  events: ['PathConcluded'],
  input: { settled: flag(), result: text() },
  by: ['supervisor', 'handler'],
  from: [...underWay, 'observing', 'unclosed'],
  named: true,
  asked: ({ settled, result }: ComplaintEvent<'PathConcluded'>) => ({ settled, result }),
  decide: (complaint, input, { clauses }, { rulebook }) => {
    const open = openContact(complaint);
    if (!open)
      return refuse('wrong-status', clauses, 'No other party has it: contact one first.', {
        command: 'conclude',
        status: complaint.status,
      });
    const cited = rulebook.paths?.[open.path]?.clauses ?? clauses;
    return [{ type: 'PathConcluded', clauses: cited, path: open.path, ...input }];
  },
});
