/** Whether a year's calendar or own days off can be what somebody meant, and what they change. */
import { type Calendar, type CalendarYear, type DayKind, dayKind, withYear } from './calendar.js';
import { dateOf, day, type LocalDate, plusDays, weekday } from './zone.js';

export interface YearProblem {
  /** `off.2.days` */
  path: string;
  message: string;
}

type Year = Pick<CalendarYear, 'off' | 'work'>;

const longest = 31;
const longestName = 40;

/** Everything that is wrong with a year as it is to be published; none when it can be. */
export function yearProblems(year: string, { off, work }: Year, weekend: readonly number[]): YearProblem[] {
  if (off.length === 0) return [{ path: 'off', message: 'must name at least one holiday' }];
  const problems = [...offProblems(off), ...off.flatMap(([first, days], i) => outside(year, first, days, `off.${i}`))];
  const free = new Set(off.flatMap(([first, days]) => datesOf(first, days)));
  const worked = new Set<LocalDate>();
  work.forEach(([date, name], i) => {
    const path = `work.${i}`;
    const say = (field: string, message: string): void => void problems.push({ path: `${path}.${field}`, message });
    if (!isDate(date)) return say('date', 'must be a date such as 2027-02-14');
    if (!date.startsWith(year)) say('date', `lies outside ${year}`);
    else if (!weekend.includes(weekday(date)) && !free.has(date))
      say('date', 'is worked anyway: it is no weekend and no day off');
    if (worked.has(date)) say('date', 'is named twice');
    worked.add(date);
    if (!isName(name)) say('name', `must be a name of 1 to ${longestName} characters`);
  });
  return problems;
}

/** Everything that is wrong with a list of days off, in whatever year they lie. */
export function offProblems(off: Year['off']): YearProblem[] {
  const problems: YearProblem[] = [];
  const seen = new Set<LocalDate>();
  off.forEach(([first, days, name], i) => {
    const say = (field: string, message: string): void => void problems.push({ path: `off.${i}.${field}`, message });
    if (!isName(name)) say('name', `must be a name of 1 to ${longestName} characters`);
    if (!isDate(first)) return say('from', 'must be a date such as 2027-02-14');
    if (!Number.isInteger(days) || days < 1 || days > longest) return say('days', `must be 1 to ${longest}`);
    const dates = datesOf(first, days);
    if (dates.some((date) => seen.has(date))) say('from', 'overlaps with another of the days off');
    for (const date of dates) seen.add(date);
  });
  return problems;
}

/** A day that is another one now. */
export interface DayChange {
  date: LocalDate;
  was: Pick<DayKind, 'kind' | 'name'>;
  is: Pick<DayKind, 'kind' | 'name'>;
}

/** What a version of a year changes against the one before it, or against the year unpublished. */
export function yearChanges(base: Calendar, year: string, before: CalendarYear | undefined, after: Year): DayChange[] {
  const { [year]: _, ...others } = base.years;
  const was = before ? withYear(base, year, before) : { ...base, years: others };
  const is = withYear(base, year, { version: 0, ...after });
  const told = ({ kind, name }: DayKind) => ({ kind, ...(name === undefined ? {} : { name }) });
  const changes: DayChange[] = [];
  for (let date = `${year}-01-01`; date.startsWith(year); date = plusDays(date, 1)) {
    const [one, other] = [told(dayKind(was, date)), told(dayKind(is, date))];
    if (one.kind !== other.kind || one.name !== other.name) changes.push({ date, was: one, is: other });
  }
  return changes;
}

/** Whether a text is a date that there is. */
export function isDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && dateOf(at, 'UTC') === text;
}

const isName = (name: unknown): boolean => typeof name === 'string' && name.trim() !== '' && name.length <= longestName;

const datesOf = (first: LocalDate, days: number): LocalDate[] =>
  isDate(first) && days >= 1 && days <= longest ? Array.from({ length: days }, (_, i) => plusDays(first, i)) : [];

function outside(year: string, first: LocalDate, days: number, path: string): YearProblem[] {
  const dates = datesOf(first, days);
  if (dates.every((date) => date.startsWith(year))) return [];
  return [{ path: `${path}.from`, message: `lies outside ${year}` }];
}

/** The instant at which a year begins anywhere on earth, epoch milliseconds. */
export const earliestOf = (year: string): number => Date.parse(`${year}-01-01T00:00:00Z`) - day;
