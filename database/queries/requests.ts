/** When a request was first seen: repeated after a fault, it is the same request to the last letter. */
import type { DataSource } from 'typeorm';
import { run, type Statement } from '../sql.js';

// lost with the server's last instant it is only seen anew: not worth a wait for the disk
const statement: Statement = {
  name: 'request',
  text: `with fast as materialized (select set_config('synchronous_commit', 'off', true))
    insert into requests as r (id, hash, at) select $1, $2, $3 from fast
    on conflict (id) do update set id = excluded.id returning r.hash, r.at`,
};

export interface SeenRequest {
  /** Of what it asked the first time. */
  hash: string;
  /** Epoch milliseconds. */
  at: number;
}

/** Remembers a request by its id, and answers how it was first seen. */
export async function firstSeen(dataSource: DataSource, id: string, hash: string): Promise<SeenRequest> {
  const [seen] = await run<{ hash: string; at: Date }>(dataSource, statement, [id, hash, new Date()]);
  if (!seen) throw new Error('no answer');
  return { hash: seen.hash, at: seen.at.getTime() };
}

/** Whether a request was seen before. */
export async function wasSeen(dataSource: DataSource, id: string): Promise<boolean> {
  const [found] = await dataSource.query<unknown[]>('select 1 from requests where id = $1', [id]);
  return found !== undefined;
}

/** Takes away requests that were first seen before then; answers how many, `limit` at most. */
export async function forgetRequests(dataSource: DataSource, before: Date, limit: number): Promise<number> {
  const [, gone] = await dataSource.query<[unknown, number]>(
    'delete from requests where id in (select id from requests where at < $1 order by at limit $2)',
    [before, limit],
  );
  return gone;
}
