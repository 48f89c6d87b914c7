/** What is stuck on this side of the engine: what waits, what keeps failing, and how to set it going or pass it over. */
import type { DataSource } from 'typeorm';

/** `projection`: events that the tables lack · `event`: one that a reader of the outbox cannot take · `signal`: one that a workflow is to be told. */
export type TroubleKind = 'projection' | 'event' | 'signal';

export interface Trouble {
  kind: TroubleKind;
  ref: string;
  complaint: { id: string; number: string | null } | null;
  /** ISO 8601. */
  since: Date;
  failures: number;
  /** The event that cannot be handed on, the signal that cannot be told. */
  what: string | null;
  /** As it was said: it may quote anybody's words. */
  problem: string;
}

/** An activity failed, and not for the first time. */
export async function noteTrouble(
  source: DataSource,
  { kind, ref, failures, problem }: Pick<Trouble, 'kind' | 'ref' | 'failures' | 'problem'>,
): Promise<void> {
  await source.query(
    `insert into troubles (kind, ref, failures, problem) values ($1, $2, $3, left($4, 1000))
     on conflict (kind, ref) do update set last_at = now(), failures = $3, problem = left($4, 1000)`,
    [kind, ref, failures, problem],
  );
}

export async function forgetTrouble(source: DataSource, kind: TroubleKind, ref: string): Promise<void> {
  await source.query('delete from troubles where kind = $1 and ref = $2', [kind, ref]);
}

/** All there is, the oldest first. */
export async function listTroubles(source: DataSource, limit: number): Promise<Trouble[]> {
  return source.query(
    `select t.kind, t.ref, t.since, t.failures, t.problem, t.what,
       case when t.complaint is not null then json_build_object('id', t.complaint, 'number', c.number) end as complaint
     from (
       select kind, ref, since, failures, problem, case when kind = 'projection' then ref end as complaint, null as what from troubles
       union all
       select 'event', o.id::text, o.created_at, o.failures, o.problem, o.complaint_id, e.type from outbox o
       left join events e on e.complaint_id = o.complaint_id and e.seq = o.seq where o.taken_at is null and o.failures > 0
       union all
       select 'signal', id::text, created_at, failures, problem, complaint_id, signal from signals_to_send
       where sent_at is null and failures > 0
     ) t left join complaints c on c.id = t.complaint order by t.since, t.ref limit $1`,
    [limit],
  );
}

/** The numbers of complaints, by id. */
export async function numbersOf(source: DataSource, ids: string[]): Promise<Map<string, string>> {
  const rows = await source.query<{ id: string; number: string }[]>(
    'select id, number from complaints where id = any ($1)',
    [ids],
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** How much waits, and since when the first of it. */
export interface Queue {
  name: 'outbox' | 'signals' | 'notices' | 'chronicle';
  waiting: number;
  oldest: Date | null;
}

export async function queues(source: DataSource): Promise<Queue[]> {
  return source.query(
    `select 'outbox' as name, count(*)::int as waiting, min(created_at) as oldest from outbox where taken_at is null
     union all select 'signals', count(*)::int, min(created_at) from signals_to_send where sent_at is null
     union all select 'notices', count(*)::int, min(not_before) from notices where state in ('waiting', 'failed') and not_before <= now()
     union all select 'chronicle', count(*)::int, min(at) from acts where entered_at is null`,
  );
}

/** Tries again now. False: there is no such thing any more. */
export async function retryTrouble(source: DataSource, kind: 'event' | 'signal', ref: string): Promise<boolean> {
  const [, count] = await source.query<[unknown, number]>(
    kind === 'event'
      ? 'update outbox set retry_at = null where id = $1 and taken_at is null'
      : 'update signals_to_send set retry_at = null where id = $1 and sent_at is null',
    [ref],
  );
  return count > 0;
}

/** Passes it over for ever; why is said in its row. */
export async function skipTrouble(
  source: DataSource,
  kind: 'event' | 'signal',
  ref: string,
  because: string,
): Promise<boolean> {
  const [, count] = await source.query<[unknown, number]>(
    kind === 'event'
      ? `update outbox set taken_at = now(), problem = left('skipped: ' || $2, 1000) where id = $1 and taken_at is null`
      : `update signals_to_send set sent_at = now(), problem = left('skipped: ' || $2, 1000) where id = $1 and sent_at is null`,
    [ref, because],
  );
  return count > 0;
}
