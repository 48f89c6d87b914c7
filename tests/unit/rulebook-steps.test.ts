/** Steps that only some regulations have, without what they work with: told with the very line and what to do. */
import { expect, test } from '@jest/globals';
import { lineOf, problemsOf, wy } from './wrong-rulebook.js';

const calendar = 'calendar: CN\n';
const decisions = '\ndecisions:\n';
const forms = 'forms: {memo: {zh: 工作联系单, fields: {name: {zh: 姓名}}, clauses: [WY-4.1.1]}}\n';
const compensation = (sheet: string) =>
  ['compensation:', '  small:', '    propose: [handler]', '    approve: [company]', `    sheet: ${sheet}`]
    .concat('    clauses: [WY-4.1.1]', '  large: {propose: [handler], approve: [hq], clauses: [WY-4.1.1]}', '')
    .join('\n');
const step = (name: string) => `\ndecisions:\n  ${name}: {by: [approver], clauses: [WY-4.1.1]}\n`;

test.each([
  [
    'a paper of compensation that is no form',
    calendar,
    `${calendar}${compensation('memo')}`,
    'sheet: memo',
    ['compensation.small.sheet: "memo" is none of its forms: add it to forms'],
  ],
  [
    'a paper of compensation that nobody can issue',
    calendar,
    `${calendar}${forms}${compensation('memo')}`,
    'sheet: memo',
    ['compensation.small.sheet: nobody can issue it: name issueSheet among decisions'],
  ],
  [
    'a penalty without its rates',
    decisions,
    step('penalise'),
    'penalise:',
    ['decisions.penalise: has no rates to reckon with: add penalty'],
  ],
  [
    'rates of a penalty that nobody imposes',
    calendar,
    `${calendar}penalty: {upTo: 1, below: 0.2, above: 0.1, clauses: [WY-4.1.1]}\n`,
    'penalty:',
    ['penalty: nobody can impose it: name penalise among decisions'],
  ],
  [
    'a sheet to issue, and no form of one',
    decisions,
    step('issueSheet'),
    'issueSheet:',
    ['decisions.issueSheet: there is no sheet to issue: add forms'],
  ],
])('%s', (_, from, to, where, messages) => {
  const problems = problemsOf(from, to);
  expect(problems.map(({ text }) => text)).toEqual(messages);
  const line =
    lineOf(wy.replace(from, to), `${to.slice(0, to.indexOf(where))}${where}`) +
    to.slice(0, to.indexOf(where)).split('\n').length -
    1;
  expect(problems.map((problem) => problem.line)).toEqual([line]);
});

test.each(['SheetOverdue', 'FirstReceiverTold'])('%s is an event that a bulletin may go out at', (event) => {
  expect(problemsOf('turns: [', `turns: [${event}, `)).toEqual([]);
});
