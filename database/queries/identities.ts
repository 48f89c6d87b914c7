/** Whom an identity provider knows, and who is under way there. */
import type { DataSource } from 'typeorm';

export interface IdentityRequest {
  state: string;
  nonce: string;
  verifier: string;
  /** Where to go then: a path of ours. */
  next: string;
}

/** Keeps what the answer of the provider is held against, for ten minutes. */
export async function keepIdentityRequest(
  dataSource: DataSource,
  tokenHash: string,
  { state, nonce, verifier, next }: IdentityRequest,
): Promise<void> {
  await dataSource.query('delete from identity_requests where expires_at < now()');
  await dataSource.query(
    `insert into identity_requests (token_hash, state, nonce, verifier, next, expires_at)
     values ($1, $2, $3, $4, $5, now() + interval '10 minutes')`,
    [tokenHash, state, nonce, verifier, next],
  );
}

/** Takes it away: an answer is heard once. */
export async function takeIdentityRequest(
  dataSource: DataSource,
  tokenHash: string,
): Promise<IdentityRequest | undefined> {
  const [[found]] = await dataSource.query<[IdentityRequest[], number]>(
    `delete from identity_requests where token_hash = $1 and expires_at > now() returning state, nonce, verifier, next`,
    [tokenHash],
  );
  return found;
}

export interface Identity {
  issuer: string;
  subject: string;
}

/** The account that is linked with an identity, if it is an active one. */
export async function userByIdentity(
  dataSource: DataSource,
  { issuer, subject }: Identity,
): Promise<{ user: string; active: boolean } | undefined> {
  const [found] = await dataSource.query<{ user: string; active: boolean }[]>(
    `select u.id as "user", u.active from identities i join users u on u.id = i.user_id where issuer = $1 and subject = $2`,
    [issuer, subject],
  );
  return found;
}

/**
 * Links an identity with the one active account of a user name or an e-mail address, unless that account has an
 * identity of the provider already. An address that it was found by is verified from then on. Undefined when there is no
 * such account.
 */
export async function linkIdentity(
  dataSource: DataSource,
  { issuer, subject }: Identity,
  { username, email }: { username?: string; email?: string },
): Promise<string | undefined> {
  const [linked] = await dataSource.query<{ user: string }[]>(
    `with linked as (
       insert into identities (issuer, subject, user_id)
       select $1, $2, u.id from users u where u.active and (u.username = $3 or u.email = $4)
         and not exists (select from identities i where i.user_id = u.id and i.issuer = $1)
         and (select count(*) from users o where o.active and (o.username = $3 or o.email = $4)) = 1
       on conflict do nothing returning user_id
     ), verified as (
       update users set email_verified_at = now() where id in (select user_id from linked) and email = $4
     ) select user_id as "user" from linked`,
    [issuer, subject, username ?? null, email?.toLowerCase() ?? null],
  );
  return linked?.user;
}

/** A new account without any role, linked with an identity; undefined when the name is taken. */
export async function createByIdentity(
  dataSource: DataSource,
  { issuer, subject }: Identity,
  { id, username, name }: { id: string; username: string; name: string },
): Promise<string | undefined> {
  return await dataSource.transaction(async (tx) => {
    const made = await tx.query<{ id: string }[]>(
      `insert into users (id, username, name, node_id)
       select $1, $2, $3, (select id from organisation where parent_id is null order by id limit 1)
       on conflict do nothing returning id`,
      [id, username, name],
    );
    if (made.length === 0) return undefined;
    await tx.query('insert into identities (issuer, subject, user_id) values ($1, $2, $3)', [issuer, subject, id]);
    return id;
  });
}
