/** The nodes of the organisation, as administrators look after them. */
import type { DataSource, EntityManager } from 'typeorm';
import type { NodeTier } from '../../domain/organisation/node.js';
import type { Source } from '../sql.js';

export interface Node {
  id: string;
  parent: string | null;
  tier: NodeTier;
  name: string;
  /** Its own. */
  rulebook: string | null;
  closedAt: Date | null;
  /** Directly below it, closed ones not counted. */
  children: number;
  /** With roles here, now. */
  people: number;
}

/** A node with the names of those above it, from the top. */
export type PlacedNode = Node & { path: { id: string; name: string; rulebook: string | null }[] };

/** What is told to the versions of nodes and people: who changed them. */
export function changing<T>(dataSource: DataSource, by: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  return dataSource.transaction(async (tx) => {
    await tx.query(`select set_config('huiyin.user', $1, true)`, [by]);
    return work(tx);
  });
}

const columns = `o.id, o.parent_id as parent, o.tier, o.name, o.rulebook_id as rulebook, o.closed_at as "closedAt",
  (select count(*)::int from organisation c where c.parent_id = o.id and c.closed_at is null) as children,
  (select count(distinct s.user_id)::int from staff s join users u on u.id = s.user_id and u.active
    where s.node_id = o.id and s.stands_in_for is null) as people`;
const order = `array_position(array['group', 'company', 'project', 'unit'], o.tier), o.name, o.id`;
const path = `(
  with recursive up as (
    select parent_id as id, 1 as height from organisation where id = o.id
    union all select a.parent_id, up.height + 1 from organisation a join up on a.id = up.id
  ) select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'rulebook', a.rulebook_id) order by up.height desc), '[]')
    from up join organisation a on a.id = up.id) as path`;

/** Directly below a node. */
export async function nodesUnder(source: Source, parent: string): Promise<Node[]> {
  return source.query(`select ${columns} from organisation o where o.parent_id = $1 order by ${order}`, [parent]);
}

/** By id; what does not exist is left out. */
export async function nodesOf(source: Source, ids: string[]): Promise<PlacedNode[]> {
  return source.query(`select ${columns}, ${path} from organisation o where o.id = any ($1) order by ${order}`, [ids]);
}

/** Below one of the nodes or one of them, whose name or id holds the words. */
export async function searchNodes(
  source: Source,
  within: string[],
  words: string,
  limit: number,
): Promise<PlacedNode[]> {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return source.query(
    `with recursive below as (
       select id from organisation where id = any ($1)
       union select o.id from organisation o join below on o.parent_id = below.id
     )
     select ${columns}, ${path} from organisation o
     where o.id in (select id from below) and (o.name ilike $2 or o.id ilike $2) order by ${order} limit $3`,
    [within, like, limit],
  );
}

/** All below these nodes, themselves included, parents before their children. */
export async function allNodes(source: Source, within: string[]): Promise<Omit<Node, 'children' | 'people'>[]> {
  return source.query(
    `with recursive below as (
       select id, 0 as depth from organisation where id = any ($1)
       union all select o.id, depth + 1 from organisation o join below on o.parent_id = below.id
     )
     select o.id, o.parent_id as parent, o.tier, o.name, o.rulebook_id as rulebook, o.closed_at as "closedAt"
     from organisation o join (select id, max(depth) as depth from below group by id) b on b.id = o.id
     order by b.depth, o.name, o.id`,
    [within],
  );
}

export interface NewNode {
  id: string;
  parent: string;
  tier: NodeTier;
  name: string;
  rulebook: string | null;
}

/** Adds a node; false when there is one of that id. */
export async function addNode(tx: EntityManager, { id, parent, tier, name, rulebook }: NewNode): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `insert into organisation (id, parent_id, tier, name, rulebook_id) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
    [id, parent, tier, name, rulebook],
  );
  return rows.length > 0;
}

/** Renames a node, moves it, gives it another rulebook. */
export async function changeNode(
  tx: EntityManager,
  { id, parent, name, rulebook }: Omit<NewNode, 'tier' | 'parent'> & { parent: string | null },
): Promise<void> {
  await tx.query(
    `update organisation set name = $2, parent_id = $3, rulebook_id = $4
     where id = $1 and (name, parent_id, rulebook_id) is distinct from ($2, $3, $4)`,
    [id, name, parent, rulebook],
  );
}

export interface InTheWay extends Record<string, number> {
  complaints: number;
  people: number;
  nodes: number;
}

/** Closes a node unless something is in the way: open complaints, people or nodes here or below. */
export async function closeNode(tx: EntityManager, id: string): Promise<InTheWay | undefined> {
  // nobody is given a role here meanwhile
  await tx.query('select 1 from organisation where id = $1 for update', [id]);
  const [found] = await tx.query<InTheWay[]>(
    `with recursive below as (
       select id from organisation where id = $1
       union all select o.id from organisation o join below on o.parent_id = below.id
     )
     select (select count(*)::int from complaints where ended_at is null and project_id in (select id from below)) as complaints,
       (select count(distinct m.user_id)::int from memberships m join users u on u.id = m.user_id and u.active
         where m.node_id in (select id from below) and (m.valid_to is null or m.valid_to > now())) as people,
       (select count(*)::int - 1 from organisation where closed_at is null and id in (select id from below)) as nodes`,
    [id],
  );
  if (found && (found.complaints > 0 || found.people > 0 || found.nodes > 0)) return found;
  await tx.query('update organisation set closed_at = now() where id = $1 and closed_at is null', [id]);
  return undefined;
}

export interface NodeChange {
  parent: string | null;
  parentName: string | null;
  name: string;
  rulebook: string | null;
  closed: boolean;
  from: Date;
  by: string | null;
}

/** How a node was from when on, the latest first. */
export async function nodeHistory(source: Source, id: string): Promise<NodeChange[]> {
  return source.query(
    `select v.parent_id as parent, p.name as "parentName", v.name, v.rulebook_id as rulebook, v.closed,
       greatest(v.valid_from, '2000-01-01') as "from", coalesce(u.name, v.changed_by) as by
     from organisation_versions v left join organisation p on p.id = v.parent_id left join users u on u.id = v.changed_by
     where v.node_id = $1 order by v.valid_from desc`,
    [id],
  );
}
