/** Own days off and hours, what may be published, and what it changes. */
import { describe, expect, test } from '@jest/globals';
import { parseBudget } from '../../domain/calendar/budget.js';
import { type Calendar, dayKind, hoursAt, hoursOf } from '../../domain/calendar/calendar.js';
import { inForceOn, type NodeCalendar, ownCalendarOf } from '../../domain/calendar/own.js';
import { offProblems, yearChanges, yearProblems } from '../../domain/calendar/publish.js';
import { reckon } from '../../domain/calendar/reckon.js';
import { instant, moment } from '../../domain/calendar/zone.js';
import { readLibrary } from '../../documents/library.js';

const library = readLibrary(new URL('../../rulebooks', import.meta.url).pathname);
const base = library.calendars.get('CN') as Calendar;
// a Thursday and a Friday
const own = { stamp: 1, off: [['2026-11-05', 2, '司庆日']] as [string, number, string][] };
const calendar: Calendar = { ...base, own };

const due = (budget: string, from: string, given = calendar) => {
  const reckoned = reckon({
    start: instant(from),
    budget: parseBudget(budget),
    calendar: given,
    stops: [],
    age: false,
  });
  return { ...reckoned, due: reckoned.due && moment(reckoned.due, 'Asia/Shanghai') };
};

describe('an own day off', () => {
  test('is no working day, by its name; a holiday stays a holiday', () => {
    expect(dayKind(calendar, '2026-11-05')).toMatchObject({ kind: 'ownDayOff', name: '司庆日', working: false });
    expect(dayKind(calendar, '2026-11-04')).toMatchObject({ kind: 'workday', working: true });
    const short = { ...base, own: { stamp: 1, off: [['2026-11-03', 1, '司庆日']] as [string, number, string][] } };
    expect(dayKind(short, '2026-11-04')).toMatchObject({ kind: 'workday', working: true });
    const over = { ...base, own: { stamp: 1, off: [['2026-10-01', 10, '盘点']] as [string, number, string][] } };
    expect(dayKind(over, '2026-10-01')).toMatchObject({ kind: 'holiday', name: '国庆节' });
    expect(dayKind(over, '2026-10-10')).toMatchObject({ kind: 'ownDayOff', name: '盘点' });
  });

  test('is passed over by working days, and said so', () => {
    const { due: at, stretches } = due('2 working days', '2026-11-04T10:00:00+08:00');
    expect(at).toBe('2026-11-10T18:00:00+08:00');
    expect(stretches).toContainEqual(expect.objectContaining({ reason: 'ownDayOff', name: '司庆日', counted: false }));
    expect(due('2 working days', '2026-11-04T10:00:00+08:00', base).due).toBe('2026-11-06T18:00:00+08:00');
  });

  test('does not carry the end of a period of days on: the law names only its own (art. 203)', () => {
    expect(due('1 day', '2026-11-04T10:00:00+08:00').due).toBe('2026-11-06T00:00:00+08:00');
    // a Saturday does, and the own day off after it is no reason to go further
    const after = { ...base, own: { stamp: 1, off: [['2026-11-09', 1, '司庆日']] as [string, number, string][] } };
    expect(due('3 days', '2026-11-04T10:00:00+08:00', after).due).toBe('2026-11-10T00:00:00+08:00');
  });

  test('has no business hours; own hours take the place of the rulebook’s', () => {
    expect(hoursAt(calendar, instant('2026-11-05T10:00:00+08:00'))).toBe('outOfHours');
    const early = { ...base, own: { stamp: 1, off: [], opens: '08:00', closes: '17:00' } };
    expect(hoursAt(early, instant('2026-11-04T08:30:00+08:00'))).toBe('open');
    expect(hoursAt(base, instant('2026-11-04T08:30:00+08:00'))).toBe('beforeOpening');
    expect(due('1 working day', '2026-11-04T10:00:00+08:00', early).due).toBe('2026-11-05T17:00:00+08:00');
  });
});

