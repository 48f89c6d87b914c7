import { command } from '../command.js';
import { dateOf } from '../../calendar/zone.js';
import { text } from '../input.js';
import { refuse } from '../refusal.js';

/** Like a bad debt, only after the end of the year in which it was left unclosed. */
export const writeOff = command({
  name: 'writeOff',
  events: ['WrittenOff'],
  input: { analysis: text() },
  by: ['hq'],
  from: ['unclosed'],
  decide: (complaint, { analysis }, { clauses }, { calendar, now }) => {
    const year = (complaint.marks['MarkedUnclosed'] ?? complaint.arrivedAt).slice(0, 4);
    if (dateOf(now, calendar.zone).slice(0, 4) <= year) {
      return refuse(
        'too-early',
        clauses,
        `The statistics year ${year} has not ended; until then it is kept under attention.`,
        { year },
      );
    }
    return [{ type: 'WrittenOff', clauses, status: 'writtenOff', analysis }];
  },
});
