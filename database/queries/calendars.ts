/** Versions of calendars' years and of nodes' own calendars. */
import type { Calendar, CalendarYear } from '../../domain/calendar/calendar.js';
import type { NodeCalendar } from '../../domain/calendar/own.js';
import type { Source } from '../sql.js';

export interface YearVersion extends CalendarYear {
  calendar: string;
  year: number;
  stamp: number;
  origin: 'shipped' | 'published';
  why: string;
  publishedBy: string | null;
  publishedByName: string | null;
  publishedAt: Date;
  batch: string | null;
}

export interface NodeVersion extends NodeCalendar {
  why: string;
  changedBy: string;
  changedByName: string | null;
  changedAt: Date;
  batch: string | null;
}

/** All versions of all years, or of one year, the earliest first. */
export async function yearVersions(
  source: Source,
  { calendar, year }: { calendar?: string; year?: number } = {},
): Promise<YearVersion[]> {
  return await source.query<YearVersion[]>(
    `select y.calendar_id as calendar, y.year, y.version, y.stamp, y.off, y.work, y.origin, y.why, y.published_by as "publishedBy",
       u.name as "publishedByName", y.published_at as "publishedAt", y.batch_id as batch
     from calendar_years y left join users u on u.id = y.published_by
     where ($1::text is null or y.calendar_id = $1) and ($2::int is null or y.year = $2)
     order by y.calendar_id, y.year, y.version`,
    [calendar ?? null, year ?? null],
  );
}

/** All versions of all nodes' own calendars, or of one node's, the earliest first. */
export async function nodeVersions(source: Source, node?: string): Promise<NodeVersion[]> {
  const rows = await source.query<
    (Omit<NodeVersion, 'opens' | 'closes'> & Record<'opens' | 'closes', string | null>)[]
  >(
    `select c.node_id as node, c.version, c.stamp, c.in_force_from::text as "from", c.inherits, c.opens, c.closes, c.off, c.why,
       c.changed_by as "changedBy", u.name as "changedByName", c.changed_at as "changedAt", c.batch_id as batch
     from node_calendars c left join users u on u.id = c.changed_by
     where $1::text is null or c.node_id = $1 order by c.node_id, c.version`,
    [node ?? null],
  );
  return rows.map(({ opens, closes, ...row }) => (opens && closes ? { ...row, opens, closes } : row));
}

/** The stamp of the latest change; 0 when there is none. */
export async function latestStamp(source: Source): Promise<number> {
  const [found] = await source.query<{ stamp: number }[]>(`select ${stampColumn} as stamp`);
  return found?.stamp ?? 0;
}

/** SQL: the stamp of the latest change of any calendar. */
export const stampColumn = `greatest(
  (select coalesce(max(stamp), 0) from calendar_years), (select coalesce(max(stamp), 0) from node_calendars))`;

/** One change of calendars at a time, within a transaction: a stamp that is seen means that all before it are seen, too. */
export async function lockCalendars(manager: Source): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('calendars'))`);
}

export interface NewYear {
  calendar: string;
  year: number;
  off: CalendarYear['off'];
  work: CalendarYear['work'];
  origin: 'shipped' | 'published';
  why: string;
  publishedBy?: string;
  batch?: string;
}

/** Adds a version of a year; answers its number. Lock first. */
export async function addYear(manager: Source, year: NewYear): Promise<number> {
  const [added] = await manager.query<{ version: number }[]>(
    `insert into calendar_years (calendar_id, year, version, off, work, origin, why, published_by, batch_id)
     select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7, $8 from calendar_years where calendar_id = $1 and year = $2
     returning version`,
    [
      ...[year.calendar, year.year, JSON.stringify(year.off), JSON.stringify(year.work)],
      ...[year.origin, year.why, year.publishedBy ?? null, year.batch ?? null],
    ],
  );
  return added?.version ?? 0;
}

export interface NewNodeCalendar extends Omit<NodeCalendar, 'version' | 'stamp'> {
  why: string;
  changedBy: string;
  batch?: string;
}

/** Adds a version of a node's own calendar; answers its number and stamp. Lock first. */
export async function addNodeCalendar(
  manager: Source,
  calendar: NewNodeCalendar,
): Promise<{ version: number; stamp: number }> {
  const { node, from, inherits, opens, closes, off, why, changedBy, batch } = calendar;
  const [added] = await manager.query<{ version: number; stamp: number }[]>(
    `insert into node_calendars (node_id, version, in_force_from, inherits, opens, closes, off, why, changed_by, batch_id)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9 from node_calendars where node_id = $1
     returning version, stamp`,
    [node, from, inherits, opens ?? null, closes ?? null, JSON.stringify(off), why, changedBy, batch ?? null],
  );
  if (!added) throw new Error('no answer');
  return added;
}

/** Enters the years that ship with the house and are newer than what is there; answers their names (`CN 2027`). */
export async function enterYears(source: Source, calendars: Iterable<Calendar>): Promise<string[]> {
  await lockCalendars(source);
  const known = await yearVersions(source);
  const entered: string[] = [];
  for (const { id: calendar, years } of calendars) {
    for (const [name, { version, off, work }] of Object.entries(years)) {
      const year = Number(name);
      const latest = Math.max(
        0,
        ...known.filter((one) => one.calendar === calendar && one.year === year).map(versionOf),
      );
      if (latest >= version) continue;
      await addYear(source, { calendar, year, off, work, origin: 'shipped', why: '随系统发布' });
      entered.push(`${calendar} ${name}`);
    }
  }
  return entered;
}

const versionOf = ({ version }: { version: number }): number => version;

/** The rulebooks that have ever reckoned by a calendar. */
export async function rulebooksBy(source: Source, calendar: string): Promise<string[]> {
  const rows = await source.query<{ id: string }[]>(
    `select distinct rulebook_id as id from rulebook_versions where state <> 'draft' and document ->> 'calendar' = $1 order by 1`,
    [calendar],
  );
  return rows.map(({ id }) => id);
}

/** Open complaints with a deadline that runs into a time (epoch milliseconds) or has no due moment now. */
export async function openInto(
  source: Source,
  { rulebooks, projects, from, limit }: { rulebooks?: string[]; projects?: string[]; from: number; limit: number },
): Promise<{ total: number; ids: string[] }> {
  const rows = await source.query<{ id: string; total: number }[]>(
    `select c.id, (count(*) over ())::int as total from complaints c
     where c.ended_at is null and ($1::text[] is null or c.rulebook_id = any ($1)) and ($2::text[] is null or c.project_id = any ($2))
       and exists (select from deadlines d where d.complaint_id = c.id
         and (d.state = 'suspended' or (d.state = 'open' and (d.due is null or d.due >= $3))))
     order by c.unmet_due, c.id limit $4`,
    [rulebooks ?? null, projects ?? null, new Date(from), limit],
  );
  return { total: rows[0]?.total ?? 0, ids: rows.map(({ id }) => id) };
}
