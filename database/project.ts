/** Writes what happened to a complaint into the tables that people read. */
import type { Deadline } from '../domain/complaint/deadlines.js';
import type { ComplaintEvent } from '../domain/complaint/events.js';
import type { Complaint } from '../domain/complaint/state.js';
import { tellChanges } from './changes.js';
import { storable } from './plain-text.js';
import { complaintColumns, deadlineColumns, searchColumns } from './rows.js';
import { run, type Source, type Statement } from './sql.js';

export interface Projection {
  /** After the last of the events. */
  complaint: Complaint;
  /** New ones in order, without gaps; any of them may have been projected before. */
  events: readonly ComplaintEvent[];
  /** All of them. */
  deadlines: readonly Deadline[];
}

/** Events before these are not projected yet: send them from `known + 1` on. */
export class ProjectionGap extends Error {
  constructor(
    readonly complaintId: string,
    /** The last event that the tables hold. */
    readonly known: number,
    readonly first: number,
  ) {
    super(`complaint ${complaintId} is projected up to event ${known}; event ${first} cannot follow`);
    this.name = 'ProjectionGap';
  }
}

/**
 * Projects events and the state after them, in one statement and so all or nothing. Again, late or side by side
 * with another of the same complaint does no harm. Throws a ProjectionGap when earlier events are missing.
 */
export async function project(source: Source, { complaint, events, deadlines }: Projection): Promise<void> {
  const first = events[0]?.seq ?? complaint.seq + 1;
  const row = { ...complaintColumns(complaint, deadlines), state: complaint };
  const search = searchColumns(complaint, events);
  const [outcome] = await run<{ known: number; fresh: number }>(source, statement, [
    complaint.id,
    first,
    storable(row),
    storable(events.map((event) => ({ seq: event.seq, type: event.type, at: event.at, data: event }))),
    storable(deadlines.map(deadlineColumns)),
    search ? storable(search) : null,
  ]);
  const known = outcome?.known ?? 0;
  if (first > known + 1) throw new ProjectionGap(complaint.id, known, first);
  if (outcome?.fresh)
    tellChanges(
      source,
      events.map(({ seq, type }) => ({ id: complaint.id, seq, type, project: complaint.project })),
    );
}

const columns = [
  ...Object.keys(complaintColumns({ complainant: {}, text: '', stops: [], rulebook: {} } as unknown as Complaint, [])),
  'state',
];
const changing = columns.filter((name) => !['id', 'number', 'recorded_at'].includes(name));

// one round trip: the row is locked first, so that two of the same complaint go one after the other
const statement: Statement = {
  name: 'project',
  text: `
    with known as materialized (
      select coalesce((select seq from complaints where id = $1 for update), 0) as seq
    ),
    fitting as materialized (
      select 1 from known where $2::int <= known.seq + 1
    ),
    row as (
      insert into complaints as c (${columns.join(', ')})
      select ${columns.join(', ')} from jsonb_populate_record(null::complaints, $3::jsonb)
      where exists (select from fitting)
      on conflict (id) do update set ${changing.map((name) => `${name} = excluded.${name}`).join(', ')}
      where c.seq < excluded.seq
      returning c.id
    ),
    fresh as (
      insert into events (complaint_id, seq, type, at, data)
      select $1, e.seq, e.type, e.at, e.data from jsonb_populate_recordset(null::events, $4::jsonb) e
      where exists (select from fitting)
      on conflict do nothing
      returning seq, type
    ),
    told as (
      insert into outbox (complaint_id, seq, type)
      select $1, fresh.seq, fresh.type from fresh order by fresh.seq
      on conflict do nothing
    ),
    clocks as (
      insert into deadlines as d (complaint_id, clock, state, started_at, due, met_at, missed_at, data)
      select $1, n.clock, n.state, n.started_at, n.due, n.met_at, n.missed_at, n.data
      from jsonb_populate_recordset(null::deadlines, $5::jsonb) n
      where exists (select from row)
      on conflict (complaint_id, clock) do update set state = excluded.state, started_at = excluded.started_at,
        due = excluded.due, met_at = excluded.met_at, missed_at = excluded.missed_at, data = excluded.data
      where d.data is distinct from excluded.data
    ),
    found as (
      insert into complaint_search as s (complaint_id, haystack, grams)
      select $1, n.haystack, n.grams from jsonb_populate_record(null::complaint_search, $6::jsonb) n
      where $6::jsonb is not null and exists (select from row)
      on conflict (complaint_id) do update set haystack = excluded.haystack, grams = excluded.grams
      where s.haystack <> excluded.haystack
    )
    select known.seq as known, (select count(*)::int from fresh) as fresh from known`,
};
