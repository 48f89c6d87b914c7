/** Logins that fail too often have to wait; every process of the API counts the same. */
import type { DataSource } from 'typeorm';

/** Seconds until a key may try again; 0: now. */
export async function waitFor(dataSource: DataSource, key: string): Promise<number> {
  const [found] = await dataSource.query<{ wait: number }[]>(
    `select greatest(0, ceil(extract(epoch from last_at + make_interval(secs => ${delay('failures')}) - now())))::int as wait
     from login_attempts where key = $1`,
    [key],
  );
  return found?.wait ?? 0;
}

/** Counts a failure; failures of an hour ago are forgotten. */
export async function countFailure(dataSource: DataSource, key: string): Promise<void> {
  await dataSource.query(
    `with old as (delete from login_attempts where last_at < now() - interval '1 hour' and key <> $1)
     insert into login_attempts as a (key, failures, last_at) values ($1, 1, now())
     on conflict (key) do update set last_at = now(),
       failures = case when a.last_at < now() - interval '1 hour' then 1 else a.failures + 1 end`,
    [key],
  );
}

export async function forgetFailures(dataSource: DataSource, key: string): Promise<void> {
  await dataSource.query('delete from login_attempts where key = $1', [key]);
}

// five are free, then 2, 4, 8 … seconds, 15 minutes at most
const delay = (failures: string) => `case when ${failures} < 5 then 0 else least(900, 2 ^ (${failures} - 4)) end`;
