/** Duties of a rulebook that make no sense are told, with what to do. */
import { expect, test } from '@jest/globals';
import { problemsOf } from './wrong-rulebook.js';

const stockTake = "paper: stockTake, of: [project], at: '20:00'";
const quarterly = 'paper: quarterly, of: [company], within: 10 working days';

test.each([
  [
    'a paper of another recurrence',
    quarterly,
    quarterly.replace('quarterly', 'monthly'),
    /Monthly report is made every month, not every quarter/,
  ],
  ['the same paper twice', 'paper: developerList', 'paper: monthly', /monthly makes the same paper of the same nodes/],
  [
    'a tier that there is not',
    'tiers: [project, company, group]',
    'tiers: [project, company]',
    /duties\.weekly-group\.of: "group" is none/,
  ],
  [
    'a period that is none',
    'within: 10 working days',
    'within: soon',
    /duties\.quarterly\.within: "soon" is no period/,
  ],
  ['an acknowledgement in days', 'acknowledge: 24 hours', 'acknowledge: 2 days', /must be in hours/],
  ['a weekday of a daily one', stockTake, `${stockTake}, on: monday`, /is for weekly duties/],
  ['a lead of a daily one', stockTake, `${stockTake}, before: 7 days`, /is for festivals/],
  [
    'a publication that nobody approves',
    'approves: [supervisor, company], public: true',
    'public: true',
    /approved first: add approves/,
  ],
  ['a write-off that nobody approves', ', approves: [hq]}', '}', /a write-off is approved/],
  ['a paper that there is not', 'paper: quarterly', 'paper: gazette', /"gazette" is unknown; choose one of weekly/],
  ['a time that is none', "at: '20:00'", "at: '8 pm'", /duties\.stock-take\.at/],
  ['somebody that there is not', 'confirms: [supervisor, company]', 'confirms: [mayor]', /"mayor" is unknown/],
])('%s', (_, from, to, message) => {
  expect(
    problemsOf(from, to)
      .map(({ text }) => text)
      .join('\n'),
  ).toMatch(message);
});
