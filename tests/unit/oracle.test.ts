/**
 * Periods against an oracle of another make: lists of days and single minutes over chinese-days' own isWorkday, with plain
 * Date arithmetic at UTC+8. It shares no code with domain/calendar and none of its ways (no walk with an explanation).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import chineseDays from 'chinese-days';
import type { Budget, Unit } from '../../domain/calendar/budget.js';
import type { Calendar } from '../../domain/calendar/calendar.js';
import { reckon, type Stop } from '../../domain/calendar/reckon.js';

const published = join(import.meta.dirname, '../../rulebooks/calendars/CN.json');
const calendar = JSON.parse(readFileSync(published, 'utf8')) as Calendar;
const minute = 60_000;
const hour = 60 * minute;
const ahead = 8 * hour; // Shanghai has had no summer time since 1991

/** Every day of the published years: when it begins, and whether chinese-days has it worked. */
const days = Array.from({ length: 366 + 365 + 365 }, (_, i) => {
  const begins = Date.UTC(2024, 0, 1 + i) - ahead;
  const date = new Date(begins + ahead).toISOString().slice(0, 10);
  return { begins, date, worked: chineseDays.isWorkday(date) };
});
type Day = (typeof days)[number];

const midnightAfter = ({ begins }: Day) => begins + 24 * hour;
const closing = ({ begins }: Day) => begins + 18 * hour;
const stoppedAt = (stops: Stop[], at: number) => stops.some(({ from, to = Infinity }) => from <= at && at < to);

interface Case {
  start: number;
  budget: Budget;
  stops: Stop[];
  age: boolean;
}

/** The due moment; undefined where an open stop keeps it away, `beyond` where the published years do not suffice. */
function oracle({ start, budget, stops, age }: Case): number | undefined | 'beyond' {
  const { n, unit } = budget;
  if (unit === 'minutes' || unit === 'hours') return byMinutes(start, n * (unit === 'hours' ? 60 : 1), stops);
  const today = days.findIndex((one) => one.begins <= start && start < midnightAfter(one));
  const ends = unit === 'workingDays' ? closing : midnightAfter;
  const runs = (one: Day) => !stoppedAt(stops, ends(one));
  const after = days.slice(unit === 'sameDay' ? today : today + 1);
  const onlyWorked = unit === 'workingDays' || unit === 'dayWorkResumes';
  const counting = after.filter((one) => runs(one) && (one.worked || !onlyWorked));
  const last = counting[daysOf(n, unit, start) - 1];
  const rolls = !age && ['days', 'weeks', 'months'].includes(unit);
  const end = rolls && last ? counting.find((one) => one.begins >= last.begins && one.worked) : last;
  if (end) return ends(end);
  return stops.some(({ to }) => to === undefined) ? undefined : 'beyond';
}

function byMinutes(start: number, minutes: number, stops: Stop[]): number | undefined {
  let at = start;
  for (let left = minutes; left > 0; at += minute) {
    const stop = stops.find(({ from, to = Infinity }) => from <= at && at < to);
    if (stop && stop.to === undefined) return undefined;
    if (!stop) left--;
  }
  return at;
}

/** How many days: of months as many as lie between the two dates of the wall calendar. */
function daysOf(n: number, unit: Unit, start: number): number {
  if (unit === 'weeks') return 7 * n;
  if (unit !== 'months') return n;
  const local = new Date(start + ahead);
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  const lastOfMonth = new Date(Date.UTC(year, month + n + 1, 0)).getUTCDate();
  return (Date.UTC(year, month + n, Math.min(day, lastOfMonth)) - Date.UTC(year, month, day)) / (24 * hour);
}

/** The same numbers on every run (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const most: Record<Unit, number> = {
  minutes: 600,
  hours: 120,
  workingDays: 45,
  days: 60,
  weeks: 8,
  months: 6,
  sameDay: 1,
  dayWorkResumes: 1,
};
const units = Object.keys(most) as Unit[];

function randomCase(pick: (below: number) => number): Case {
  const unit = units[pick(units.length)] as Unit;
  // a beginning on the minute, often at a midnight or a closing time, and all over the three years
  const begins = (days[pick(days.length - 60)] as Day).begins;
  const start = begins + ([0, 9 * hour, 18 * hour, 24 * hour - minute][pick(8)] ?? pick(24 * 60) * minute);
  const stops: Stop[] = [];
  let at = start;
  for (let left = pick(4); left > 0; left--) {
    const from = at + ([0, closingAfter(at) - at][pick(6)] ?? pick(12 * 24 * 60) * minute);
    const to = from + ([minute, closingAfter(from) - from + minute][pick(6)] ?? (1 + pick(8 * 24 * 60)) * minute);
    const lasts = left === 1 && pick(12) === 0;
    stops.push({ from, ...(lasts ? {} : { to }), because: 'forceMajeure' });
    at = to + minute;
  }
  return { start, budget: { n: 1 + pick(most[unit]), unit }, stops, age: pick(4) === 0 };
}

/** Where a stop decides whether a day counts. */
const closingAfter = (at: number) => Math.ceil((at + ahead - 18 * hour) / (24 * hour)) * 24 * hour + 18 * hour - ahead;

test('eight thousand random periods end where the oracle has them end', () => {
  const pick = random(20_260_302);
  const seen: Record<string, number> = {};
  const wrong: unknown[] = [];
  for (let compared = 0; compared < 8000;) {
    const given = randomCase(pick);
    const expected = oracle(given);
    if (expected === 'beyond') continue;
    compared++;
    const { budget, stops, start } = given;
    for (const kind of [budget.unit, stops.length > 0 ? 'suspended' : 'running', yearOf(expected ?? start)]) {
      seen[kind] = (seen[kind] ?? 0) + 1;
    }
    if (expected === undefined) seen['open'] = (seen['open'] ?? 0) + 1;
    const { due } = reckon({ ...given, calendar });
    if (due !== expected) wrong.push({ ...given, due: shown(due), expected: shown(expected) });
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  // every unit, every year, and hundreds of each
  expect(Object.keys(seen).sort()).toEqual([...units, '2024', '2025', '2026', 'open', 'running', 'suspended'].sort());
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
});

const shown = (at: number | undefined) => at && new Date(at + ahead).toISOString();
const yearOf = (at: number) => new Date(at + ahead - 1).toISOString().slice(0, 4);
