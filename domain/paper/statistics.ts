/** The statistics of WY-4.2.3, over complaints as they stood at a cut-off. */
import { dateOf, instant, type Moment } from '../calendar/zone.js';
import type { Complaint } from '../complaint/state.js';
import type { Base } from './facts.js';

export interface Summary {
  /** Arrived in the period; those carried over are not among them. */
  received: number;
  /** Arrived since the beginning of the year. */
  cumulative: number;
  /** Closed in the period, whenever they arrived. */
  closed: number;
  /** Closed since the beginning of the year, of those that arrived in it. */
  cumulativeClosed: number;
  /** Not closed at the cut-off, whenever they arrived; written-off ones are left out. */
  open: number;
  /** Of these, from years before. */
  carriedOver: number;
  /** From years before and written off: WY-4.4.3.7. */
  writtenOff: number;
  /** Percent; null without complaints. */
  handlingRate: number | null;
  cumulativeHandlingRate: number | null;
}

/** Not complaints in the sense of the statistics: refused as none, or counted with another one (WY-4.2.2). */
export const counts = ({ status }: Complaint): boolean => status !== 'refused' && status !== 'merged';

export const isClosed = ({ status }: Complaint): boolean => status === 'closed' || status === 'withdrawn';
export const isOpen = (complaint: Complaint): boolean =>
  counts(complaint) && !isClosed(complaint) && complaint.status !== 'writtenOff';

const within = (at: Moment | undefined, from: Moment, to: Moment): boolean =>
  at !== undefined && instant(at) >= instant(from) && instant(at) < instant(to);

export const arrivedIn = ({ arrivedAt }: Complaint, { from, to }: { from: Moment; to: Moment }): boolean =>
  within(arrivedAt, from, to);
export const closedIn = (complaint: Complaint, { from, to }: { from: Moment; to: Moment }): boolean =>
  isClosed(complaint) && within(complaint.endedAt, from, to);

/** The first moment of the year in which a period begins, as its own zone writes it. */
export const yearStart = ({ from }: { from: Moment }): Moment => `${from.slice(0, 4)}-01-01T00:00:00${from.slice(-6)}`;

/**
 * Sums up a period. What was received is the denominator of its rates whatever becomes of it later, so that a write-off or its
 * taking back leaves those of both years as they were.
 */
export function summaryOf(complaints: readonly Complaint[], period: { from: Moment; to: Moment }): Summary {
  const counted = complaints.filter(counts);
  const year = { from: yearStart(period), to: period.to };
  const received = counted.filter((one) => arrivedIn(one, period)).length;
  const ofYear = counted.filter((one) => arrivedIn(one, year));
  const closed = counted.filter((one) => closedIn(one, period)).length;
  const cumulativeClosed = ofYear.filter(isClosed).length;
  const earlier = counted.filter(({ arrivedAt }) => instant(arrivedAt) < instant(year.from));
  return {
    received,
    cumulative: ofYear.length,
    closed,
    cumulativeClosed,
    open: counted.filter(isOpen).length,
    carriedOver: earlier.filter(isOpen).length,
    writtenOff: earlier.filter(({ status }) => status === 'writtenOff').length,
    handlingRate: percentOf(closed, received),
    cumulativeHandlingRate: percentOf(cumulativeClosed, ofYear.length),
  };
}

export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10;

/** Averages of what rates are reckoned over in the months of a period, summed over projects; null where one is not known. */
export function averageBase(
  bases: readonly Base[],
  projects: readonly string[],
  period: { from: Moment; to: Moment },
  zone: string,
): { households: number | null; floorArea: number | null } {
  const first = dateOf(instant(period.from), zone).slice(0, 7);
  const last = dateOf(instant(period.to) - 1, zone).slice(0, 7);
  const average = (project: string, of: 'households' | 'floorArea') => {
    const known = bases
      .filter((base) => base.project === project && base.month.slice(0, 7) >= first && base.month.slice(0, 7) <= last)
      .flatMap((base) => base[of] ?? []);
    return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length;
  };
  const sum = (of: 'households' | 'floorArea') => {
    const all = projects.flatMap((project) => average(project, of) ?? []);
    // a project has households or an area; one that has neither leaves the sum unknown
    const complete = projects.every(
      (project) => average(project, 'households') !== null || average(project, 'floorArea') !== null,
    );
    return complete && all.length > 0 ? all.reduce((total, one) => total + one, 0) : null;
  };
  return { households: sum('households'), floorArea: sum('floorArea') };
}

/** How many there are of each, the most first. */
export function tally<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
}
