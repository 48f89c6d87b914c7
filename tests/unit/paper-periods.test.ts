/** The periods of recurring duties, and when their papers are drafted and due. */
import { describe, expect, test } from '@jest/globals';
import { instant, moment } from '../../domain/calendar/zone.js';
import { dueOf, recurringOf, roundsAt } from '../../domain/paper/periods.js';
import type { DutyDocument, Recurrence } from '../../domain/rulebook/duty.js';
import { calendarFor, readLibrary } from '../../documents/library.js';

const library = readLibrary(new URL('../../rulebooks', import.meta.url).pathname);
const rulebook = (id: string) => {
  const found = library.rulebooks.get(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const calendar = calendarFor(library, rulebook('WY').rulebook);
const duty = (every: Recurrence, more: Partial<DutyDocument> = {}): DutyDocument => ({ every, clauses: [], ...more });
const at = (text: string) => instant(`${text}+08:00`);
const only = (given: DutyDocument, when: string) => {
  const [round, ...more] = roundsAt(given, at(when), calendar);
  expect(more).toEqual([]);
  if (!round) throw new Error('no round');
  const { key, from, to } = round.period;
  return {
    key,
    from: from.slice(0, 16),
    to: to.slice(0, 16),
    drafted: moment(round.draftAt, calendar.zone).slice(0, 16),
  };
};

test.each<[string, DutyDocument, string, ReturnType<typeof only>]>([
  ['a day from one drafting to the next', duty('day', { at: '20:00' }), '2026-11-22T20:00:00',
    { key: '2026-11-22', from: '2026-11-21T20:00', to: '2026-11-22T20:00', drafted: '2026-11-22T20:00' }],
  ['the day before, while its time has not come', duty('day', { at: '20:00' }), '2026-11-22T19:59:59',
    { key: '2026-11-21', from: '2026-11-20T20:00', to: '2026-11-21T20:00', drafted: '2026-11-21T20:00' }],
  ['a week from Monday to Monday', duty('week'), '2026-11-23T09:00:00',
    { key: '2026-W47', from: '2026-11-16T09:00', to: '2026-11-23T09:00', drafted: '2026-11-23T09:00' }],
  ['a week that is asked for late', duty('week'), '2026-11-29T23:00:00',
    { key: '2026-W47', from: '2026-11-16T09:00', to: '2026-11-23T09:00', drafted: '2026-11-23T09:00' }],
  ['a week of two years', duty('week'), '2027-01-04T09:00:00',
    { key: '2026-W53', from: '2026-12-28T09:00', to: '2027-01-04T09:00', drafted: '2027-01-04T09:00' }],
  ['a week on a Friday', duty('week', { on: 'friday', at: '16:30' }), '2026-11-27T16:30:00',
    { key: '2026-W47', from: '2026-11-20T16:30', to: '2026-11-27T16:30', drafted: '2026-11-27T16:30' }],
  ['the first half of a month', duty('half month'), '2026-02-16T09:00:00',
    { key: '2026-02a', from: '2026-02-01T00:00', to: '2026-02-16T00:00', drafted: '2026-02-16T09:00' }],
  ['the second half of a short month', duty('half month'), '2026-03-01T09:00:00',
    { key: '2026-02b', from: '2026-02-16T00:00', to: '2026-03-01T00:00', drafted: '2026-03-01T09:00' }],
  ['a month', duty('month'), '2027-01-01T09:00:00',
    { key: '2026-12', from: '2026-12-01T00:00', to: '2027-01-01T00:00', drafted: '2027-01-01T09:00' }],
  ['a month before its time of drafting', duty('month'), '2026-11-01T08:59:59',
    { key: '2026-09', from: '2026-09-01T00:00', to: '2026-10-01T00:00', drafted: '2026-10-01T09:00' }],
  ['a quarter', duty('quarter'), '2026-05-20T12:00:00',
    { key: '2026-Q1', from: '2026-01-01T00:00', to: '2026-04-01T00:00', drafted: '2026-04-01T09:00' }],
  ['the last quarter', duty('quarter'), '2027-01-01T09:00:00',
    { key: '2026-Q4', from: '2026-10-01T00:00', to: '2027-01-01T00:00', drafted: '2027-01-01T09:00' }],
  ['half a year', duty('half year'), '2026-07-01T09:00:00',
    { key: '2026-H1', from: '2026-01-01T00:00', to: '2026-07-01T00:00', drafted: '2026-07-01T09:00' }],
  ['the other half', duty('half year'), '2027-01-01T09:00:00',
    { key: '2026-H2', from: '2026-07-01T00:00', to: '2027-01-01T00:00', drafted: '2027-01-01T09:00' }],
  ['a year', duty('year'), '2027-01-01T09:00:00',
    { key: '2026', from: '2026-01-01T00:00', to: '2027-01-01T00:00', drafted: '2027-01-01T09:00' }],
])('%s', (_, given, when, expected) => {
  expect(only(given, when)).toEqual(expected);
}); // prettier-ignore

describe('festivals', () => {
  const before = duty('festival', { before: '7 days' });

  test('are prepared a week before, whole, once for each', () => {
    const found = roundsAt(before, at('2026-09-24T09:00:00'), calendar);
    expect(found.map(({ period }) => period.label.zh)).toEqual([
      expect.stringContaining('中秋'),
      expect.stringContaining('国庆'),
    ]);
  });

  test('are not prepared when they have begun', () => {
    expect(roundsAt(before, at('2026-10-02T09:00:00'), calendar)).toEqual([]);
  });

  test('farming seasons come from the rulebook', () => {
    const { document } = rulebook('LD');
    const found = roundsAt(before, at('2026-03-10T09:00:00'), calendar, document.dutyPeriods);
    expect(found.map(({ period }) => period.key)).toEqual(['2026-03-15-spring-sowing']);
    expect(found[0]?.period.label.zh).toContain('春种');
  });
});

test('a paper is due when its people have had their time, days off left out', () => {
  const drafted = at('2026-09-30T09:00:00');
  const dueAfter = (within?: string) =>
    moment(dueOf(duty('month', within ? { within } : {}), drafted, calendar), calendar.zone);
  expect(dueAfter()).toBe('2026-09-30T09:00:00+08:00');
  expect(dueAfter('8 hours')).toBe('2026-09-30T17:00:00+08:00');
  // the national holiday from 1 to 7 October
  expect(dueAfter('1 working day')).toBe('2026-10-08T18:00:00+08:00');
});

test('the engine looks at the local time of the duty', () => {
  expect(recurringOf(duty('week', { on: 'sunday', at: '16:30' }))).toEqual({ hour: 16, minute: 30, dayOfWeek: 0 });
  expect(recurringOf(duty('half month'))).toEqual({ hour: 9, minute: 0, dayOfMonth: [1, 16] });
  expect(recurringOf(duty('quarter', { at: '06:05' }))).toMatchObject({ hour: 6, minute: 5, month: [1, 4, 7, 10] });
});

test('every rulebook whose clauses have recurring duties says which papers come of them', () => {
  const papers = [...library.rulebooks].flatMap(([id, { document }]) =>
    Object.values(document.duties ?? {}).map(({ paper }) => `${id} ${paper}`),
  );
  expect(papers.sort()).toEqual(
    [
      ...['WY stockTake', 'WY weekly', 'WY weekly', 'WY monthly', 'WY publication', 'WY developerList', 'WY quarterly'],
      ...[
        'WY writeOffList',
        'HA halfMonthly',
        'HA quarterly',
        'BX stockTake',
        'BX monthly',
        'DS monthly',
        'TG monthly',
      ],
      ...['YH monthly', 'WT halfYearly', 'WT yearly', 'HX assessment', 'HO yearly', 'JB roster', 'LD roster'],
    ].sort(),
  );
});
