/** Periods against tables that were reckoned by hand (Civil Code of the PRC, articles 200–204). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { formatBudget, parseBudget } from '../../domain/calendar/budget.js';
import { type Calendar, dayKind, hoursAt, pinned, withYear } from '../../domain/calendar/calendar.js';
import { reckon, type Stop } from '../../domain/calendar/reckon.js';
import { atTime, dateOf, endOf, instant, moment, plusDays, plusMonths, weekday } from '../../domain/calendar/zone.js';

const calendar = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../rulebooks/calendars/CN.json'), 'utf8'),
) as Calendar;
const zone = 'Asia/Shanghai';
/** `2026-03-02 10:00` in Shanghai; seconds may follow. */
const at = (text: string) => {
  const [date = '', time = ''] = text.split(' ');
  return instant(`${date}T${time.length === 5 ? `${time}:00` : time}+08:00`);
};
const stop = (from: string, to?: string): Stop => ({
  from: at(from),
  ...(to ? { to: at(to) } : {}),
  because: 'forceMajeure',
});
const due = (start: string, budget: string, { age = false, stops = [] as Stop[] } = {}) => {
  const reckoned = reckon({ start: at(start), budget: parseBudget(budget), calendar, stops, age });
  return reckoned.due === undefined
    ? undefined
    : moment(reckoned.due, zone).replace('T', ' ').replace('+08:00', '').replace(/:00$/, '');
};

describe('the calendar', () => {
  test.each([
    ['2026-01-01', 'holiday', '元旦'],
    ['2026-01-04', 'makeup', '元旦调休'],
    ['2026-02-13', 'workday', undefined],
    ['2026-02-14', 'makeup', '春节调休'],
    ['2026-02-15', 'holiday', '春节'],
    ['2026-02-23', 'holiday', '春节'],
    ['2026-02-24', 'workday', undefined],
    ['2026-02-28', 'makeup', '春节调休'],
    ['2026-03-01', 'weekend', undefined],
    ['2026-04-05', 'holiday', '清明节'],
    ['2026-05-05', 'holiday', '劳动节'],
    ['2026-05-09', 'makeup', '劳动节调休'],
    ['2026-06-19', 'holiday', '端午节'],
    ['2026-09-20', 'makeup', '国庆节调休'],
    ['2026-09-26', 'holiday', '中秋节'],
    ['2026-10-07', 'holiday', '国庆节'],
    ['2026-10-10', 'makeup', '国庆节调休'],
  ])('%s is a %s', (date, kind, name) => {
    expect(dayKind(calendar, date)).toMatchObject({ kind, provisional: false, ...(name ? { name } : {}) });
  });

  test.each([
    ['2027-01-01', 'holiday'],
    ['2027-01-02', 'weekend'],
    ['2027-01-04', 'workday'],
    ['2027-05-02', 'holiday'],
    ['2027-05-03', 'workday'],
    ['2027-10-03', 'holiday'],
    ['2027-10-04', 'workday'],
  ])('a year that is not published knows weekends and fixed days only: %s is a %s', (date, kind) => {
    expect(dayKind(calendar, date)).toMatchObject({ kind, provisional: true });
  });

  test('a published year replaces what was provisional, and nothing else', () => {
    const known = withYear(calendar, '2027', { version: 1, off: [['2027-01-04', 1, '补休']], work: [] });
    expect(dayKind(known, '2027-01-04')).toMatchObject({ kind: 'holiday', provisional: false });
    expect(dayKind(known, '2027-01-01')).toMatchObject({ kind: 'workday', provisional: false });
    expect(dayKind(calendar, '2027-01-04')).toMatchObject({ kind: 'workday', provisional: true });
  });

  test('what is pinned holds the year and the two after it', () => {
    const years = Object.fromEntries(
      [2024, 2025, 2026, 2027, 2028].map((one) => [one, { version: 1, off: [], work: [] }]),
    );
    expect(Object.keys(pinned({ ...calendar, years }, 2025).years)).toEqual(['2025', '2026', '2027']);
  });

  test.each([
    ['2026-03-04 00:00', 'beforeOpening'],
    ['2026-03-04 08:59:59.999', 'beforeOpening'],
    ['2026-03-04 09:00', 'open'],
    ['2026-03-04 18:00', 'open'],
    ['2026-03-04 18:00:00.001', 'outOfHours'],
    ['2026-03-04 23:59:59', 'outOfHours'],
    ['2026-03-07 06:00', 'outOfHours'],
    ['2026-03-07 12:00', 'outOfHours'],
    ['2026-09-20 12:00', 'open'],
    ['2026-09-20 08:00', 'beforeOpening'],
    ['2026-10-05 12:00', 'outOfHours'],
  ])('%s is %s', (when, expected) => {
    expect(hoursAt(calendar, at(when))).toBe(expected);
  });
});

