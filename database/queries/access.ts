/** Who is asking, and what of the organisation they see. */
import type { DataSource } from 'typeorm';
import type { Scope } from '../../domain/account/scope.js';
import { type FoundViewer, type Viewer, viewerOf } from '../../domain/organisation/viewer.js';
import type { Role } from '../../domain/rulebook/rulebook.js';
import { run, type Statement } from '../sql.js';
import { endOtherSessions } from './sessions.js';

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
  text: `select ${viewerColumns}, json_build_object('kind', 'session', 'id', s.id, 'strong', s.strong, 'via', s.via,
      'stale', s.last_used_at < now() - interval '1 minute') as pass
    from sessions s join users u on u.id = s.user_id and u.active join organisation h on h.id = u.node_id
    where s.token_hash = $1 and s.expires_at > now() and s.last_used_at > now() - make_interval(secs => $2)`,
};
const byToken: Statement = {
  name: 'viewer-by-token',
  text: `select ${viewerColumns}, json_build_object('kind', 'bearer', 'scopes', t.scopes,
      'stale', coalesce(t.last_used_at < now() - interval '1 minute', true)) as pass
    from api_tokens t join users u on u.id = t.user_id and u.active
    join organisation h on h.id = u.node_id
    where t.token_hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())`,
};
const byUser: Statement = {
  name: 'viewer-by-user',
  text: `select ${viewerColumns} from users u join organisation h on h.id = u.node_id where u.id = $1 and u.active`,
};

/** What somebody came in by. */
export type Pass =
  | { kind: 'session'; id: string; strong: boolean; via: 'password' | 'provider'; stale: boolean }
  | { kind: 'bearer'; scopes: Scope[]; stale: boolean };

export interface Admitted {
  viewer: Viewer;
  /** `stale`: its use was last noted a minute ago or more. */
  pass: Pass;
}

/**
 * Whoever holds a session or a bearer token, by the token's digest; undefined when nobody does any more, or the session
 * was not used for so many seconds.
 */
export async function viewerByToken(
  dataSource: DataSource,
  kind: 'session' | 'bearer',
  tokenHash: string,
  idleSeconds: number,
): Promise<Admitted | undefined> {
  const [found] =
    kind === 'session'
      ? await run<FoundViewer & { pass: Pass }>(dataSource, bySession, [tokenHash, idleSeconds])
      : await run<FoundViewer & { pass: Pass }>(dataSource, byToken, [tokenHash]);
  if (!found) return undefined;
  const { pass, ...viewer } = found;
  return { viewer: viewerOf(viewer), pass };
}

export async function viewerByUser(dataSource: DataSource, user: string): Promise<Viewer | undefined> {
  const [found] = await run<FoundViewer>(dataSource, byUser, [user]);
  return found && viewerOf(found);
}

/** The password's digest of somebody who may log in by one. */
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

/** The account that a user name is of. */
export async function userOfName(dataSource: DataSource, username: string): Promise<string | undefined> {
  const [found] = await dataSource.query<{ id: string }[]>('select id from users where username = $1', [username]);
  return found?.id;
}

/** Somebody has a new password of their own: all their sessions end, but one. */
export async function changePassword(
  dataSource: DataSource,
  user: string,
  passwordHash: string,
  session: string,
): Promise<void> {
  await dataSource.transaction(async (tx) => {
    await tx.query('update users set password_hash = $2, must_change_password = false where id = $1', [
      user,
      passwordHash,
    ]);
    await endOtherSessions(tx, user, session);
  });
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
