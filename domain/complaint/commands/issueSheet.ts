import { instant } from '../../calendar/zone.js';
import { command } from '../command.js';
import { moment, optional, text, word } from '../input.js';
import { refuse } from '../refusal.js';
import { underWay } from '../statuses.js';

/** A paper of the rulebook: contact sheet, action sheet, handling notice; with a date it is tracked to it. */
export const issueSheet = command({
  name: 'issueSheet',
  events: ['SheetIssued'],
  input: { kind: word(), content: text(), dueBy: optional(moment()) },
  by: ['supervisor', 'handler'],
  from: [...underWay, 'observing', 'unclosed', 'closed'],
  named: true,
  decide: ({ sheets = [], number: reference }, { kind, content, dueBy }, { clauses }, { rulebook, now }) => {
    const known = rulebook.sheets ?? {};
    const cited = known[kind];
    if (!cited) {
      const kinds = Object.keys(known).join(', ');
      return refuse('invalid', clauses, `kind "${kind}" is no paper of this rulebook: ${kinds}.`, { path: 'kind' });
    }
    if (dueBy && instant(dueBy) <= now)
      return refuse('invalid', cited, 'dueBy must be later than now.', { path: 'dueBy' });
    return [
      {
        type: 'SheetIssued',
        clauses: cited,
        number: sheets.length + 1,
        reference,
        kind,
        content,
        ...(dueBy ? { dueBy } : {}),
      },
    ];
  },
});