describe('when a period ends', () => {
  test.each([
    // the moment itself, day and night
    ['2026-03-02 10:00', '20 minutes', '2026-03-02 10:20'],
    ['2026-09-30 23:50', '15 minutes', '2026-10-01 00:05'],
    ['2026-10-03 22:00', '4 hours', '2026-10-04 02:00'],
    ['2026-02-13 17:00:00.500', '48 hours', '2026-02-15 17:00:00.500'],
    // the day on which it begins does not count
    ['2026-03-02 00:00', '1 working day', '2026-03-03 18:00'],
    ['2026-03-02 23:59:59', '1 working day', '2026-03-03 18:00'],
    ['2026-03-06 10:00', '1 working day', '2026-03-09 18:00'],
    ['2026-03-07 10:00', '1 working day', '2026-03-09 18:00'],
    ['2026-03-06 10:00', '3 working days', '2026-03-11 18:00'],
    ['2026-09-18 16:00', '2 working days', '2026-09-21 18:00'],
    ['2026-02-13 10:00', '3 working days', '2026-02-25 18:00'],
    ['2026-09-30 10:00', '5 working days', '2026-10-13 18:00'],
    ['2026-04-03 17:00', '3 working days', '2026-04-09 18:00'],
    ['2026-03-02 10:00', '30 working days', '2026-04-14 18:00'],
    // days and weeks end at 24:00; a last day off is rolled over
    ['2026-03-02 10:00', '2 days', '2026-03-05 00:00'],
    ['2026-03-05 10:00', '2 days', '2026-03-10 00:00'],
    ['2026-03-05 10:00', '1 day', '2026-03-07 00:00'],
    ['2026-09-18 10:00', '2 days', '2026-09-21 00:00'],
    ['2026-09-28 10:00', '3 days', '2026-10-09 00:00'],
    ['2026-03-02 10:00', '15 days', '2026-03-18 00:00'],
    ['2026-02-02 10:00', '15 days', '2026-02-25 00:00'],
    ['2026-03-02 10:00', '1 week', '2026-03-10 00:00'],
    ['2026-09-24 10:00', '1 week', '2026-10-09 00:00'],
    // the corresponding day, or the month's last
    ['2026-03-02 10:00', '1 month', '2026-04-03 00:00'],
    ['2026-01-31 10:00', '1 month', '2026-03-01 00:00'],
    ['2024-01-31 10:00', '1 month', '2024-03-01 00:00'],
    ['2026-03-31 10:00', '1 month', '2026-05-01 00:00'],
    ['2026-03-05 10:00', '1 month', '2026-04-08 00:00'],
    ['2025-12-31 10:00', '2 months', '2026-03-01 00:00'],
    // the same day; the day work resumes
    ['2026-03-02 00:00', 'same day', '2026-03-03 00:00'],
    ['2026-10-03 23:59:59.999', 'same day', '2026-10-04 00:00'],
    ['2026-03-06 18:00:01', 'the day work resumes', '2026-03-10 00:00'],
    ['2026-03-03 20:00', 'the day work resumes', '2026-03-05 00:00'],
    ['2026-04-30 22:15', 'the day work resumes', '2026-05-07 00:00'],
    ['2026-09-19 12:00', 'the day work resumes', '2026-09-21 00:00'],
  ])('%s + %s = %s', (start, budget, expected) => {
    expect(due(start, budget)).toBe(expected);
  });

  test.each([
    ['2026-09-24 10:00', '1 week', '2026-10-02 00:00'],
    ['2026-03-05 10:00', '1 month', '2026-04-06 00:00'],
    ['2026-09-30 10:00', '3 working days', '2026-10-10 18:00'],
  ])('an age does not roll: %s + %s = %s', (start, budget, expected) => {
    expect(due(start, budget, { age: true })).toBe(expected);
  });

  test.each([
    // minutes and hours stop
    ['2026-03-02 10:00', '4 hours', [stop('2026-03-02 11:00', '2026-03-02 12:30')], '2026-03-02 15:30'],
    ['2026-03-02 10:00', '4 hours', [stop('2026-03-02 15:00', '2026-03-02 16:00')], '2026-03-02 14:00'],
    ['2026-03-02 10:00', '4 hours', [stop('2026-03-02 09:00', '2026-03-02 11:00')], '2026-03-02 15:00'],
    ['2026-03-02 10:00', '4 hours', [stop('2026-03-02 08:00', '2026-03-02 09:00')], '2026-03-02 14:00'],
    ['2026-03-02 10:00', '48 hours', [stop('2026-03-03 10:00', '2026-03-13 10:00')], '2026-03-14 10:00'],
    [
      '2026-03-02 10:00',
      '4 hours',
      [stop('2026-03-02 11:00', '2026-03-02 12:00'), stop('2026-03-02 13:00', '2026-03-02 14:00')],
      '2026-03-02 16:00',
    ],
    ['2026-03-02 10:00', '4 hours', [stop('2026-03-02 11:00')], undefined],
    ['2026-03-02 10:00', '4 hours', [stop('2026-03-02 15:00')], '2026-03-02 14:00'],
    // a working day counts if the clock runs at closing time
    ['2026-03-02 10:00', '2 working days', [stop('2026-03-03 17:59', '2026-03-03 18:01')], '2026-03-05 18:00'],
    ['2026-03-02 10:00', '2 working days', [stop('2026-03-03 10:00', '2026-03-03 18:00')], '2026-03-04 18:00'],
    ['2026-03-02 10:00', '2 working days', [stop('2026-03-03 18:00', '2026-03-03 18:00:01')], '2026-03-05 18:00'],
    ['2026-03-02 10:00', '2 working days', [stop('2026-03-03 18:00:01', '2026-03-04 17:59')], '2026-03-04 18:00'],
    ['2026-03-02 10:00', '2 working days', [stop('2026-03-07 10:00', '2026-03-08 10:00')], '2026-03-04 18:00'],
    ['2026-03-05 10:00', '2 working days', [stop('2026-03-06 10:00', '2026-03-08 10:00')], '2026-03-10 18:00'],
    // a day counts if it runs at 24:00
    ['2026-03-02 10:00', '2 days', [stop('2026-03-03 18:00', '2026-03-04 09:00')], '2026-03-06 00:00'],
    ['2026-03-02 10:00', '2 days', [stop('2026-03-03 09:00', '2026-03-03 23:59')], '2026-03-05 00:00'],
    ['2026-03-02 10:00', '2 days', [stop('2026-03-04 00:00', '2026-03-04 00:00:01')], '2026-03-06 00:00'],
    ['2026-03-02 10:00', 'same day', [stop('2026-03-02 11:00', '2026-03-03 09:00')], '2026-03-04 00:00'],
    ['2026-03-06 20:00', 'the day work resumes', [stop('2026-03-09 10:00', '2026-03-10 09:00')], '2026-03-11 00:00'],
    // one day more for each that did not count, and the new last day rolls over
    ['2026-03-02 10:00', '1 week', [stop('2026-03-03 10:00', '2026-03-08 10:00')], '2026-03-17 00:00'],
    ['2026-01-31 10:00', '1 month', [stop('2026-02-10 10:00', '2026-02-13 10:00')], '2026-03-04 00:00'],
    ['2026-03-02 10:00', '1 week', [stop('2026-03-20 10:00')], '2026-03-10 00:00'],
    ['2026-03-02 10:00', '1 week', [stop('2026-03-09 23:00')], undefined],
  ])('%s + %s, stopped %#, = %s', (start, budget, stops, expected) => {
    expect(due(start, budget, { stops })).toBe(expected);
  });

  test.each([
    ['2026-12-30 10:00', '1 working day', false],
    ['2026-12-31 10:00', '1 working day', true],
    ['2026-12-31 10:00', 'same day', false],
    ['2026-12-31 23:00', '4 hours', true],
    ['2026-12-25 10:00', '1 week', true],
    ['2026-12-20 10:00', '1 week', false],
  ])('%s + %s is provisional: %s', (start, budget, expected) => {
    const reckoned = reckon({ start: at(start), budget: parseBudget(budget), calendar, stops: [], age: false });
    expect(reckoned.provisional).toBe(expected);
  });

  test('every stretch is told, without gaps, and the last ends when it is due', () => {
    const reckoned = reckon({
      start: at('2026-04-30 15:00'),
      budget: parseBudget('3 working days'),
      calendar,
      stops: [stop('2026-05-07 10:00', '2026-05-08 10:00')],
      age: false,
    });
    expect(reckoned.stretches.map(({ counted, reason, name }) => [counted, reason, name])).toEqual([
      [false, 'startDay', undefined],
      [false, 'holiday', '劳动节'],
      [true, 'workday', undefined],
      [false, 'suspended', 'forceMajeure'],
      [true, 'workday', undefined],
      [true, 'makeup', '劳动节调休'],
    ]);
    reckoned.stretches.slice(1).forEach(({ from }, i) => expect(from).toBe(reckoned.stretches[i]?.to));
    expect(reckoned.stretches[0]?.from).toBe(at('2026-04-30 15:00'));
    expect(reckoned.stretches.at(-1)?.to).toBe(reckoned.due);
    expect(reckoned.due).toBe(at('2026-05-09 18:00'));
  });
});

