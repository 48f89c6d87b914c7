/** Roles at nodes for a time, and who stands in for whom. Rows are only ever ended. */
import type { EntityManager } from 'typeorm';
import type { Role } from '../../domain/rulebook/rulebook.js';
import type { NodeTier } from '../../domain/organisation/node.js';
import type { Source } from '../sql.js';

export interface GivenMembership {
  id: string;
  node: { id: string; name: string };
  roles: Role[];
  from: Date;
  to: Date | null;
  by: string | null;
  endedBy: string | null;
}

/** All that somebody was ever given, the latest first. */
export async function membershipsOf(source: Source, user: string): Promise<GivenMembership[]> {
  return source.query(
    `select m.id, json_build_object('id', n.id, 'name', n.name) as node, m.roles, m.valid_from as "from", m.valid_to as "to",
       coalesce(g.name, m.given_by) as by, coalesce(e.name, m.ended_by) as "endedBy"
     from memberships m join organisation n on n.id = m.node_id left join users g on g.id = m.given_by
     left join users e on e.id = m.ended_by where m.user_id = $1 order by (m.valid_to is null) desc, m.valid_from desc, m.id`,
    [user],
  );
}

export interface NewMembership {
  user: string;
  node: string;
  roles: Role[];
  /** ISO 8601; none: until further notice. */
  until?: string;
  by: string;
}

/** Gives somebody roles at a node from now on, instead of those that they have there. */
export async function giveRoles(tx: EntityManager, { user, node, roles, until, by }: NewMembership): Promise<void> {
  await tx.query('select 1 from organisation where id = $1 for share', [node]);
  await tx.query(
    `update memberships set valid_to = now(), ended_by = $3
     where user_id = $1 and node_id = $2 and (valid_to is null or valid_to > now())`,
    [user, node, by],
  );
  await tx.query('insert into memberships (user_id, node_id, roles, valid_to, given_by) values ($1, $2, $3, $4, $5)', [
    ...[user, node, roles],
    until ?? null,
    by,
  ]);
}

/** Ends one of somebody's memberships, or all of them; answers how many ended. */
export async function endRoles(
  tx: EntityManager,
  { user, id, by }: { user: string; id?: string; by: string },
): Promise<number> {
  const [, count] = await tx.query<[unknown, number]>(
    `update memberships set valid_to = now(), ended_by = $3
     where user_id = $1 and ($2::text is null or id = $2) and (valid_to is null or valid_to > now())`,
    [user, id ?? null, by],
  );
  return count;
}

export interface Substitution {
  id: string;
  absent: { id: string; name: string };
  substitute: { id: string; name: string };
  why: string;
  from: Date;
  to: Date;
  by: string;
  endedBy: string | null;
}

/** Who stands in for somebody, and for whom they do, the latest first. */
export async function substitutionsOf(source: Source, user: string): Promise<Substitution[]> {
  return source.query(
    `select s.id, json_build_object('id', a.id, 'name', a.name) as absent, json_build_object('id', p.id, 'name', p.name) as substitute,
       s.why, s.valid_from as "from", s.valid_to as "to", coalesce(g.name, s.given_by) as by, coalesce(e.name, s.ended_by) as "endedBy"
     from substitutions s join users a on a.id = s.absent_id join users p on p.id = s.substitute_id
     left join users g on g.id = s.given_by left join users e on e.id = s.ended_by
     where s.absent_id = $1 or s.substitute_id = $1 order by s.valid_from desc, s.id`,
    [user],
  );
}

export interface NewSubstitution {
  id: string;
  absent: string;
  substitute: string;
  why: string;
  /** ISO 8601. */
  from: string;
  until: string;
  by: string;
}

/** The same id again does nothing. */
export async function addSubstitution(tx: EntityManager, given: NewSubstitution): Promise<void> {
  const { id, absent, substitute, why, from, until, by } = given;
  await tx.query(
    `insert into substitutions (id, absent_id, substitute_id, why, valid_from, valid_to, given_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [id, absent, substitute, why, from, until, by],
  );
}

/** Ends a substitution now, or before it begins; false when there is none that is not over. */
export async function endSubstitution(
  tx: EntityManager,
  { id, user, by }: { id: string; user: string; by: string },
): Promise<boolean> {
  const [, count] = await tx.query<[unknown, number]>(
    `update substitutions set valid_to = greatest(now(), valid_from), ended_by = $3
     where id = $1 and absent_id = $2 and valid_to > now() and ended_by is null`,
    [id, user, by],
  );
  return count > 0;
}

export interface AccessRow {
  user: { id: string; name: string };
  /** As the tree stood then. */
  node: { id: string; name: string; tier: NodeTier };
  /** Names of the nodes above it then, from the top. */
  path: string[];
  roles: Role[];
  standsInFor: { id: string; name: string } | null;
  /** How many projects it reached. */
  projects: number;
}

/** Who could do what at any time of a span, of one person or of all, within some nodes as the tree stood at its end. */
export async function accessAt(
  source: Source,
  { from, to, user, within, limit }: { from: string; to: string; user?: string; within: string[]; limit: number },
): Promise<AccessRow[]> {
  return source.query(
    `with recursive tree as (
       select node_id as id, parent_id, tier, name from organisation_versions
       where valid_from <= $1 and (valid_to is null or valid_to > $1)
     ), mine as (
       select id from tree where id = any ($3) union select t.id from tree t join mine on t.parent_id = mine.id
     ), given as (
       select user_id, node_id, roles, null::text as absent from memberships
         where valid_from <= $1 and (valid_to is null or valid_to > $5)
       union all
       select s.substitute_id, m.node_id, m.roles, s.absent_id from substitutions s join memberships m on m.user_id = s.absent_id
         join user_versions a on a.user_id = s.absent_id and a.active and a.valid_from <= $1 and (a.valid_to is null or a.valid_to > $5)
         where s.valid_from <= $1 and s.valid_to > $5 and m.valid_from <= $1 and (m.valid_to is null or m.valid_to > $5)
     )
     select distinct on (u.name, g.user_id, t.name, t.id, g.roles, g.absent) json_build_object('id', g.user_id, 'name', u.name) as "user", json_build_object('id', t.id, 'name', t.name, 'tier', t.tier) as node,
       array(with recursive up as (
         select parent_id as id, 1 as height from tree where id = t.id
         union all select x.parent_id, height + 1 from tree x join up on x.id = up.id
       ) select x.name from up join tree x on x.id = up.id order by up.height desc) as path,
       g.roles, (select json_build_object('id', a.id, 'name', a.name) from users a where a.id = g.absent) as "standsInFor",
       case when t.tier = 'unit' then 1 else (with recursive below as (
         select id, tier from tree where id = t.id union all select x.id, x.tier from tree x join below on x.parent_id = below.id
       ) select count(*)::int from below where tier = 'project') end as projects
     from given g join tree t on t.id = g.node_id
     join users u on u.id = g.user_id and exists (select from user_versions v
       where v.user_id = u.id and v.active and v.valid_from <= $1 and (v.valid_to is null or v.valid_to > $5))
     where ($2::text is null or g.user_id = $2) and t.id in (select id from mine)
     order by u.name, g.user_id, t.name, t.id, g.roles, g.absent limit $4`,
    [to, user ?? null, within, limit, from],
  );
}
