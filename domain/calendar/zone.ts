/** Zoned time: moments are ISO 8601 texts with an offset, dates are `YYYY-MM-DD`, instants are epoch milliseconds. */
import { Temporal } from 'temporal-polyfill';

/** An instant as people read it, with its offset: `2026-03-02T09:30:00+08:00`. */
export type Moment = string;
/** A local date: `2026-03-02`. */
export type LocalDate = string;
/** Epoch milliseconds. */
export type Instant = number;

const minute = 60_000;
export const day = 86_400_000;

/** A function of few values that is asked again and again, with its answers kept. */
function kept<K, V>(answer: (key: K) => V, most = 20_000): (key: K) => V {
  const answers = new Map<K, V>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= most) answers.clear();
    const found = answer(key);
    answers.set(key, found);
    return found;
  };
}

/** A stretch of time in which a zone keeps its offset; `to` is the first instant with another one. */
interface Span {
  from: Instant;
  to: Instant;
  offset: number;
}

const spansOf = kept((_zone: string): Span[] => []);
const year = 366 * day;

/** The zone's offset from UTC at an instant, in milliseconds. */
function offsetAt(at: Instant, zone: string): number {
  const spans = spansOf(zone);
  const known = spans.find(({ from, to }) => from <= at && at < to);
  if (known) return known.offset;
  if (spans.length > 200) spans.length = 0;
  // from a year before, because what comes next is asked of earlier days, too
  let local = Temporal.Instant.fromEpochMilliseconds(at - year).toZonedDateTimeISO(zone);
  for (;;) {
    const next = local.getTimeZoneTransition('next');
    const to = next?.epochMilliseconds ?? Infinity;
    const span = { from: local.epochMilliseconds, to, offset: local.offsetNanoseconds / 1e6 };
    spans.push(span);
    if (at < to || !next) return span.offset;
    local = next;
  }
}

/** Days since 1970-01-01, and back. */
const numberOf = kept((date: LocalDate) => Date.parse(`${date}T00:00:00Z`) / day);
const dateNumbered = kept((n: number): LocalDate => new Date(n * day).toISOString().slice(0, 10));

const minutesOf = kept((time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
});

/** The instant of a moment. Throws a RangeError when it carries no offset or is no time. */
export const instant: (moment: Moment) => Instant = kept((moment) => {
  const at = Date.parse(moment);
  if (Number.isNaN(at) || !/(?:Z|[+-]\d\d:?\d\d)$/.test(moment)) {
    throw new RangeError(`"${moment}" is not a time with an offset, such as 2026-03-02T09:30:00+08:00`);
  }
  return at;
});

/** An instant as the zone writes it; milliseconds only when there are any. */
export function moment(at: Instant, zone: string): Moment {
  const offset = offsetAt(at, zone);
  const local = new Date(at + offset).toISOString().replace('Z', '').replace('.000', '');
  const minutes = Math.abs(offset) / minute;
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** The local date of an instant. */
export function dateOf(at: Instant, zone: string): LocalDate {
  return dateNumbered(Math.floor((at + offsetAt(at, zone)) / day));
}

/** The instant of a local time (`HH:MM`; `24:00` is the next day's midnight) on a local date. */
export function atTime(date: LocalDate, time: string, zone: string): Instant {
  const wall = numberOf(date) * day + minutesOf(time) * minute;
  const guess = wall - offsetAt(wall, zone);
  return wall - offsetAt(guess, zone);
}

/** 24:00 of a date: the next date's midnight. */
export function endOf(date: LocalDate, zone: string): Instant {
  return atTime(plusDays(date, 1), '00:00', zone);
}

export function plusDays(date: LocalDate, days: number): LocalDate {
  return dateNumbered(numberOf(date) + days);
}

/** The corresponding day so many months on, or that month's last day where there is none (Civil Code, art. 202). */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();
}

/** 1 Monday … 7 Sunday. */
export function weekday(date: LocalDate): number {
  return ((((numberOf(date) + 3) % 7) + 7) % 7) + 1;
}
