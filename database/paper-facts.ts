/** Gathers what a paper is made of, as of its cut-off, however late that is done. */
import { instant } from '../domain/calendar/zone.js';
import type { ComplaintEvent } from '../domain/complaint/events.js';
import { fold } from '../domain/complaint/evolve.js';
import type { Complaint } from '../domain/complaint/state.js';
import type { Base, Facts, ProjectName } from '../domain/paper/facts.js';
import type { PaperKind } from '../domain/paper/kinds.js';
import type { Part } from '../domain/paper/paper.js';
import { nodesBelow } from './queries/papers.js';
import type { Source } from './sql.js';

/** What is told beforehand; the rest is read. */
export type FactsAsked = Pick<Facts, 'node' | 'zone' | 'period' | 'cutOff' | 'book' | 'clauses' | 'completes'> & {
  kind: PaperKind;
  /** What the cut-off of the paper before is looked for by. */
  scope: string;
  /** Only this complaint. */
  complaint?: string;
  /** For a correction: what was recorded by then counts, although the cut-off is before. */
  recordedBy?: string;
};

/** Kinds whose papers tell the life of single complaints. */
const withEvents = new Set<PaperKind>(['weekly', 'writeOffList']);

/** Reads the facts of a paper. */
export async function gatherFacts(source: Source, asked: FactsAsked): Promise<Facts> {
  const { kind, scope, complaint, recordedBy: _, ...given } = asked;
  const { node, cutOff, period } = given;
  const projects = await source.query<ProjectName[]>(
    `select id, name from organisation where tier = 'project' and id in ${nodesBelow('$1')} order by name, id`,
    [node.id],
  );
  const complaints = await complaintsAt(source, projects, asked);
  const told = complaints.filter(
    ({ id, reached, status }) =>
      id === complaint || (withEvents.has(kind) && (reached === 'major' || status === 'unclosed')),
  );
  // one after the other: within a transaction there is one connection
  const events = await eventsUntil(
    source,
    told.map(({ id }) => id),
    cutOff,
  );
  const names = await namesOf(source);
  const bases = await basesOf(source, projects, period);
  const since = await cutOffBefore(source, kind, scope, cutOff);
  const below = kind === 'weekly' ? await partsBelow(source, node.id, period.from, cutOff) : {};
  return { ...given, projects, complaints, events, names, bases, below, ...(since ? { since } : {}) };
}

/** Complaints as they stood: recorded by the cut-off, arrived since the year before or not over when the period began. */
async function complaintsAt(
  source: Source,
  projects: ProjectName[],
  { kind, complaint, period, cutOff, recordedBy = cutOff }: FactsAsked,
): Promise<Complaint[]> {
  // what is not for everybody in the house is not for all its residents, nor who is complained of
  const isPublic = kind === 'publication';
  const rows = await source.query<{ state: Complaint; moved: boolean }[]>(
    `select state, updated_at >= $2::timestamptz as moved from complaints
     where (id = $4::text or $4::text is null and project_id = any ($1::text[])) and recorded_at < $6::timestamptz
       and arrived_at < $2::timestamptz
       and (arrived_at >= $3::timestamptz or ended_at is null or ended_at >= $5::timestamptz or status = 'writtenOff' or $4::text is not null)
       and ((open_to is null and state -> 'accused' = '[]') or not $7::boolean)
     order by arrived_at, id`,
    [
      projects.map(({ id }) => id),
      cutOff,
      yearBefore(period.from),
      complaint ?? null,
      period.from,
      recordedBy,
      isPublic,
    ],
  );
  const moved = rows.filter((row) => row.moved).map(({ state }) => state.id);
  const events = await eventsUntil(source, moved, cutOff);
  const later = moved.filter((id) => !events[id]);
  const beginnings = await firstEvents(source, later);
  return rows.flatMap(({ state, moved: hasMoved }) => {
    if (!hasMoved) return [state];
    const { id, rulebook, zone } = state;
    const before = events[id] ?? beginnings[id];
    return before ? [{ ...fold(before), id, rulebook, zone }] : [];
  });
}

/** What was recorded only after the cut-off stands as it came. */
async function firstEvents(source: Source, ids: string[]): Promise<Record<string, ComplaintEvent[]>> {
  if (ids.length === 0) return {};
  const rows = await source.query<{ id: string; data: ComplaintEvent }[]>(
    `select complaint_id as id, data from events where complaint_id = any ($1) and seq = 1 and data is not null`,
    [ids],
  );
  return Object.fromEntries(rows.map(({ id, data }) => [id, [data]]));
}

const yearBefore = (from: string): string => `${Number(from.slice(0, 4)) - 1}-01-01T00:00:00${from.slice(-6)}`;

async function eventsUntil(source: Source, ids: string[], cutOff: string): Promise<Record<string, ComplaintEvent[]>> {
  const found: Record<string, ComplaintEvent[]> = {};
  if (ids.length === 0) return found;
  const rows = await source.query<{ id: string; data: ComplaintEvent }[]>(
    `select complaint_id as id, data from events where complaint_id = any ($1) and at < $2 and data is not null
     order by complaint_id, seq`,
    [ids, cutOff],
  );
  for (const { id, data } of rows) (found[id] ??= []).push(data);
  return found;
}

async function namesOf(source: Source): Promise<Record<string, string>> {
  const rows = await source.query<{ id: string; name: string }[]>('select id, name from users');
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

async function basesOf(source: Source, projects: ProjectName[], { from, to }: Facts['period']): Promise<Base[]> {
  const rows = await source.query<(Omit<Base, 'floorArea'> & { floorArea: string | null })[]>(
    `select distinct on (project_id, month) project_id as project, month::text, households, floor_area as "floorArea"
     from project_bases where project_id = any ($1) and month >= $2::date and month < $3::date order by project_id, month, version desc`,
    [projects.map(({ id }) => id), `${from.slice(0, 7)}-01`, to.slice(0, 10)],
  );
  return rows.map((row) => ({ ...row, floorArea: row.floorArea === null ? null : Number(row.floorArea) }));
}

async function cutOffBefore(
  source: Source,
  kind: PaperKind,
  scope: string,
  cutOff: string,
): Promise<string | undefined> {
  // bulletins about one complaint follow each other, whatever called for them
  const kinds = ['urgent', 'turn', 'periodic'].includes(kind) ? ['urgent', 'turn', 'periodic'] : [kind];
  const [row] = await source.query<{ at: Date }[]>(
    'select cut_off as at from papers where kind = any ($1) and scope = $2 and cut_off < $3 order by cut_off desc limit 1',
    [kinds, scope, cutOff],
  );
  return row?.at.toISOString();
}

/** What the regions said in their bulletins of the same days. */
async function partsBelow(source: Source, node: string, from: string, to: string): Promise<Record<string, string>> {
  const rows = await source.query<{ parts: Part[] }[]>(
    `select parts from papers where kind = 'weekly' and node_id <> $1 and node_id in ${nodesBelow('$1')}
       and cut_off >= $2 and cut_off < $3 and issued_at is not null order by cut_off, revision`,
    [node, from, to],
  );
  const written = rows.flatMap(({ parts }) => parts.flatMap(({ id, text }) => (text ? [[id, text] as const] : [])));
  return Object.fromEntries(written);
}

/** The instant from which a complaint's papers tell: its arrival. */
export const lifeOf = ({ arrivedAt, zone }: Complaint, cutOff: string): Facts['period'] => ({
  key: String(instant(cutOff)),
  label: { zh: zone, en: zone },
  from: arrivedAt,
  to: cutOff,
});
