/** Versions of a year as clients see them. */
import type { YearVersion } from '../../database/queries/calendars.js';
import type { Calendar, CalendarYear } from '../../domain/calendar/calendar.js';
import { yearChanges } from '../../domain/calendar/publish.js';

export const offView = (off: CalendarYear['off']) => off.map(([from, days, name]) => ({ from, days, name }));

/** The latest first, each with what it changed against the one before it. */
export function versionsView(base: Calendar, versions: readonly YearVersion[]) {
  return versions
    .map((version, i) => ({ ...yearView(version), changes: changes(base, version, versions[i - 1]) }))
    .reverse();
}

export function yearView({ calendar, year, version, off, work, origin, why, batch, ...by }: YearVersion) {
  const { publishedBy, publishedByName, publishedAt } = by;
  return {
    ...{ calendar, year, version, origin, why },
    off: offView(off),
    work: work.map(([date, name]) => ({ date, name })),
    ...(publishedBy === null ? {} : { publishedBy: { id: publishedBy, name: publishedByName ?? publishedBy } }),
    publishedAt: publishedAt.toISOString(),
    ...(batch === null ? {} : { batch }),
  };
}

const changes = (base: Calendar, version: YearVersion, before: YearVersion | undefined) =>
  yearChanges(base, String(version.year), before, version);
