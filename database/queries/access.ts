/** Who is asking, and what of the organisation they see. */
import type { DataSource } from 'typeorm';
import type { Role, Tier } from '../../domain/rulebook/rulebook.js';
import { run, type Statement } from '../sql.js';

export interface Viewer {
  user: string;
  username: string;
  name: string;
  roles: Role[];
  tier: Tier;
  node: { id: string; name: string };
  /** Projects whose complaints they see; null: all there are. */
  projects: string[] | null;
}

// the only group's people see everything; nobody else's list is long
const viewerColumns = `
  u.id as "user", u.username, u.name, u.roles, n.tier, json_build_object('id', n.id, 'name', n.name) as node,
  case
    when n.tier = 'project' then array[n.id]
    when n.parent_id is null and not exists (select from organisation o where o.parent_id is null and o.id <> n.id) then null
    else array(
      with recursive below as (
        select id, tier from organisation where id = n.id
        union all select o.id, o.tier from organisation o join below on o.parent_id = below.id
      ) select id from below where tier = 'project'
    )
  end as projects`;

const bySession: Statement = {
  name: 'viewer-by-session',
  text: `select ${viewerColumns} from sessions s join users u on u.id = s.user_id and u.active
    join organisation n on n.id = u.node_id where s.token_hash = $1 and s.expires_at > now()`,
};
const byToken: Statement = {
  name: 'viewer-by-token',
  text: `select ${viewerColumns} from api_tokens t join users u on u.id = t.user_id and u.active
    join organisation n on n.id = u.node_id
    where t.token_hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())`,
};
const byUser: Statement = {
  name: 'viewer-by-user',
  text: `select ${viewerColumns} from users u join organisation n on n.id = u.node_id where u.id = $1 and u.active`,
};

/** Whoever holds a session or a bearer token, by the token's digest; undefined when nobody does any more. */
export async function viewerByToken(
  dataSource: DataSource,
  kind: 'session' | 'bearer',
  tokenHash: string,
): Promise<Viewer | undefined> {
  const [viewer] = await run<Viewer>(dataSource, kind === 'session' ? bySession : byToken, [tokenHash]);
  return viewer;
}

export async function viewerByUser(dataSource: DataSource, user: string): Promise<Viewer | undefined> {
  const [viewer] = await run<Viewer>(dataSource, byUser, [user]);
  return viewer;
}

/** The password's digest of somebody who may log in. */
export async function passwordOf(
  dataSource: DataSource,
  username: string,
): Promise<{ user: string; passwordHash: string } | undefined> {
  const [found] = await dataSource.query<{ user: string; passwordHash: string }[]>(
    `select id as "user", password_hash as "passwordHash" from users where username = $1 and active and password_hash is not null`,
    [username],
  );
  return found;
}

/** Opens a session of so many seconds, and forgets those that are over. */
export async function openSession(
  dataSource: DataSource,
  user: string,
  tokenHash: string,
  seconds: number,
): Promise<void> {
  await dataSource.query(
    `with over as (delete from sessions where expires_at < now())
     insert into sessions (token_hash, user_id, expires_at) values ($1, $2, now() + make_interval(secs => $3))`,
    [tokenHash, user, seconds],
  );
}

export async function closeSession(dataSource: DataSource, tokenHash: string): Promise<void> {
  await dataSource.query('delete from sessions where token_hash = $1', [tokenHash]);
}

/** Makes a bearer token known; programs hold the token itself. */
export async function grantToken(
  dataSource: DataSource,
  { user, name, tokenHash }: { user: string; name: string; tokenHash: string },
): Promise<void> {
  await dataSource.query('insert into api_tokens (token_hash, user_id, name) values ($1, $2, $3)', [
    tokenHash,
    user,
    name,
  ]);
}

/** Users of a role within a part of the organisation, by name. */
export async function usersWith(
  dataSource: DataSource,
  { role, projects }: { role?: string; projects: string[] | null },
): Promise<{ id: string; name: string; roles: Role[]; node: string }[]> {
  return await dataSource.query(
    `select u.id, u.name, u.roles, u.node_id as node from users u join organisation n on n.id = u.node_id
     where u.active and ($1::text is null or $1 = any (u.roles))
       and ($2::text[] is null or u.node_id = any ($2)
         or u.node_id in (select o.parent_id from organisation o where o.id = any ($2)) or n.parent_id is null)
     order by u.name, u.id`,
    [role ?? null, projects],
  );
}

export interface GrantedToken {
  /** The beginning of its digest. */
  id: string;
  name: string;
  createdAt: Date;
}

/** The bearer tokens of a user that still hold. */
export async function tokensOf(dataSource: DataSource, user: string): Promise<GrantedToken[]> {
  return await dataSource.query(
    `select left(token_hash, 16) as id, name, created_at as "createdAt" from api_tokens
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
