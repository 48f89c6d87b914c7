/** Sessions: opened, listed, ended; and what people are told of those that were opened. */
import type { DataSource, EntityManager } from 'typeorm';
import { run, type Statement } from '../sql.js';
import { addressesFor } from './act-addresses.js';

export type Via = 'password' | 'provider';

export interface NewSession {
  user: string;
  /** SHA-256 of the token, hexadecimal. */
  tokenHash: string;
  via: Via;
  /** Opened with a second factor. */
  strong: boolean;
  /** Seconds until it ends, used or not. */
  seconds: number;
  address: string;
  /** What the browser says of itself. */
  device: string;
  /** Digest of what the browser is known by. */
  deviceHash: string;
}

/** Opens a session, and forgets those that are over; a browser that the person never used before is noted. Answers its id. */
export async function openSession(dataSource: DataSource, given: NewSession): Promise<string> {
  const { user, tokenHash, via, strong, seconds, address, device, deviceHash } = given;
  return await dataSource.transaction(async (tx) => {
    await tx.query('delete from sessions where expires_at < now()');
    await tx.query('delete from sign_ins where at < now() - make_interval(days => $1)', [addressesFor]);
    const [session] = await tx.query<{ id: string }[]>(
      `insert into sessions (token_hash, user_id, expires_at, address, device, via, strong)
       values ($1, $2, now() + make_interval(secs => $3), $4, $5, $6, $7) returning id`,
      [tokenHash, user, seconds, address, device, via, strong],
    );
    if (!session) throw new Error('no answer');
    // the very first browser is no surprise
    await tx.query(
      `insert into sign_ins (user_id, session_id, address, device, unknown_device)
       select $1, $2, $3, $4, exists (select from devices where user_id = $1)
         and not exists (select from devices where user_id = $1 and device_hash = $5)`,
      [user, session.id, address, device, deviceHash],
    );
    await tx.query(
      `insert into devices (user_id, device_hash) values ($1, $2)
       on conflict (user_id, device_hash) do update set last_at = now()`,
      [user, deviceHash],
    );
    return session.id;
  });
}

/** Ends the session of a token; answers which it was. */
export async function closeSession(
  dataSource: DataSource,
  tokenHash: string,
): Promise<{ id: string; user: string } | undefined> {
  const [[closed]] = await dataSource.query<[{ id: string; user: string }[], number]>(
    'delete from sessions where token_hash = $1 returning id, user_id as "user"',
    [tokenHash],
  );
  return closed;
}

const touched: Statement = {
  name: 'session-touched',
  text: 'update sessions set last_used_at = now(), address = $2 where token_hash = $1',
};
const tokenTouched: Statement = {
  name: 'token-touched',
  text: 'update api_tokens set last_used_at = now() where token_hash = $1',
};

/** Notes that a session or a token is used. */
export async function touch(dataSource: DataSource, kind: 'session' | 'bearer', tokenHash: string, address: string) {
  await (kind === 'session'
    ? run(dataSource, touched, [tokenHash, address])
    : run(dataSource, tokenTouched, [tokenHash]));
}

export interface OpenSession {
  id: string;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
  address: string;
  device: string;
  via: Via;
  strong: boolean;
}

/** The sessions of a user that are open, the one used last first. */
export async function sessionsOf(dataSource: DataSource, user: string, idleSeconds: number): Promise<OpenSession[]> {
  return await dataSource.query(
    `select id, created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt", address, device, via, strong
     from sessions where user_id = $1 and expires_at > now() and last_used_at > now() - make_interval(secs => $2)
     order by last_used_at desc, id limit 200`,
    [user, idleSeconds],
  );
}

/** Ends one session of a user; false when there is none of that id. */
export async function endSession(dataSource: DataSource, user: string, id: string): Promise<boolean> {
  const [, count] = await dataSource.query<[unknown, number]>('delete from sessions where user_id = $1 and id = $2', [
    user,
    id,
  ]);
  return count > 0;
}

/** Ends all sessions of a user, but one. */
export async function endOtherSessions(
  source: DataSource | EntityManager,
  user: string,
  but: string | undefined,
): Promise<void> {
  await source.query('delete from sessions where user_id = $1 and id is distinct from $2', [user, but ?? null]);
  await source.query('delete from half_sessions where user_id = $1', [user]);
}

export interface UnknownSignIn {
  id: string;
  at: Date;
  address: string;
  device: string;
}

/** Signing in from browsers that a user never used before, and has not said to know. */
export async function unknownSignIns(
  dataSource: DataSource,
  user: string,
  session: string | undefined,
): Promise<UnknownSignIn[]> {
  return await dataSource.query(
    `select id, at, address, device from sign_ins
     where user_id = $1 and unknown_device and not seen and session_id is distinct from $2 order by at desc limit 20`,
    [user, session ?? null],
  );
}

/** The user has seen them. */
export async function sawSignIns(dataSource: DataSource, user: string, session: string): Promise<void> {
  await dataSource.query(
    'update sign_ins set seen = true where user_id = $1 and session_id is distinct from $2 and not seen',
    [user, session],
  );
}

/** The password was right; the second factor may come within five minutes. */
export async function openHalfSession(
  dataSource: DataSource,
  { user, tokenHash, via }: Pick<NewSession, 'user' | 'tokenHash' | 'via'>,
): Promise<void> {
  await dataSource.query('delete from half_sessions where expires_at < now()');
  await dataSource.query(
    `insert into half_sessions (token_hash, user_id, via, expires_at) values ($1, $2, $3, now() + interval '5 minutes')`,
    [tokenHash, user, via],
  );
}

export async function halfSession(
  dataSource: DataSource,
  tokenHash: string,
): Promise<{ user: string; via: Via } | undefined> {
  const [found] = await dataSource.query<{ user: string; via: Via }[]>(
    `select h.user_id as "user", via from half_sessions h join users u on u.id = h.user_id and u.active
     where token_hash = $1 and expires_at > now()`,
    [tokenHash],
  );
  return found;
}

/** It becomes a whole one or nothing; false when somebody was faster. */
export async function closeHalfSession(dataSource: DataSource, tokenHash: string): Promise<boolean> {
  const [, count] = await dataSource.query<[unknown, number]>('delete from half_sessions where token_hash = $1', [
    tokenHash,
  ]);
  return count > 0;
}