describe('what is told of a period', () => {
  const told = (start: string, budget: string, stops: Stop[] = []) =>
    reckon({ start: at(start), budget: parseBudget(budget), calendar, stops, age: false }).stretches.map(
      ({ from, to, counted, reason, name }) => [from, to, counted, name ? `${reason} ${name}` : reason],
    );

  test('hours run, stand still and run on', () => {
    expect(told('2026-03-02 10:00', '4 hours', [stop('2026-03-02 11:00', '2026-03-02 12:30')])).toEqual([
      [at('2026-03-02 10:00'), at('2026-03-02 11:00'), true, 'running'],
      [at('2026-03-02 11:00'), at('2026-03-02 12:30'), false, 'suspended forceMajeure'],
      [at('2026-03-02 12:30'), at('2026-03-02 15:30'), true, 'running'],
    ]);
  });

  test('days count by themselves, and a last day off is rolled over', () => {
    expect(told('2026-03-05 10:00', '2 days').map(([, to, , reason]) => [to, reason])).toEqual([
      [at('2026-03-06 00:00'), 'startDay'],
      [at('2026-03-08 00:00'), 'day'],
      [at('2026-03-09 00:00'), 'weekend'],
      [at('2026-03-10 00:00'), 'rolled'],
    ]);
  });
});

