/** Who is asking, and what of the organisation they see. */
import type { DataSource } from 'typeorm';
import { type FoundViewer, type Viewer, viewerOf } from '../../domain/organisation/viewer.js';
import type { Role } from '../../domain/rulebook/rulebook.js';
import { run, type Statement } from '../sql.js';

export type { Viewer };

// a membership at the top of the only group reaches everything: nobody else's list is long
const memberships = `
  coalesce((
    select json_agg(json_build_object(
      'node', json_build_object('id', n.id, 'name', n.name), 'tier', case n.tier when 'unit' then 'project' else n.tier end,
      'roles', s.roles, 'standsInFor', s.stands_in_for,
      'projects', case
        when n.tier = 'project' then json_build_array(n.id)
        when n.tier = 'unit' then json_build_array(n.parent_id)
        when n.parent_id is null and not exists (select from organisation o where o.parent_id is null and o.id <> n.id) then null
        else to_json(array(
          with recursive below as (
            select id, tier from organisation where id = n.id
            union all select o.id, o.tier from organisation o join below on o.parent_id = below.id
          ) select id from below where tier = 'project'
        ))
      end) order by array_position(array['group', 'company', 'project', 'unit'], n.tier), n.id, s.stands_in_for nulls first)
    from staff s join organisation n on n.id = s.node_id where s.user_id = u.id
  ), '[]'::json)`;

const viewerColumns = `
  u.id as "user", u.username, u.name, u.must_change_password as "mustChangePassword",
  json_build_object('id', h.id, 'name', h.name) as home, ${memberships} as memberships`;

const bySession: Statement = {
  name: 'viewer-by-session',
  text: `select ${viewerColumns} from sessions s join users u on u.id = s.user_id and u.active
    join organisation h on h.id = u.node_id where s.token_hash = $1 and s.expires_at > now()`,
};
const byToken: Statement = {
  name: 'viewer-by-token',
  text: `select ${viewerColumns} from api_tokens t join users u on u.id = t.user_id and u.active
    join organisation h on h.id = u.node_id
    where t.token_hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())`,
};
const byUser: Statement = {
  name: 'viewer-by-user',
  text: `select ${viewerColumns} from users u join organisation h on h.id = u.node_id where u.id = $1 and u.active`,
};

/** Whoever holds a session or a bearer token, by the token's digest; undefined when nobody does any more. */
export async function viewerByToken(
  dataSource: DataSource,
  kind: 'session' | 'bearer',
  tokenHash: string,
): Promise<Viewer | undefined> {
  const [found] = await run<FoundViewer>(dataSource, kind === 'session' ? bySession : byToken, [tokenHash]);
  return found && viewerOf(found);
}

export async function viewerByUser(dataSource: DataSource, user: string): Promise<Viewer | undefined> {
  const [found] = await run<FoundViewer>(dataSource, byUser, [user]);
  return found && viewerOf(found);
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
    `select u.id, u.name, array_agg(distinct r) as roles, u.node_id as node
     from users u join staff s on s.user_id = u.id join organisation n on n.id = s.node_id cross join unnest(s.roles) r
     where u.active and ($1::text is null or $1 = any (s.roles))
       and ($2::text[] is null or n.id = any ($2) or n.tier = 'unit' and n.parent_id = any ($2)
         or n.id in (select o.parent_id from organisation o where o.id = any ($2)) or n.parent_id is null)
     group by u.id order by u.name, u.id`,
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
