/** Duty round the clock: on holidays of the calendar and in the farming seasons (LD-3). */
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { calendarFor, readLibrary } from '../../documents/library.js';
import { instant } from '../../domain/calendar/zone.js';
import { dutyPeriodsAt } from '../../domain/rulebook/duty-periods.js';

const library = readLibrary(join(import.meta.dirname, '../../rulebooks'));
const ld = library.rulebooks.get('LD');
if (!ld) throw new Error('no rulebook LD');
const calendar = calendarFor(library, ld.rulebook);

test.each<[what: string, at: string, periods: string[]]>([
  ['an ordinary day', '2026-01-20T10:00:00+08:00', []],
  ['the Spring Festival', '2026-02-17T03:00:00+08:00', ['festival']],
  ['a make-up workday is no holiday', '2026-02-14T10:00:00+08:00', []],
  ['the instant before the spring sowing', '2026-03-14T23:59:59+08:00', []],
  ['the first instant of the spring sowing', '2026-03-15T00:00:00+08:00', ['spring-sowing']],
  ['the last second of the spring sowing', '2026-05-10T23:59:59+08:00', ['spring-sowing']],
  ['the instant after it', '2026-05-11T00:00:00+08:00', []],
  ['a holiday within a season', '2026-10-01T12:00:00+08:00', ['festival', 'autumn-harvest']],
  ['a fixed holiday of a year not published yet', '2028-10-01T12:00:00+08:00', ['festival', 'autumn-harvest']],
])('%s', (_, at, periods) => {
  expect(dutyPeriodsAt(ld.document.dutyPeriods, calendar, instant(at))).toEqual(periods);
});

test('a period may run over the end of the year, or name its holidays', () => {
  const clauses = ['LD-3'];
  const winter = { winter: { from: '12-20', to: '01-10', clauses } };
  const on = (date: string) => dutyPeriodsAt(winter, calendar, instant(`${date}T12:00:00+08:00`));
  expect([on('2026-12-19'), on('2026-12-20'), on('2027-01-10'), on('2027-01-11')]).toEqual([
    [],
    ['winter'],
    ['winter'],
    [],
  ]);
  const spring = { spring: { holidays: ['春节'], clauses } };
  expect(dutyPeriodsAt(spring, calendar, instant('2026-02-17T12:00:00+08:00'))).toEqual(['spring']);
  expect(dutyPeriodsAt(spring, calendar, instant('2026-10-01T12:00:00+08:00'))).toEqual([]);
  expect(dutyPeriodsAt(undefined, calendar, 0)).toEqual([]);
});
