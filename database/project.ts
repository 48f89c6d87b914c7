/** Writes what happened to a complaint into the tables that people read. */
import type { Deadline } from '../domain/complaint/deadlines.js';
import type { ComplaintEvent } from '../domain/complaint/events.js';
import type { Complaint } from '../domain/complaint/state.js';
import { tellChanges } from './changes.js';
import { storable } from './plain-text.js';
import { complaintColumns, deadlineColumns, searchColumns } from './rows.js';
import { digestOf } from './seal.js';
import { run, type Source, type Statement } from './sql.js';

export interface Projection {
  /** After the last of the events. */
  complaint: Complaint;
  /** New ones in order, without gaps; any of them may have been projected before. */
  events: readonly ComplaintEvent[];
  /** All of them. */
  deadlines: readonly Deadline[];
  /**
   * How late in its workflow's life it was decided: of two accounts of the same events the later one is true. A worker
   * that dies after it has told, but before the engine knows, has told something that never was. None: the beginning.
   */
  fence?: Fence;
  /** The complaint's own, for the digests of its events. */
  salt?: Uint8Array;
}

/** When the run began, how long its history was, and when it was decided: compared in that order. */
export type Fence = readonly [runStartedAt: number, historyLength: number, decidedAt: number];

const beginning: Fence = [0, 0, 0];
const unsalted = new Uint8Array();

/** A later account of these events is there already. */
export class ProjectionOvertaken extends Error {
  constructor(readonly complaintId: string) {
    super(`a later account of complaint ${complaintId} has been projected`);
    this.name = 'ProjectionOvertaken';
  }
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
 * Projects events and the state after them, in one statement and so all or nothing. The same again does no harm; what an
 * earlier account said beyond it is taken back. Throws a ProjectionGap when earlier events are missing, and
 * ProjectionOvertaken when a later account is there.
 */
export async function project(
  source: Source,
  { complaint, events, deadlines, fence = beginning, salt = unsalted }: Projection,
): Promise<void> {
  const first = events[0]?.seq ?? complaint.seq + 1;
  const row = { ...complaintColumns(complaint, deadlines), fence, state: complaint };
  const search = searchColumns(complaint, events);
  const [outcome] = await run<{ known: number; fresh: number; overtaken: boolean }>(source, statement, [
    complaint.id,
    first,
    storable(row),
    storable(events.map((event) => ({ ...rowOf(event), digest: digestOf(event, salt) }))),
    storable(deadlines.map(deadlineColumns)),
    search ? storable(search) : null,
    fence,
    complaint.seq,
  ]);
  const known = outcome?.known ?? 0;
  if (outcome?.overtaken) throw new ProjectionOvertaken(complaint.id);
  if (first > known + 1) throw new ProjectionGap(complaint.id, known, first);
  const guard = row.hidden_from.length > 0 || row.open_to ? { guarded: true as const } : {};
  if (outcome?.fresh)
    tellChanges(
      source,
      events.map(({ seq, type }) => ({ id: complaint.id, project: complaint.project, seq, type, ...guard })),
    );
}

const rowOf = (event: ComplaintEvent) => ({ seq: event.seq, type: event.type, at: event.at, data: event });

const columns = [
  ...Object.keys(
    complaintColumns(
      { complainant: {}, text: '', stops: [], rulebook: {}, accused: [], recused: [] } as unknown as Complaint,
      [],
    ),
  ),
  'fence',
  'state',
];
const changing = columns.filter((name) => !['id', 'number', 'recorded_at'].includes(name));

// one round trip: the row is locked first, so that two of the same complaint go one after the other
const statement: Statement = {
  name: 'project',
  text: `
    with known as materialized (
      select seq, fence, head from complaints where id = $1 for update
    ),
    fitting as materialized (
      select 1 where $2::int <= coalesce((select seq from known), 0) + 1
        and $7::bigint[] >= coalesce((select fence from known), $7::bigint[])
    ),
    given as materialized (
      select * from jsonb_populate_recordset(null::events, $4::jsonb)
    ),
    linked as materialized (
      with recursive link (seq, hash) as (
        select $2::int - 1, coalesce(
          (select head from known where seq = $2::int - 1),
          (select hash from events where complaint_id = $1 and seq = $2::int - 1), '')
        union all
        select g.seq, encode(sha256(convert_to(concat_ws(E'\\n', link.hash, g.seq, g.digest), 'UTF8')), 'hex')
        from link join given g on g.seq = link.seq + 1
      )
      select * from link
    ),
    row as (
      insert into complaints as c (${columns.join(', ')}, head)
      select ${columns.join(', ')}, (select hash from linked order by seq desc limit 1)
      from jsonb_populate_record(null::complaints, $3::jsonb)
      where exists (select from fitting)
      on conflict (id) do update set ${[...changing, 'head'].map((name) => `${name} = excluded.${name}`).join(', ')}
      where c.fence <= excluded.fence
      returning c.id
    ),
    fresh as (
      insert into events as o (complaint_id, seq, type, at, data, digest, hash)
      select $1, g.seq, g.type, g.at, g.data, g.digest, linked.hash from given g join linked on linked.seq = g.seq
      where exists (select from fitting)
      on conflict (complaint_id, seq) do update
        set type = excluded.type, at = excluded.at, data = excluded.data, digest = excluded.digest, hash = excluded.hash
      where o.data is distinct from excluded.data or o.hash is distinct from excluded.hash
      returning seq, type
    ),
    never_was as (
      delete from events where complaint_id = $1 and seq > $8::int and exists (select from fitting)
    ),
    told as (
      insert into outbox as o (complaint_id, seq, type)
      select $1, fresh.seq, fresh.type from fresh order by fresh.seq
      on conflict (complaint_id, seq) do update set type = excluded.type, taken_at = null
    ),
    never_told as (
      delete from outbox where complaint_id = $1 and seq > $8::int and taken_at is null and exists (select from fitting)
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
    never_ran as (
      delete from deadlines where complaint_id = $1 and exists (select from row)
        and clock not in (select clock from jsonb_populate_recordset(null::deadlines, $5::jsonb))
    ),
    found as (
      insert into complaint_search as s (complaint_id, haystack, grams, open_haystack)
      select $1, n.haystack, n.grams, n.open_haystack from jsonb_populate_record(null::complaint_search, $6::jsonb) n
      where $6::jsonb is not null and exists (select from row)
      on conflict (complaint_id) do update set haystack = excluded.haystack, grams = excluded.grams,
        open_haystack = excluded.open_haystack
      where s.haystack <> excluded.haystack or s.open_haystack is distinct from excluded.open_haystack
    )
    select coalesce((select seq from known), 0) as known, (select count(*)::int from fresh) as fresh,
      coalesce((select fence from known), $7::bigint[]) > $7::bigint[] as overtaken`,
};
