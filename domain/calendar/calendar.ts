/** A working calendar: which days are worked, as data that is pinned by value wherever it decides something. */
import { type OwnCalendar, ownDayOff } from './own.js';
import { atTime, dateOf, plusDays, weekday, type Instant, type LocalDate } from './zone.js';

/** One published year. `off`: [first day, days, name]; `work`: [day, name] — make-up workdays 调休. */
export interface CalendarYear {
  version: number;
  off: [LocalDate, number, string][];
  work: [LocalDate, string][];
}

export interface Calendar {
  id: string;
  /** IANA time zone. */
  zone: string;
  /** Business hours, `HH:MM`. */
  opens: string;
  closes: string;
  /** Days off of an ordinary week, 1 Monday … 7 Sunday. */
  weekend: number[];
  /** Statutory days off with a fixed date (`MM-DD`, name): what is known of a year not published yet. */
  fixed: [string, string][];
  years: Record<string, CalendarYear>;
  /** What the organisation has of its own on top. */
  own?: OwnCalendar;
  /** Which versions it was put together of: `CN:2026.1,2027.2;anju.1`. Absent where it is only a document. */
  key?: string;
}

export interface DayKind {
  kind: 'workday' | 'makeup' | 'weekend' | 'holiday' | 'ownDayOff';
  /** The holiday's name, for a holiday, a make-up workday or an own day off. */
  name?: string;
  working: boolean;
  /** The year is not published yet. */
  provisional: boolean;
}

const indexes = new WeakMap<CalendarYear, Map<LocalDate, DayKind>>();

/** What kind of day a date is. An own day off takes the place of a day that would be worked. */
export function dayKind(calendar: Calendar, date: LocalDate): DayKind {
  const day = publicDayKind(calendar, date);
  const own = calendar.own && day.working ? ownDayOff(calendar.own, date) : undefined;
  return own === undefined ? day : { ...day, kind: 'ownDayOff', name: own, working: false };
}

/** Business hours of a working day, `HH:MM`: the organisation's own win. */
export function hoursOf({ opens, closes, own }: Calendar): { opens: string; closes: string } {
  return own?.opens !== undefined && own.closes !== undefined
    ? { opens: own.opens, closes: own.closes }
    : { opens, closes };
}

function publicDayKind(calendar: Calendar, date: LocalDate): DayKind {
  const weekend = calendar.weekend.includes(weekday(date));
  const year = calendar.years[date.slice(0, 4)];
  if (year) {
    const special = indexOf(year).get(date);
    if (special) return special;
    return { kind: weekend ? 'weekend' : 'workday', working: !weekend, provisional: false };
  }
  const fixed = calendar.fixed.find(([monthDay]) => monthDay === date.slice(5));
  if (fixed) return { kind: 'holiday', name: fixed[1], working: false, provisional: true };
  return { kind: weekend ? 'weekend' : 'workday', working: !weekend, provisional: true };
}

export function isPublished(calendar: Calendar, date: LocalDate): boolean {
  return calendar.years[date.slice(0, 4)] !== undefined;
}

/** The same calendar with a year published or replaced. */
export function withYear(calendar: Calendar, year: string, published: CalendarYear): Calendar {
  return { ...calendar, years: { ...calendar.years, [year]: published } };
}

/** Only the years that a complaint from `year` on can meet, so that what is pinned stays small. */
export function pinned(calendar: Calendar, year: number): Calendar {
  const years = Object.entries(calendar.years).filter(([y]) => Number(y) >= year && Number(y) <= year + 2);
  return { ...calendar, years: Object.fromEntries(years) };
}

/** Where an instant falls in its day's business hours; a day off has none. Opening and closing time are inside. */
export function hoursAt(calendar: Calendar, at: Instant): 'beforeOpening' | 'open' | 'outOfHours' {
  const date = dateOf(at, calendar.zone);
  if (!dayKind(calendar, date).working) return 'outOfHours';
  const { opens, closes } = hoursOf(calendar);
  if (at < atTime(date, opens, calendar.zone)) return 'beforeOpening';
  return at <= atTime(date, closes, calendar.zone) ? 'open' : 'outOfHours';
}

function indexOf(year: CalendarYear): Map<LocalDate, DayKind> {
  const known = indexes.get(year);
  if (known) return known;
  const index = new Map<LocalDate, DayKind>();
  for (const [first, days, name] of year.off) {
    for (let i = 0; i < days; i++) {
      index.set(plusDays(first, i), { kind: 'holiday', name, working: false, provisional: false });
    }
  }
  for (const [date, name] of year.work) index.set(date, { kind: 'makeup', name, working: true, provisional: false });
  indexes.set(year, index);
  return index;
}
