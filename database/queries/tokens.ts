/** Bearer tokens of programs. */
import type { DataSource } from 'typeorm';
import type { Scope } from '../../domain/account/scope.js';

export interface NewToken {
  user: string;
  name: string;
  tokenHash: string;
  scopes: Scope[];
  endsAt: Date;
}

/** Makes a bearer token known; programs hold the token itself. */
export async function grantToken(
  dataSource: DataSource,
  { user, name, tokenHash, scopes, endsAt }: NewToken,
): Promise<void> {
  await dataSource.query(
    'insert into api_tokens (token_hash, user_id, name, scopes, expires_at) values ($1, $2, $3, $4, $5)',
    [tokenHash, user, name, scopes, endsAt],
  );
}

export interface GrantedToken {
  /** The beginning of its digest. */
  id: string;
  name: string;
  scopes: Scope[];
  createdAt: Date;
  endsAt: Date | null;
  lastUsedAt: Date | null;
}

/** The bearer tokens of a user that still hold. */
export async function tokensOf(dataSource: DataSource, user: string): Promise<GrantedToken[]> {
  return await dataSource.query(
    `select left(token_hash, 16) as id, name, scopes, created_at as "createdAt", expires_at as "endsAt",
       last_used_at as "lastUsedAt" from api_tokens
     where user_id = $1 and revoked_at is null and (expires_at is null or expires_at > now()) order by created_at, token_hash`,
    [user],
  );
}

/** Ends a bearer token of a user; false when there is none of that id. */
export async function revokeToken(dataSource: DataSource, user: string, id: string): Promise<boolean> {
  const [, count] = await dataSource.query<[unknown, number]>(
    'update api_tokens set revoked_at = now() where user_id = $1 and left(token_hash, 16) = $2 and revoked_at is null',
    [user, id],
  );
  return count > 0;
}