describe('budgets and zones', () => {
  test.each([
    '4 hours',
    '1 hour',
    '20 minutes',
    '2 working days',
    '1 working day',
    '15 days',
    '1 week',
    '1 month',
    'same day',
    'the day work resumes',
  ])('%s is read and written alike', (text) => expect(formatBudget(parseBudget(text))).toBe(text));
  test.each([
    [' 4 hours ', { n: 4, unit: 'hours' }],
    [' same day', { n: 1, unit: 'sameDay' }],
    ['1000 days', { n: 1000, unit: 'days' }],
  ])('"%s" is a period', (text, expected) => expect(parseBudget(text)).toEqual(expected));
  test.each([
    '4 hours or so',
    'in 4 hours',
    '',
    '4',
    'soon',
    '0 days',
    '1.5 hours',
    '-1 day',
    '4 hrs',
    '2 business days',
    '1001 days',
    'sameday',
  ])('"%s" is no period', (text) => expect(() => parseBudget(text)).toThrow(/is no period: write/));
  test.each(['2026-03-02', '2026-03-02T10:00', 'tomorrow', '2026-13-01T10:00+08:00'])('"%s" is no moment', (text) =>
    expect(() => instant(text)).toThrow(RangeError),
  );
  test('zones that change their offset', () => {
    const berlin = 'Europe/Berlin';
    expect(moment(atTime('2026-03-29', '01:30', berlin), berlin)).toBe('2026-03-29T01:30:00+01:00');
    expect(moment(atTime('2026-03-29', '03:30', berlin), berlin)).toBe('2026-03-29T03:30:00+02:00');
    expect(endOf('2026-03-29', berlin) - atTime('2026-03-29', '00:00', berlin)).toBe(23 * 3_600_000);
    expect(dateOf(instant('2026-10-24T22:30:00Z'), berlin)).toBe('2026-10-25');
    expect(moment(instant('2026-07-01T00:00:00Z'), 'America/St_Johns')).toBe('2026-06-30T21:30:00-02:30');
  });
  test('dates', () => {
    expect([plusDays('2026-02-28', 1), plusDays('2024-02-28', 1), plusDays('2026-01-01', -1)]).toEqual([
      '2026-03-01',
      '2024-02-29',
      '2025-12-31',
    ]);
    expect([plusMonths('2026-01-31', 1), plusMonths('2026-11-30', 3)]).toEqual(['2026-02-28', '2027-02-28']);
    expect(['2026-03-02', '2026-03-08', '1969-12-31', '1970-01-01'].map(weekday)).toEqual([1, 7, 3, 4]);
    expect(atTime('2026-03-02', '24:00', zone)).toBe(at('2026-03-03 00:00'));
  });
});