describe('the nodes of a project', () => {
  const of = (node: string, more: Partial<NodeCalendar> = {}): NodeCalendar => ({
    ...{ node, version: 1, stamp: 1, from: '2026-01-01', inherits: true, off: [] },
    ...more,
  });

  test('the nearest hours win, days off add up, the latest stamp counts', () => {
    const group = of('anju', { opens: '08:30', closes: '17:30', stamp: 7, off: [['2026-05-10', 1, '司庆日']] });
    const company = of('huadong', { opens: '09:00', closes: '18:00', off: [['2026-05-10', 2, '团建']] });
    const found = ownCalendarOf([of('cuihu'), company, group]);
    expect(found).toMatchObject({ opens: '09:00', closes: '18:00', stamp: 7 });
    const both = { ...base, own: found } as Calendar;
    // the nearest name stays
    expect(dayKind({ ...both, weekend: [] }, '2026-05-10')).toMatchObject({ name: '团建' });
    expect(ownCalendarOf([])).toBeUndefined();
  });

  test('hours count where both are stated: who opens at eight and does not say until when has no hours of its own', () => {
    const half = of('cuihu', { opens: '08:00' });
    const other = of('huadong', { closes: '17:00' });
    const group = of('anju', { opens: '08:30', closes: '17:30' });
    expect(ownCalendarOf([half, other, group])).toMatchObject({ opens: '08:30', closes: '17:30' });
    expect(ownCalendarOf([half, other])).toStrictEqual({ stamp: 1, off: [] });
    for (const given of [{ opens: '08:00' }, { closes: '17:00' }]) {
      expect(hoursOf({ ...base, own: { stamp: 1, off: [], ...given } })).toEqual({ opens: '09:00', closes: '18:00' });
    }
  });

  test('who does not inherit hears nothing of the days off above', () => {
    const group = of('anju', { off: [['2026-05-11', 1, '司庆日']] });
    const project = of('cuihu', { inherits: false, off: [['2026-05-12', 1, '盘点']] });
    const company = of('huadong', { off: [['2026-05-13', 1, '团建']] });
    expect(ownCalendarOf([project, company, group])?.off).toEqual([['2026-05-12', 1, '盘点']]);
  });

  test('the latest version that has begun holds', () => {
    const versions = [
      of('a'),
      of('a', { version: 2, from: '2026-06-01' }),
      of('a', { version: 3, from: '2027-01-01' }),
    ];
    expect(inForceOn(versions, '2026-06-01')?.version).toBe(2);
    expect(inForceOn([...versions].reverse(), '2026-06-01')?.version).toBe(2);
    expect(inForceOn(versions, '2026-05-31')?.version).toBe(1);
    expect(inForceOn(versions, '2025-12-31')).toBeUndefined();
  });
});

describe('what may be published', () => {
  const off: [string, number, string][] = [['2027-01-01', 3, '元旦']];
  const paths = (given: { off?: [string, number, string][]; work?: [string, string][] }) =>
    yearProblems('2027', { off, work: [], ...given }, [6, 7]).map(({ path }) => path);

  test('a year as the notice has it', () => {
    expect(paths({ work: [['2027-01-09', '元旦调休']] })).toEqual([]);
  });

  test.each<[string, Parameters<typeof paths>[0], string[]]>([
    ['no holiday at all', { off: [] }, ['off']],
    ['a date that there is not', { off: [['2027-02-30', 1, '春节']] }, ['off.0.from']],
    ['another year', { off: [['2026-12-30', 2, '元旦']] }, ['off.0.from']],
    ['over the end of the year', { off: [['2027-12-31', 2, '元旦']] }, ['off.0.from']],
    ['no days', { off: [['2027-01-01', 0, '元旦']] }, ['off.0.days']],
    ['too many days', { off: [['2027-01-01', 32, '元旦']] }, ['off.0.days']],
    ['no name', { off: [['2027-01-01', 1, ' ']] }, ['off.0.name']],
    ['days off that overlap', { off: [['2027-01-01', 3, '元旦'], ['2027-01-03', 1, '春节']] }, ['off.1.from']], // prettier-ignore
    ['a make-up workday on a working day', { work: [['2027-01-11', '调休']] }, ['work.0.date']],
    ['a make-up workday twice', { work: [['2027-01-09', '调休'], ['2027-01-09', '调休']] }, ['work.1.date']], // prettier-ignore
    ['a make-up workday of another year', { work: [['2026-01-10', '调休']] }, ['work.0.date']],
    ['a make-up workday without a name', { work: [['2027-01-09', '']] }, ['work.0.name']],
  ])('refuses %s', (_, given, expected) => {
    expect(paths(given)).toEqual(expected);
  });

  test('own days off lie in any year, but do not overlap', () => {
    expect(offProblems([['2026-12-31', 2, '盘点'], ['2027-01-02', 1, '盘点']])).toEqual([]); // prettier-ignore
    expect(offProblems([['2026-12-31', 2, '盘点'], ['2027-01-01', 1, '盘点']])).toHaveLength(1); // prettier-ignore
  });

  test('what a version changes, day by day', () => {
    const before = { version: 1, off, work: [] };
    const after = { off: [['2027-01-01', 2, '元旦']] as [string, number, string][], work: [['2027-01-09', '元旦调休']] as [string, string][] }; // prettier-ignore
    expect(yearChanges(base, '2027', before, after)).toEqual([
      { date: '2027-01-03', was: { kind: 'holiday', name: '元旦' }, is: { kind: 'weekend' } },
      { date: '2027-01-09', was: { kind: 'weekend' }, is: { kind: 'makeup', name: '元旦调休' } },
    ]);
    // unpublished: the fixed days are known
    expect(yearChanges(base, '2027', undefined, before).map(({ date }) => date)).not.toContain('2027-01-01');
  });
});
