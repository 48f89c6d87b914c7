/** The wrapped keys of complaints. */
import type { DataSource } from 'typeorm';
import { run, type Statement } from '../sql.js';

export interface KeptKey extends Record<string, unknown> {
  /** Id of the master key that wraps it, and its version in it where it has any. */
  master: string;
  /** Null once it has been destroyed. */
  wrapped: Uint8Array | null;
}

const find: Statement = {
  name: 'key-find',
  text: 'select master, wrapped from complaint_keys where complaint_id = $1',
};
const keep: Statement = {
  name: 'key-keep',
  text: `insert into complaint_keys (complaint_id, master, wrapped) values ($1, $2, $3)
    on conflict (complaint_id) do update set complaint_id = excluded.complaint_id returning master, wrapped`,
};

/** The key of a complaint; undefined when it has none yet. */
export async function keptKey(source: DataSource, id: string): Promise<KeptKey | undefined> {
  const [found] = await run<KeptKey>(source, find, [id]);
  return found;
}

/** Keeps a new key, and answers the one that is kept: somebody else may have been faster. */
export async function keepKey(source: DataSource, id: string, master: string, wrapped: Uint8Array): Promise<KeptKey> {
  const [kept] = await run<KeptKey>(source, keep, [id, master, Buffer.from(wrapped)]);
  if (!kept) throw new Error('no answer');
  return kept;
}

/** Forgets a key for ever. A complaint without one gets none any more. */
export async function destroyKey(source: DataSource, id: string, by: string, because: string): Promise<void> {
  await source.query(
    `insert into complaint_keys (complaint_id, master, wrapped, destroyed_at, destroyed_by, destroyed_because)
     values ($1, '', null, now(), $2, $3)
     on conflict (complaint_id) do update set wrapped = null, destroyed_at = now(), destroyed_by = $2, destroyed_because = $3
     where complaint_keys.wrapped is not null`,
    [id, by, because],
  );
}

/** Keys that another master key wraps, or another version of it, in order of their ids after one. */
export async function keysNotUnder(
  source: DataSource,
  master: string,
  after: string,
  most: number,
): Promise<{ id: string; master: string; wrapped: Uint8Array }[]> {
  return source.query(
    `select complaint_id as id, master, wrapped from complaint_keys
     where wrapped is not null and master <> $1 and complaint_id > $2 order by complaint_id limit $3`,
    [master, after, most],
  );
}

/** How many keys each master key wraps, by version. */
export async function keysByMaster(source: DataSource): Promise<{ master: string; keys: number }[]> {
  return source.query(
    'select master, count(*)::int as keys from complaint_keys where wrapped is not null group by 1 order by 1',
  );
}

/** A key that was destroyed meanwhile stays so. */
export async function rewrapKey(source: DataSource, id: string, master: string, wrapped: Uint8Array): Promise<void> {
  await source.query(
    'update complaint_keys set master = $2, wrapped = $3 where complaint_id = $1 and wrapped is not null',
    [id, master, Buffer.from(wrapped)],
  );
}
