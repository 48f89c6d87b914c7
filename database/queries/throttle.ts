/** Attempts that fail too often have to wait; every process of the API counts the same. */
import type { DataSource } from 'typeorm';

export interface Counted {
  /** A digest: what is counted. */
  key: string;
  /** Failures that cost nothing. */
  free: number;
}

/**
 * Counts an attempt before it is made, so that many at once are as many; answers the seconds that it has to wait, 0: now.
 * An hour without one, and all is forgotten. Whoever waited for another's row looks at the clock anew.
 */
export async function countAttempt(dataSource: DataSource, { key, free }: Counted): Promise<number> {
  const counted = await dataSource.query<object[]>(
    `with old as (delete from login_attempts where last_at < now() - interval '1 hour' and key <> $1)
     insert into login_attempts as a (key, failures, last_at) values ($1, 1, clock_timestamp())
     on conflict (key) do update set last_at = clock_timestamp(),
       failures = case when a.last_at < now() - interval '1 hour' then 1 else a.failures + 1 end
     where a.last_at + make_interval(secs => ${delay('a.failures')}) <= clock_timestamp()
     returning key`,
    [key, free],
  );
  if (counted.length > 0) return 0;
  const [found] = await dataSource.query<{ wait: number }[]>(
    `select greatest(1, ceil(extract(epoch from last_at + make_interval(secs => ${delay('failures')}) - now())))::int as wait
     from login_attempts where key = $1`,
    [key, free],
  );
  return found?.wait ?? 1;
}

/** Counts what anybody may do so often a minute; answers the seconds until the next, 0: now. */
export async function countWithin(dataSource: DataSource, key: string, most: number): Promise<number> {
  const isOver = `a.last_at < now() - interval '1 minute'`;
  const [counted] = await dataSource.query<{ wait: number }[]>(
    `with old as (delete from login_attempts where last_at < now() - interval '1 hour' and key <> $1)
     insert into login_attempts as a (key, failures, last_at) values ($1, 1, now())
     on conflict (key) do update set failures = case when ${isOver} then 1 else a.failures + 1 end,
       last_at = case when ${isOver} then now() else a.last_at end
     returning case when a.failures <= $2 then 0
       else greatest(1, ceil(60 - extract(epoch from now() - a.last_at)))::int end as wait`,
    [key, most],
  );
  return counted?.wait ?? 0;
}

/** It succeeded: the failures of these are forgotten. */
export async function forgetFailures(dataSource: DataSource, keys: string[]): Promise<void> {
  await dataSource.query('delete from login_attempts where key = any ($1)', [keys]);
}

/** It succeeded: this attempt alone is forgotten, for whoever succeeds may be another one than who fails. */
export async function forgetAttempt(dataSource: DataSource, key: string): Promise<void> {
  await dataSource.query('update login_attempts set failures = greatest(0, failures - 1) where key = $1', [key]);
}

// then 2, 4, 8 … seconds, 15 minutes at most
const delay = (failures: string) =>
  `case when ${failures} < $2::int then 0 else least(900, 2 ^ least(20, ${failures} - $2::int + 1)) end`;
