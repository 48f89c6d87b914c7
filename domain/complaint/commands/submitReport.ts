import { command } from '../command.js';
import { text, word } from '../input.js';
import { refuse } from '../refusal.js';
import { statuses } from '../statuses.js';

/** A report that is owed to a higher tier. */
export const submitReport = command({
  name: 'submitReport',
  events: ['ReportSubmitted'],
  input: { kind: word(), content: text() },
  by: ['supervisor'],
  from: statuses.filter((status) => !['refused', 'withdrawn', 'merged'].includes(status)),
  decide: (complaint, { kind, content }, { clauses }) => {
    const clock = complaint.clocks[`report.${kind}`];
    if (!clock || clock.state === 'cancelled') {
      return refuse('unknown-clock', clauses, `No report "${kind}" is owed for this complaint.`, { kind });
    }
    if (clock.metAt) return refuse('already', clock.clauses, `The report "${kind}" has been submitted.`, { kind });
    return [{ type: 'ReportSubmitted', clauses: clock.clauses, kind, content }];
  },
});
