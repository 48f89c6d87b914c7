import { command } from '../command.js';
import { number, text } from '../input.js';
import { refuse } from '../refusal.js';
import { underWay } from '../statuses.js';

/** What came of a paper: an action was taken, an answer is there. */
export const closeSheet = command({
  name: 'closeSheet',
  events: ['SheetClosed'],
  input: { number: number(1), result: text() },
  by: ['supervisor'],
  from: [...underWay, 'observing', 'unclosed', 'closed'],
  named: true,
  decide: ({ sheets = [] }, { number: which, result }, { clauses }, { rulebook }) => {
    const sheet = sheets.find((one) => one.number === which);
    if (!sheet) return refuse('invalid', clauses, `There is no sheet ${which}.`, { path: 'number' });
    const cited = rulebook.sheets?.[sheet.kind] ?? clauses;
    if (sheet.result) return refuse('already', cited, 'The sheet is closed.', { number: which });
    return [{ type: 'SheetClosed', clauses: cited, number: which, result }];
  },
});
