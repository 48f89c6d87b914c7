/** What the world has not been told of yet. */
import type { DataSource, EntityManager } from 'typeorm';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import type { Complaint } from '../../domain/complaint/state.js';

const turn = 8675310;

/** Whether this transaction is the one that sorts now; it stays so until it ends. */
export async function isMyTurn(tx: EntityManager): Promise<boolean> {
  const [row] = await tx.query<{ mine: boolean }[]>('select pg_try_advisory_xact_lock($1) as mine', [turn]);
  return row?.mine ?? false;
}

export interface WaitingRows {
  ids: string[];
  /** Of those that are still true, in their order. */
  told: { outboxId: string; event: ComplaintEvent; hash: string | null; complaint: Complaint }[];
}

/** The first of those that wait, locked. Behind one that failed the rest of its complaint waits, too. */
export async function waitingRows(tx: EntityManager, limit: number): Promise<WaitingRows> {
  const rows = await tx.query<
    { id: string; event: ComplaintEvent | null; hash: string | null; complaint: Complaint | null }[]
  >(
    `with waiting as materialized (
       select id, complaint_id, seq from outbox o
       where taken_at is null and (retry_at is null or retry_at <= now()) and not exists (
         select from outbox b where b.complaint_id = o.complaint_id and b.id < o.id and b.taken_at is null and b.retry_at > now()
       )
       order by id limit $1 for update of o skip locked
     )
     select w.id, e.data as event, e.hash, c.state as complaint from waiting w
     left join events e on e.complaint_id = w.complaint_id and e.seq = w.seq
     left join complaints c on c.id = w.complaint_id order by w.id`,
    [limit],
  );
  const told = rows.flatMap(({ id, event, hash, complaint }) =>
    event && complaint ? [{ outboxId: id, event, hash, complaint }] : [],
  );
  return { ids: rows.map(({ id }) => id), told };
}

export async function markTaken(tx: EntityManager, ids: string[]): Promise<void> {
  await tx.query('update outbox set taken_at = now(), retry_at = null where id = any ($1)', [ids]);
}

/** Puts one off that could not be taken: 10 seconds, 20, 40 … an hour at most. */
export async function failRow(dataSource: DataSource, id: string, problem: string): Promise<void> {
  await dataSource.query(
    `update outbox set failures = failures + 1, problem = left($2, 1000),
       retry_at = now() + make_interval(secs => least(3600, 10 * 2 ^ least(failures, 10))) where id = $1`,
    [id, problem],
  );
}

/** Takes away rows that were taken before then; answers how many, `limit` at most. */
export async function forgetTaken(dataSource: DataSource, before: Date, limit: number): Promise<number> {
  const [, gone] = await dataSource.query<[unknown, number]>(
    'delete from outbox where id in (select id from outbox where taken_at < $1 order by id limit $2)',
    [before, limit],
  );
  return gone;
}
