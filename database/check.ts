/** Whether the tables still say what the events say. */
import { isDeepStrictEqual } from 'node:util';
import type { Deadline } from '../domain/complaint/deadlines.js';
import type { ComplaintEvent } from '../domain/complaint/events.js';
import { fold } from '../domain/complaint/evolve.js';
import type { Complaint } from '../domain/complaint/state.js';
import { complaintColumns } from './rows.js';
import { type Fence, project } from './project.js';
import type { DataSource } from 'typeorm';

export interface Difference {
  /** A field of the state, `column NAME`, or `events`. */
  path: string;
  table: unknown;
  fold: unknown;
}

/**
 * Compares a complaint's row with the fold of its events. No differences: the projection is true. Undefined: no such
 * complaint. `read`: its events in their order, when they have been read already.
 */
export async function check(
  dataSource: DataSource,
  complaintId: string,
  read?: readonly ComplaintEvent[],
): Promise<Difference[] | undefined> {
  const [row] = await dataSource.query<(Record<string, unknown> & { state: Complaint })[]>(
    'select * from complaints where id = $1',
    [complaintId],
  );
  if (!row) return undefined;
  const events = read ?? (await eventsOf(dataSource, complaintId));
  const gap = events.findIndex(({ seq }, i) => seq !== i + 1);
  if (events.length === 0 || gap >= 0) return [{ path: 'events', table: events[gap]?.seq ?? null, fold: gap + 1 || 1 }];
  const folded = identified(events, row.state);
  const deadlines = await deadlinesOf(dataSource, complaintId);
  const columns = complaintColumns(folded, deadlines);
  return [
    ...differences(row.state, folded, ''),
    ...differences(pick(row, Object.keys(columns)), comparable(columns), 'column '),
  ];
}

/**
 * Writes a complaint's row and deadlines anew from its events. `deadlines` reckons them under its rulebook.
 * With `from` (the workflow's own account) the events are taken from there. `salt`: the complaint's own, for their digests.
 */
export async function repair(
  dataSource: DataSource,
  complaintId: string,
  deadlines: (complaint: Complaint) => Deadline[],
  from?: { complaint: Complaint; events: readonly ComplaintEvent[] },
  salt?: Uint8Array,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const [row] = await manager.query<{ state: Complaint; fence: string[] }[]>(
      'select state, fence from complaints where id = $1 for update',
      [complaintId],
    );
    const events = from?.events ?? (await eventsOf(dataSource, complaintId));
    const state = from?.complaint ?? row?.state;
    if (!state || events.length === 0) throw new Error(`nothing is known of complaint ${complaintId}`);
    // an older row gives way; events themselves are never changed
    await manager.query(`update complaints set seq = 0, head = '' where id = $1`, [complaintId]);
    await manager.query('delete from deadlines where complaint_id = $1', [complaintId]);
    const complaint = identified(events, state);
    const fence = (row?.fence ?? []).map(Number) as unknown as Fence;
    const sealed = { ...(row ? { fence } : {}), ...(salt ? { salt } : {}) };
    await project(manager, { complaint, events, deadlines: deadlines(complaint), ...sealed });
  });
}

/** The complaint as its events make it, with what it was given beside them. */
export function identified(events: readonly ComplaintEvent[], given: Complaint): Complaint {
  const { id, rulebook, zone, calendarKey } = given;
  return JSON.parse(JSON.stringify({ ...fold(events), id, rulebook, zone, calendarKey })) as Complaint;
}

async function eventsOf(dataSource: DataSource, complaintId: string): Promise<ComplaintEvent[]> {
  const rows = await dataSource.query<{ data: ComplaintEvent }[]>(
    'select data from events where complaint_id = $1 order by seq',
    [complaintId],
  );
  return rows.map(({ data }) => data);
}

async function deadlinesOf(dataSource: DataSource, complaintId: string): Promise<Deadline[]> {
  const rows = await dataSource.query<{ data: Deadline }[]>('select data from deadlines where complaint_id = $1', [
    complaintId,
  ]);
  return rows.map(({ data }) => data);
}

function differences(table: object, folded: object, prefix: string): Difference[] {
  const [a, b] = [table, folded] as Record<string, unknown>[];
  const names = new Set([...Object.keys(table), ...Object.keys(folded)]);
  return [...names]
    .filter((name) => !isDeepStrictEqual(a?.[name], b?.[name]))
    .map((name) => ({ path: prefix + name, table: a?.[name], fold: b?.[name] }));
}

const pick = (row: Record<string, unknown>, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, row[name]]));

// times come back as dates
const comparable = (columns: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [
      name,
      /_at$|_due$/.test(name) && typeof value === 'string' ? new Date(value) : value,
    ]),
  );
