/** What is said of a year that cannot be published, where its limits are, and what counts as a change. */
import { describe, expect, test } from '@jest/globals';
import { type Calendar, type CalendarYear, dayKind } from '../../domain/calendar/calendar.js';
import { earliestOf, isDate, offProblems, yearChanges, yearProblems } from '../../domain/calendar/publish.js';
import { atTime, day } from '../../domain/calendar/zone.js';

type Off = CalendarYear['off'];
type Work = CalendarYear['work'];

const newYear: Off = [['2027-01-01', 3, '元旦']];
const problems = ({ off = newYear, work = [] }: { off?: Off; work?: Work }) =>
  yearProblems('2027', { off, work }, [6, 7]);
const long = '长'.repeat(40);

describe('a year that cannot be published is told why', () => {
  test.each<[string, { off?: Off; work?: Work }, Record<string, string>]>([
    ['no holiday', { off: [] }, { off: 'must name at least one holiday' }],
    ['no date', { off: [['soon', 1, '春节']] }, { 'off.0.from': 'must be a date such as 2027-02-14' }],
    ['another year', { off: [['2026-12-31', 1, '元旦']] }, { 'off.0.from': 'lies outside 2027' }],
    ['a day and a half', { off: [['2027-01-01', 1.5, '元旦']] }, { 'off.0.days': 'must be 1 to 31' }],
    [
      'too long to be looked at for its end',
      { off: [['2027-12-31', 32, '元旦']] },
      { 'off.0.days': 'must be 1 to 31' },
    ],
    [
      'a long name',
      { off: [['2027-01-01', 1, `${long}长`]] },
      { 'off.0.name': 'must be a name of 1 to 40 characters' },
    ],
    [
      'an overlap on one day',
      { off: [['2027-01-01', 3, '元旦'], ['2027-01-03', 2, '补休']] }, // prettier-ignore
      { 'off.1.from': 'overlaps with another of the days off' },
    ],
    [
      'a make-up workday that is none',
      { work: [['soon', '调休']] },
      { 'work.0.date': 'must be a date such as 2027-02-14' },
    ],
    ['a make-up workday in another year', { work: [['2026-01-10', '调休']] }, { 'work.0.date': 'lies outside 2027' }],
    [
      'a make-up workday on a Monday',
      { work: [['2027-01-11', '调休']] },
      { 'work.0.date': 'is worked anyway: it is no weekend and no day off' },
    ],
    ['the same one twice', { work: [['2027-01-09', '调休'], ['2027-01-09', '调休']] }, { 'work.1.date': 'is named twice' }], // prettier-ignore
    [
      'a make-up workday without a name',
      { work: [['2027-01-09', ' ']] },
      { 'work.0.name': 'must be a name of 1 to 40 characters' },
    ],
  ])('%s', (_, given, expected) => {
    expect(Object.fromEntries(problems(given).map(({ path, message }) => [path, message]))).toEqual(expected);
  });

  test('a name that is no text', () => {
    const off = [['2027-01-01', 1, undefined]] as unknown as Off;
    expect(offProblems(off).map(({ path }) => path)).toEqual(['off.0.name']);
  });
});

describe('the limits are inside', () => {
  test('a name of forty characters, a month of days off, and its last day worked', () => {
    expect(problems({ off: [['2027-03-01', 31, long]], work: [['2027-03-31', '调休']] })).toEqual([]);
  });

  test('a day off of the week may be worked', () => {
    expect(problems({ off: [['2027-10-04', 2, '国庆节']], work: [['2027-10-05', '调休']] })).toEqual([]);
    expect(problems({ off: [['2027-10-04', 2, '国庆节']], work: [['2027-10-06', '调休']] })).toHaveLength(1);
  });

  test.each([
    ['1900-01-01', true],
    ['2199-12-31', true],
    ['2200-01-01', false],
    ['1899-12-31', false],
    ['2027-02-29', false],
    ['2028-02-29', true],
    ['2027-1-1', false],
    [20270101, false],
    [undefined, false],
  ])('whether %s is a date: %s', (text, expected) => expect(isDate(text)).toBe(expected));

  test('a year begins anywhere on earth within a day before it begins at Greenwich', () => {
    const first = atTime('2027-01-01', '00:00', 'Pacific/Kiritimati');
    expect(earliestOf('2027')).toBeLessThanOrEqual(first);
    expect(earliestOf('2027')).toBeGreaterThan(first - day);
  });
});

describe('a change of a year', () => {
  const base: Calendar = {
    ...{ id: 'CN', zone: 'Asia/Shanghai', opens: '09:00', closes: '18:00', weekend: [6, 7] },
    fixed: [['01-01', '元旦']],
    years: {},
  };
  const changes = (before: Omit<CalendarYear, 'version'> | undefined, after: Omit<CalendarYear, 'version'>) =>
    yearChanges(base, '2027', before && { version: 1, ...before }, after);

  test('is another name of the same holiday', () => {
    expect(changes({ off: newYear, work: [] }, { off: [['2027-01-01', 3, '新年']], work: [] })).toStrictEqual(
      ['2027-01-01', '2027-01-02', '2027-01-03'].map((date) => ({
        date,
        was: { kind: 'holiday', name: '元旦' },
        is: { kind: 'holiday', name: '新年' },
      })),
    );
  });

  test('is a day that is worked now, by the same name', () => {
    const off: Off = [...newYear, ['2027-01-09', 1, '元旦']];
    expect(changes({ off, work: [] }, { off: newYear, work: [['2027-01-09', '元旦']] })).toStrictEqual([
      { date: '2027-01-09', was: { kind: 'holiday', name: '元旦' }, is: { kind: 'makeup', name: '元旦' } },
    ]);
  });

  test('tells no name where there is none', () => {
    expect(
      changes(undefined, {
        off: [
          ['2027-01-01', 1, '元旦'],
          ['2027-01-04', 1, '补休'],
        ],
        work: [],
      }),
    ).toStrictEqual([
      // prettier-ignore
      { date: '2027-01-04', was: { kind: 'workday' }, is: { kind: 'holiday', name: '补休' } },
    ]);
    expect(dayKind(base, '2027-01-04')).toStrictEqual({ kind: 'workday', working: true, provisional: true });
  });
});
