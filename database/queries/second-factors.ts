/** Second factors and recovery codes. Secrets come and go encrypted. */
import type { DataSource, EntityManager } from 'typeorm';
import { endOtherSessions } from './sessions.js';

export interface SecondFactor {
  /** In force; none before the first code of it was given. */
  secret: Buffer | null;
  proposed: Buffer | null;
  confirmedAt: Date | null;
  /** Recovery codes that are left. */
  codesLeft: number;
}

/** The second factor of a user; undefined when none was ever begun. */
export async function secondFactorOf(dataSource: DataSource, user: string): Promise<SecondFactor | undefined> {
  const [found] = await dataSource.query<SecondFactor[]>(
    `select secret, proposed, confirmed_at as "confirmedAt",
       (select count(*)::int from recovery_codes r where r.user_id = f.user_id and used_at is null) as "codesLeft"
     from second_factors f where user_id = $1`,
    [user],
  );
  return found;
}

/** Keeps a secret that is not in force yet. */
export async function proposeSecret(dataSource: DataSource, user: string, sealed: Uint8Array): Promise<void> {
  await dataSource.query(
    `insert into second_factors (user_id, proposed) values ($1, $2)
     on conflict (user_id) do update set proposed = excluded.proposed`,
    [user, Buffer.from(sealed)],
  );
}

/**
 * Brings the proposed secret into force, with new recovery codes; the session becomes a strong one and all others end.
 * False when it was not the one proposed any more.
 */
export async function confirmSecret(
  dataSource: DataSource,
  { user, session, sealed, step, codes }: Confirmed,
): Promise<boolean> {
  return await dataSource.transaction(async (tx) => {
    const [, count] = await tx.query<[unknown, number]>(
      `update second_factors set secret = proposed, proposed = null, last_step = $3, confirmed_at = now()
       where user_id = $1 and proposed = $2`,
      [user, sealed, step],
    );
    if (count === 0) return false;
    await tx.query('delete from recovery_codes where user_id = $1', [user]);
    await tx.query('insert into recovery_codes (user_id, code_hash) select $1, unnest($2::text[])', [user, codes]);
    await tx.query('update sessions set strong = true where id = $1', [session]);
    await endOtherSessions(tx, user, session);
    return true;
  });
}

interface Confirmed {
  user: string;
  session: string;
  sealed: Buffer;
  /** Of the code that was given. */
  step: number;
  /** Digests of the recovery codes. */
  codes: string[];
}

/** Other recovery codes instead of those before. */
export async function replaceCodes(dataSource: DataSource, user: string, codes: string[]): Promise<void> {
  await dataSource.transaction(async (tx) => {
    await tx.query('delete from recovery_codes where user_id = $1', [user]);
    await tx.query('insert into recovery_codes (user_id, code_hash) select $1, unnest($2::text[])', [user, codes]);
  });
}

/** Takes the code of a step of 30 seconds; false when that one or a later one was taken before. */
export async function takeStep(dataSource: DataSource, user: string, step: number): Promise<boolean> {
  const [, count] = await dataSource.query<[unknown, number]>(
    'update second_factors set last_step = $2 where user_id = $1 and last_step < $2',
    [user, step],
  );
  return count > 0;
}

/** Takes a recovery code; false when there is none such, or it was taken before. */
export async function takeCode(dataSource: DataSource, user: string, codeHash: string): Promise<boolean> {
  const [, count] = await dataSource.query<[unknown, number]>(
    'update recovery_codes set used_at = now() where user_id = $1 and code_hash = $2 and used_at is null',
    [user, codeHash],
  );
  return count > 0;
}

export async function removeSecondFactor(source: DataSource | EntityManager, user: string): Promise<void> {
  await source.query(
    `with codes as (delete from recovery_codes where user_id = $1) delete from second_factors where user_id = $1`,
    [user],
  );
}
