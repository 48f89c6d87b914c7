/**
 * Reckons when a period ends (Civil Code of the PRC, articles 200–204) and tells every stretch that counted or did not.
 * The explanation is the reckoning itself: there is no second algorithm that could disagree.
 */
import { type Budget, isNatural } from './budget.js';
import { type Calendar, type DayKind, dayKind, hoursOf, isPublished } from './calendar.js';
import { atTime, dateOf, day, endOf, plusDays, plusMonths, type Instant, type LocalDate } from './zone.js';

/** A stop of the clock; without `to` it lasts. `because` is one of the grounds for suspension. */
export interface Stop {
  from: Instant;
  to?: Instant;
  because: string;
}

export type StretchReason =
  | 'running' // counted by the clock
  | 'startDay' // the day on which a period begins does not count (art. 201)
  | 'workday'
  | 'makeup'
  | 'day'
  | 'weekend'
  | 'holiday'
  | 'ownDayOff' // of the organisation alone: passed over by working days, no reason to roll
  | 'suspended'
  | 'rolled'; // the last day is a day off: on to the next working day (art. 203)

export interface Stretch {
  from: Instant;
  to: Instant;
  counted: boolean;
  reason: StretchReason;
  /** The name of a holiday or an own day off, or why the clock was stopped. */
  name?: string;
}

export interface Reckoning {
  /** The last moment that is still in time; absent while an open stop keeps it from being known. */
  due?: Instant;
  provisional: boolean;
  stretches: Stretch[];
}

export interface ReckonInput {
  start: Instant;
  budget: Budget;
  calendar: Calendar;
  stops: readonly Stop[];
  /** An age threshold does not roll over days off: a complaint grows older on holidays too. */
  age: boolean;
}

const horizon = 4000; // days; only an open stop walks that far

/** When a period ends. Pure; the result depends on its input alone. */
export function reckon(input: ReckonInput): Reckoning {
  return isNatural(input.budget) ? reckonNatural(input) : reckonDays(input);
}

/** The stop that is on at an instant. */
export function stopAt(stops: readonly Stop[], at: Instant): Stop | undefined {
  return stops.find((stop) => stop.from <= at && (stop.to === undefined || at < stop.to));
}

function reckonNatural({ start, budget, calendar, stops }: ReckonInput): Reckoning {
  let left = budget.n * (budget.unit === 'minutes' ? 60_000 : 3_600_000);
  let at = start;
  const stretches: Stretch[] = [];
  const run = (to: Instant) => {
    if (to > at) stretches.push({ from: at, to, counted: true, reason: 'running' });
    left -= to - at;
    at = to;
  };
  for (const stop of [...stops].sort((a, b) => a.from - b.from)) {
    if (stop.to !== undefined && stop.to <= at) continue;
    if (stop.from > at + left) break;
    run(Math.max(at, stop.from));
    if (stop.to === undefined) return { provisional: false, stretches };
    stretches.push({ from: at, to: stop.to, counted: false, reason: 'suspended', name: stop.because });
    at = stop.to;
  }
  run(at + left);
  return { due: at, provisional: !isPublished(calendar, dateOf(at, calendar.zone)), stretches };
}

/** Walks day by day; a day counts by its kind and only if the clock is running at the moment it would end. */
function reckonDays({ start, budget, calendar, stops, age }: ReckonInput): Reckoning {
  const { zone } = calendar;
  const { closes } = hoursOf(calendar);
  const first = dateOf(start, zone);
  const byWorkingDays = budget.unit === 'workingDays' || budget.unit === 'dayWorkResumes';
  const mayRoll = !age && ['days', 'weeks', 'months'].includes(budget.unit);
  const owed = daysOwed(budget, first);
  const stretches: Stretch[] = [];
  if (budget.unit !== 'sameDay') {
    stretches.push({ from: start, to: endOf(first, zone), counted: false, reason: 'startDay' });
  }
  let provisional = false;
  let counted = 0;
  let date = budget.unit === 'sameDay' ? first : plusDays(first, 1);
  for (let i = 0; i < horizon; i++, date = plusDays(date, 1)) {
    const kind = dayKind(calendar, date);
    const full = counted >= owed;
    const asked = byWorkingDays || full;
    // only the law's days off carry the end of a period on (art. 203): nobody puts off its own duty by a holiday of its own
    const works = kind.working || (!byWorkingDays && kind.kind === 'ownDayOff');
    const countable = asked ? works : true;
    const end = budget.unit === 'workingDays' ? atTime(date, closes, zone) : endOf(date, zone);
    const stop = countable ? stopAt(stops, end) : undefined;
    provisional ||= asked && kind.provisional;
    if (stop && stop.to === undefined) return { provisional, stretches };
    const counts = countable && !stop;
    push(stretches, {
      from: Math.max(start, atTime(date, '00:00', zone)),
      to: endOf(date, zone),
      counted: counts,
      ...reasonFor(kind, { asked, rolls: full && works, stop }),
    });
    if (!counts) continue;
    counted++;
    if (counted < owed) continue;
    provisional ||= kind.provisional;
    if (mayRoll && !works) continue;
    const last = stretches.at(-1);
    if (last) last.to = end;
    return { due: end, provisional: provisional || !isPublished(calendar, date), stretches };
  }
  return { provisional, stretches };
}

/** A month is as many days as it takes to its corresponding day, so that each stopped day makes it one day longer. */
function daysOwed({ n, unit }: Budget, first: LocalDate): number {
  if (unit === 'weeks') return n * 7;
  if (unit !== 'months') return n;
  return Math.round((Date.parse(plusMonths(first, n)) - Date.parse(first)) / day);
}

function reasonFor(
  kind: DayKind,
  { asked, rolls, stop }: { asked: boolean; rolls: boolean; stop: Stop | undefined },
): Pick<Stretch, 'reason' | 'name'> {
  if (stop) return { reason: 'suspended', name: stop.because };
  if (!asked) return { reason: 'day' };
  if (rolls) return { reason: 'rolled' };
  return { reason: kind.kind, ...(kind.name ? { name: kind.name } : {}) };
}

/** Adds a stretch, joined to the last one when both tell the same. */
function push(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1);
  if (last?.to === next.from && last.reason === next.reason && last.name === next.name) last.to = next.to;
  else stretches.push(next);
}
