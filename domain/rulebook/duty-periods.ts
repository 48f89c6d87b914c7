/** Periods with duty round the clock: on days off of the calendar, or between two days of every year. */
import { type Calendar, dayKind } from '../calendar/calendar.js';
import { dateOf, type Instant, type LocalDate } from '../calendar/zone.js';
import type { Clause } from './rulebook.js';

/** `holidays`: names as the calendar has them, or true for all. `from` and `to`: `MM-DD`, both inside; a period may run over the end of the year. */
export interface DutyPeriod {
  holidays?: true | string[];
  from?: string;
  to?: string;
  clauses: Clause[];
  /** What the source leaves open and how it is read. */
  reading?: { zh?: string; en?: string };
}

/** The names of the periods in which an instant falls, in their order. */
export function dutyPeriodsAt(
  periods: Readonly<Record<string, DutyPeriod>> | undefined,
  calendar: Calendar,
  at: Instant,
): string[] {
  const date = dateOf(at, calendar.zone);
  return Object.entries(periods ?? {})
    .filter(([, period]) => isWithin(period, calendar, date))
    .map(([name]) => name);
}

function isWithin({ holidays, from, to }: DutyPeriod, calendar: Calendar, date: LocalDate): boolean {
  if (holidays !== undefined) {
    const { kind, name } = dayKind(calendar, date);
    return kind === 'holiday' && (holidays === true || holidays.includes(name ?? ''));
  }
  if (from === undefined || to === undefined) return false;
  const monthDay = date.slice(5);
  return from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to;
}
