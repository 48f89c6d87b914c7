/** The periods of recurring duties. A day and a week run from one drafting to the next; the others are those of the calendar. */
import { parseBudget } from '../calendar/budget.js';
import { type Calendar, dayKind } from '../calendar/calendar.js';
import { reckon } from '../calendar/reckon.js';
import {
  atTime,
  dateOf,
  day,
  type Instant,
  type LocalDate,
  moment,
  plusDays,
  plusMonths,
  weekday,
} from '../calendar/zone.js';
import type { RulebookDocument } from '../rulebook/document.js';
import { type DutyDocument, weekdays } from '../rulebook/duty.js';
import type { Period } from './paper.js';
import type { Words } from './words.js';

/** A period, and when its paper is drafted. */
export interface Round {
  period: Period;
  /** Epoch milliseconds. */
  draftAt: Instant;
}

const usualTime = '09:00';
const timeOf = ({ at }: DutyDocument): string => at ?? usualTime;
const two = (n: number): string => String(n).padStart(2, '0');

/**
 * The rounds of a duty that are to be drafted by an instant: the last one that has come, or each festival that is near. Reckoned in the
 * calendar's zone; that of a rulebook is the same.
 */
export function roundsAt(
  duty: DutyDocument,
  at: Instant,
  calendar: Calendar,
  periods?: RulebookDocument['dutyPeriods'],
): Round[] {
  if (duty.every === 'festival') return festivals(duty, at, calendar, periods);
  const { zone } = calendar;
  const drafted = atTime(dateOf(at, zone), timeOf(duty), zone) <= at;
  // the day of the latest drafting time that has come
  const today = drafted ? dateOf(at, zone) : plusDays(dateOf(at, zone), -1);
  const instantOf = (date: LocalDate) => atTime(date, timeOf(duty), zone);
  if (duty.every === 'day') {
    return [roundOf(today, dayLabel(today), instantOf(plusDays(today, -1)), instantOf(today), zone)];
  }
  if (duty.every === 'week') {
    const behind = (weekday(today) - (weekdays.indexOf(duty.on ?? 'monday') + 1) + 7) % 7;
    const last = plusDays(today, -behind);
    const first = plusDays(last, -7);
    return [roundOf(weekKey(first), weekLabel(first), instantOf(first), instantOf(last), zone)];
  }
  const [first, end] = calendarPeriod(duty.every, today);
  const { key, label } = named(duty.every, first);
  return [
    {
      ...roundOf(key, label, atTime(first, '00:00', zone), atTime(end, '00:00', zone), zone),
      draftAt: instantOf(end),
    },
  ];
}

/** When a paper that is drafted then is due, epoch milliseconds. */
export function dueOf({ within }: DutyDocument, draftAt: Instant, calendar: Calendar): Instant {
  if (!within) return draftAt;
  return reckon({ start: draftAt, budget: parseBudget(within), calendar, stops: [], age: false }).due ?? draftAt;
}

/** When the engine is to look: each field a list, absent where it does not matter. The same for one and the same duty. */
export interface Recurring {
  hour: number;
  minute: number;
  /** 0 Sunday … 6 Saturday. */
  dayOfWeek?: number;
  dayOfMonth?: number[];
  month?: number[];
}

export function recurringOf(duty: DutyDocument): Recurring {
  const [hour = 0, minute = 0] = timeOf(duty).split(':').map(Number);
  const time = { hour, minute };
  switch (duty.every) {
    case 'day':
    case 'festival':
      return time;
    case 'week':
      return { ...time, dayOfWeek: (weekdays.indexOf(duty.on ?? 'monday') + 1) % 7 };
    case 'half month':
      return { ...time, dayOfMonth: [1, 16] };
    case 'month':
      return { ...time, dayOfMonth: [1] };
    case 'quarter':
      return { ...time, dayOfMonth: [1], month: [1, 4, 7, 10] };
    case 'half year':
      return { ...time, dayOfMonth: [1], month: [1, 7] };
    case 'year':
      return { ...time, dayOfMonth: [1], month: [1] };
  }
}

function roundOf(key: string, label: Words, from: Instant, to: Instant, zone: string): Round {
  return { period: { key, label, from: moment(from, zone), to: moment(to, zone) }, draftAt: to };
}

const monthsOf = { month: 1, quarter: 3, 'half year': 6, year: 12 } as const;

/** The last period of the calendar that was over by a day: its first day, and the first day after it. */
function calendarPeriod(every: keyof typeof monthsOf | 'half month', today: LocalDate): [LocalDate, LocalDate] {
  const month = `${today.slice(0, 7)}-01`;
  if (every === 'half month') {
    const middle = `${today.slice(0, 7)}-16`;
    return today >= middle ? [month, middle] : [plusDays(plusMonths(month, -1), 15), month];
  }
  const length = monthsOf[every];
  const into = (Number(today.slice(5, 7)) - 1) % length;
  const end = plusMonths(month, -into);
  return [plusMonths(end, -length), end];
}

