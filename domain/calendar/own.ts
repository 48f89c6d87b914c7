/** What an organisation has of its own: days on which nobody works, and business hours. The nearest node wins. */
import { type LocalDate, plusDays } from './zone.js';

/** What one node states, as one of its versions. */
export interface NodeCalendar {
  node: string;
  version: number;
  /** Rises with every change in the house. */
  stamp: number;
  /** For complaints filed on this date or later. */
  from: LocalDate;
  /** The days off of the nodes above hold here, too. */
  inherits: boolean;
  opens?: string;
  closes?: string;
  /** First day, days, name. */
  off: [LocalDate, number, string][];
}

/** What holds for a project: its node's and those above it, as one. */
export interface OwnCalendar {
  /** Of the latest of the versions that it is made of. */
  stamp: number;
  off: [LocalDate, number, string][];
  opens?: string;
  closes?: string;
}

/** One of the nodes' versions that are in force, the nearest first, as one; undefined when there is none. */
export function ownCalendarOf(nearestFirst: readonly NodeCalendar[]): OwnCalendar | undefined {
  if (nearestFirst.length === 0) return undefined;
  const hours = nearestFirst.find(({ opens, closes }) => opens !== undefined && closes !== undefined);
  const last = nearestFirst.findIndex(({ inherits }) => !inherits);
  const heard = last < 0 ? nearestFirst : nearestFirst.slice(0, last + 1);
  return {
    stamp: Math.max(...nearestFirst.map(({ stamp }) => stamp)),
    off: heard.flatMap(({ off }) => off),
    ...(hours?.opens !== undefined && hours.closes !== undefined ? { opens: hours.opens, closes: hours.closes } : {}),
  };
}

/** The version of a node that holds for complaints filed on a date: the latest of those that have begun. */
export function inForceOn(versions: readonly NodeCalendar[], date: LocalDate): NodeCalendar | undefined {
  return versions.reduce<NodeCalendar | undefined>(
    (best, one) => (one.from <= date && (!best || one.version > best.version) ? one : best),
    undefined,
  );
}

const indexes = new WeakMap<OwnCalendar, Map<LocalDate, string>>();

/** The name of an own day off; undefined for any other date. */
export function ownDayOff(own: OwnCalendar, date: LocalDate): string | undefined {
  const known = indexes.get(own);
  if (known) return known.get(date);
  const index = new Map<LocalDate, string>();
  // the nearest node's name stays
  for (const [first, days, name] of [...own.off].reverse()) {
    for (let i = 0; i < days; i++) index.set(plusDays(first, i), name);
  }
  indexes.set(own, index);
  return index.get(date);
}
