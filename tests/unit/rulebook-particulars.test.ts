/** Mistakes in what single regulations add are told with the line and what to do. */
import { test } from '@jest/globals';
import { isTold, type Mistake } from './wrong-rulebook.js';

const calendar = 'calendar: CN';
const add = (text: string) => `${calendar}\n${text}`;

test.each<Mistake>([
  [
    'a paper that there is not',
    calendar,
    add('payers: {owner: {sheet: contact-sheet, clauses: [WY-4.1.1]}}'),
    /payers\.owner\.sheet: "contact-sheet" is none of its forms/,
  ],
  [
    'a paper that nobody can issue',
    calendar,
    add(
      'payers: {owner: {sheet: slip, clauses: [WY-4.1.1]}}\nforms: {slip: {fields: {name: {zh: 姓名}}, clauses: [WY-4.1.1]}}',
    ).replace(/\nforms: .*/, ''),
    /payers\.owner\.sheet: "slip" is none of its forms/,
  ],
  [
    'a path of a category that there is not',
    'when: {category: neighbour}',
    'when: {category: nobody}',
    /paths\.neighbour\.when\.category: there is no category "nobody"/,
  ],
  [
    'a way that there is not',
    'way: mediation',
    'way: lawsuit',
    /paths\.neighbour\.way: "lawsuit" is unknown; choose one/,
  ],
  [
    'a path that nobody takes',
    '  contact: {clauses: [WY-4.4.5.3, WY-4.6.1]}\n',
    '',
    /paths: nobody can contact: name contact among decisions/,
  ],
  ['a contact clock and no path', '\npaths:\n', '\nseverities-of-paths:\n', /is unknown here/],
  [
    'a figure without its period',
    calendar,
    add('service: {onSite: {least: 0.98, clauses: [WY-4.1.1]}}'),
    /service\.onSite: has no period to be measured by: add clocks\.arrive/,
  ],
  [
    'a target that is two',
    calendar,
    add('service: {rework: {least: 0.1, most: 0.2, clauses: [WY-4.1.1]}}'),
    /service\.rework: is to be at least or at most, not both/,
  ],
  [
    'a share above the whole',
    calendar,
    add('service: {rework: {most: 2, clauses: [WY-4.1.1]}}'),
    /service\.rework\.most: must be <= 1/,
  ],
  [
    'a duty period that never is',
    calendar,
    add("dutyPeriods: {harvest: {from: '02-30', to: '03-10', clauses: [WY-4.1.1]}}"),
    /dutyPeriods\.harvest\.from: there is no 02-30 in any year/,
  ],
  [
    'a duty period without its end',
    calendar,
    add("dutyPeriods: {harvest: {from: '02-20', clauses: [WY-4.1.1]}}"),
    /dutyPeriods\.harvest: needs holidays: true, or both from/,
  ],
  [
    'a duty period twice said',
    calendar,
    add("dutyPeriods: {harvest: {holidays: true, from: '02-20', to: '03-10', clauses: [WY-4.1.1]}}"),
    /dutyPeriods\.harvest: is on holidays or from one day to another, not both/,
  ],
  [
    'a duty period that cites nothing known',
    calendar,
    add('dutyPeriods: {festival: {holidays: true, clauses: [LD-3]}}'),
    /dutyPeriods\.festival\.clauses\.0: cites LD-3, which is not in the catalogue/,
  ],
  [
    'a survey that is never asked',
    '  verify: true\n  revisit: true',
    '  verify: true\n  revisit: false\nsurvey: {power: {zh: 供电, clauses: [WY-4.1.1]}}',
    /survey: is asked at the revisit: stages\.revisit is false/,
  ],
])('%s', isTold);