function named(every: DutyDocument['every'], first: LocalDate): { key: string; label: Words } {
  const [year = '', month = '', dayOfMonth] = first.split('-');
  const n = Number(month);
  switch (every) {
    case 'half month': {
      const half = dayOfMonth === '01' ? 'a' : 'b';
      const zh = `${year}年${n}月${half === 'a' ? '上' : '下'}半月`;
      return {
        key: `${year}-${month}${half}`,
        label: { zh, en: `${half === 'a' ? 'First' : 'Second'} half of ${monthName(first)}` },
      };
    }
    case 'month':
      return { key: `${year}-${month}`, label: { zh: `${year}年${n}月`, en: monthName(first) } };
    case 'quarter': {
      const quarter = Math.ceil(n / 3);
      return {
        key: `${year}-Q${quarter}`,
        label: { zh: `${year}年第${'一二三四'[quarter - 1]}季度`, en: `Q${quarter} ${year}` },
      };
    }
    case 'half year': {
      const half = n === 1 ? 1 : 2;
      const en = `${half === 1 ? 'First' : 'Second'} half of ${year}`;
      return { key: `${year}-H${half}`, label: { zh: `${year}年${half === 1 ? '上' : '下'}半年`, en } };
    }
    default:
      return { key: year, label: { zh: `${year}年`, en: year } };
  }
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');
const monthName = (date: LocalDate): string => `${monthNames[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
const spoken = (date: LocalDate): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
const dayLabel = (date: LocalDate): Words => ({ zh: `${date.slice(0, 4)}年${spoken(date)}`, en: date });

/** ISO 8601: the week of its Thursday. */
function weekKey(first: LocalDate): LocalDate {
  const thursday = plusDays(first, 4 - weekday(first));
  const begins = Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`);
  const week = Math.floor((Date.parse(`${thursday}T00:00:00Z`) - begins) / (7 * day)) + 1;
  return `${thursday.slice(0, 4)}-W${two(week)}`;
}

function weekLabel(first: LocalDate): Words {
  const [year, week] = weekKey(first).split('-W');
  const last = plusDays(first, 6);
  return {
    zh: `${year}年第${Number(week)}周（${spoken(first)}至${spoken(last)}）`,
    en: `Week ${Number(week)} of ${year} (${first} to ${last})`,
  };
}

const horizon = 60; // days that are looked at for the end of a stretch

/** Stretches with duty round the clock that begin within the time of `before`: by the rulebook's periods, else all holidays. */
function festivals(
  duty: DutyDocument,
  at: Instant,
  calendar: Calendar,
  periods: RulebookDocument['dutyPeriods'],
): Round[] {
  const { zone } = calendar;
  const today = dateOf(at, zone);
  const ahead = parseBudget(duty.before ?? '7 days').n;
  const rounds: Round[] = [];
  for (let i = 0; i <= ahead; i++) {
    const first = plusDays(today, i);
    for (const { name, words: given, isIn } of stretches(calendar, periods)) {
      // what was under way before is no longer to be prepared
      if (!isIn(first) || isIn(plusDays(first, -1))) continue;
      let length = 1;
      while (length < horizon && isIn(plusDays(first, length))) length++;
      const label = nameOf(given, calendar, first);
      const span = `${spoken(first)}至${spoken(plusDays(first, length - 1))}`;
      const from = atTime(first, '00:00', zone);
      const to = atTime(plusDays(first, length), '00:00', zone);
      const key = periods ? `${first}-${name}` : first;
      const words = { zh: `${first.slice(0, 4)}年${label.zh}（${span}）`, en: `${label.en} ${first.slice(0, 4)}` };
      rounds.push({
        ...roundOf(key, words, from, to, zone),
        draftAt: atTime(plusDays(first, -ahead), timeOf(duty), zone),
      });
    }
  }
  return rounds;
}

interface Stretch {
  name: string;
  words: Words;
  isIn: (date: LocalDate) => boolean;
}

function stretches(calendar: Calendar, periods: RulebookDocument['dutyPeriods']): Stretch[] {
  const holiday = (names: true | string[]) => (date: LocalDate) => {
    const { kind, name } = dayKind(calendar, date);
    return kind === 'holiday' && (names === true || names.includes(name ?? ''));
  };
  if (!periods) return [{ name: '', words: { zh: '节假日', en: 'Holidays' }, isIn: holiday(true) }];
  return Object.entries(periods).map(([name, { zh = name, en = name, holidays, from = '', to = '' }]) => ({
    name,
    words: { zh, en },
    isIn:
      holidays !== undefined
        ? holiday(holidays)
        : (date) =>
            from <= to ? from <= date.slice(5) && date.slice(5) <= to : from <= date.slice(5) || date.slice(5) <= to,
  }));
}

/** A holiday by its own name, a season by the rulebook's. */
function nameOf(words: Words, calendar: Calendar, first: LocalDate): Words {
  const holiday = dayKind(calendar, first).name;
  return holiday ? { zh: holiday, en: holiday } : words;
}
