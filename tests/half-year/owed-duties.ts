/** Which papers of duties are owed in a stretch of time: reckoned by hand from the rulebooks, without the code that makes them. */
import type { Library } from '../../documents/library.js';
import type { Calendar } from '../../domain/calendar/calendar.js';
import { atTime, dateOf, day, plusDays, weekday } from '../../domain/calendar/zone.js';
import type { RulebookDocument } from '../../domain/rulebook/document.js';
import { type DutyDocument, weekdays } from '../../domain/rulebook/duty.js';
import type { DemoNode } from '../../database/demo/organisation.js';
import { rulebookAt } from './organisation.js';

export interface OwedPaper {
  node: string;
  /** The duty's name in the rulebook. */
  duty: string;
  kind: string;
  period: string;
  /** When its round comes, epoch milliseconds. */
  at: number;
  /** When it is to be out: an instant, or any time of a day. */
  due: number | { day: string; zone: string };
}

/** All that falls due to be drafted after `from` and up to `to`, epoch milliseconds. */
export function owedPapers(library: Library, nodes: readonly DemoNode[], from: number, to: number): OwedPaper[] {
  const owed: OwedPaper[] = [];
  for (const node of nodes) {
    const book = library.rulebooks.get(rulebookAt(nodes, node.id) ?? '')?.document;
    const base = book && library.calendars.get(book.calendar);
    if (!book || !base) continue;
    for (const [name, duty] of Object.entries(book.duties ?? {})) {
      if (!duty.paper || !(duty.of ?? ['company']).includes(node.tier)) continue;
      for (const { period, date } of roundsOf(duty, book, base, from, to)) {
        const at = atTime(date, duty.at ?? '09:00', book.zone);
        if (at <= from || at > to) continue;
        owed.push({
          node: node.id,
          duty: name,
          kind: duty.paper,
          period,
          at,
          due: dueOf(duty, at, date, base, book.zone),
        });
      }
    }
  }
  return owed.sort((a, b) => a.at - b.at);
}

interface Round {
  period: string;
  /** The day on which it is drafted. */
  date: string;
}

function roundsOf(duty: DutyDocument, book: RulebookDocument, calendar: Calendar, from: number, to: number): Round[] {
  const { zone } = book;
  const rounds: Round[] = [];
  const last = dateOf(to, zone);
  if (duty.every === 'festival') {
    const ahead = parseInt(duty.before ?? '7', 10);
    for (let date = dateOf(from, zone); date <= plusDays(last, ahead); date = plusDays(date, 1)) {
      for (const period of festivalsFrom(date, book, calendar)) rounds.push({ period, date: plusDays(date, -ahead) });
    }
    return rounds;
  }
  for (let date = dateOf(from, zone); date <= last; date = plusDays(date, 1)) {
    const period = periodEndedOn(duty, date);
    if (period) rounds.push({ period, date });
  }
  return rounds;
}

function periodEndedOn(duty: DutyDocument, date: string): string | undefined {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-');
  const before = plusDays(date, -1);
  const monthBefore = before.slice(0, 7);
  const isFirst = dayOfMonth === '01';
  const starts = (months: string[]) => isFirst && months.includes(month);
  switch (duty.every) {
    case 'day':
      return date;
    case 'week':
      return weekdays[weekday(date) - 1] === (duty.on ?? 'monday') ? isoWeek(plusDays(date, -7)) : undefined;
    case 'half month':
      if (dayOfMonth === '16') return `${year}-${month}a`;
      return isFirst ? `${monthBefore}b` : undefined;
    case 'month':
      return isFirst ? monthBefore : undefined;
    case 'quarter':
      return starts(['01', '04', '07', '10'])
        ? `${before.slice(0, 4)}-Q${Math.ceil(Number(before.slice(5, 7)) / 3)}`
        : undefined;
    case 'half year':
      return starts(['01', '07']) ? `${before.slice(0, 4)}-H${month === '07' ? 1 : 2}` : undefined;
    case 'year':
      return starts(['01']) ? before.slice(0, 4) : undefined;
    default:
      return undefined;
  }
}

/** The week of a date by ISO 8601: counted from the Monday of the week with 4 January. */
function isoWeek(date: string): string {
  const monday = (one: string) => plusDays(one, 1 - weekday(one));
  const year = plusDays(monday(date), 3).slice(0, 4);
  const weeks = (Date.parse(monday(date)) - Date.parse(monday(`${year}-01-04`))) / (7 * day);
  return `${year}-W${String(weeks + 1).padStart(2, '0')}`;
}

/** The stretches that begin on a date: by the rulebook's own list, else the public holidays. */
function festivalsFrom(date: string, book: RulebookDocument, calendar: Calendar): string[] {
  const holiday = (one: string) => holidays(calendar, one.slice(0, 4)).has(one);
  const begins = (isIn: (one: string) => boolean) => isIn(date) && !isIn(plusDays(date, -1));
  if (!book.dutyPeriods) return begins(holiday) ? [date] : [];
  return Object.entries(book.dutyPeriods).flatMap(([name, { holidays: named, from = '', to = '' }]) => {
    if (Array.isArray(named)) throw new Error('this check knows no holidays by name');
    const season = (one: string) => from <= one.slice(5) && one.slice(5) <= to;
    return begins(named ? holiday : season) ? [`${date}-${name}`] : [];
  });
}

function holidays(calendar: Calendar, year: string): Set<string> {
  const published = calendar.years[year];
  if (!published) return new Set(calendar.fixed.map(([monthDay]) => `${year}-${monthDay}`));
  return new Set(published.off.flatMap(([first, days]) => Array.from({ length: days }, (_, i) => plusDays(first, i))));
}

function dueOf({ within }: DutyDocument, at: number, date: string, calendar: Calendar, zone: string): OwedPaper['due'] {
  if (!within) return at;
  const n = parseInt(within, 10);
  if (within.includes('hour')) return at + n * 3_600_000;
  if (!within.includes('working day')) throw new Error(`this check does not know "${within}"`);
  let due = date;
  for (let left = n; left > 0;) {
    due = plusDays(due, 1);
    if (isWorked(calendar, due)) left--;
  }
  return { day: due, zone };
}

function isWorked(calendar: Calendar, date: string): boolean {
  const year = calendar.years[date.slice(0, 4)];
  if (year?.work.some(([one]) => one === date)) return true;
  return !calendar.weekend.includes(weekday(date)) && !holidays(calendar, date.slice(0, 4)).has(date);
}
