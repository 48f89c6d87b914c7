/** Addresses to which nothing gets through any more, and the administrators in whose part of the organisation they are. */
import type { DataSource, EntityManager } from 'typeorm';
import type { DeadAddress } from '../../domain/notice/dead-address.js';

export interface Death extends DeadAddress {
  /** Where it lies: of its channel, its person or the complaint's project. */
  node: string | null;
  complaint: string | null;
}

const lies = 'coalesce(c.node_id, u.node_id, k.project_id)';
const joins = `left join notice_channels c on c.id = a.channel_id left join users u on u.id = a.user_id
  left join complaints k on 'complainant:' || k.id = a.key`;

/** Takes the death of an address for told; undefined when it was told before, and nothing got through since. */
export async function takeDeath(tx: EntityManager, key: string): Promise<Death | undefined> {
  const [rows] = await tx.query<[unknown[], number]>(
    `update notice_addresses set death_told_at = dead_at where key = $1 and dead_at is not null and death_told_at is null
     returning key`,
    [key],
  );
  if (rows.length === 0) return undefined;
  const [found] = await tx.query<Death[]>(
    `select case when c.id is not null then 'channel' when u.id is not null then 'person' else 'complainant' end as kind,
       coalesce(c.name, u.name, k.number, '') as name, coalesce(o.name, '') as "nodeName", ${lies} as node, k.id as complaint,
       (select count(*)::int from notices n where n.address = a.key and n.state in ('waiting', 'failed')) as waiting
     from notice_addresses a ${joins} left join organisation o on o.id = ${lies} where a.key = $1`,
    [key],
  );
  return found;
}

/** The administrators of a node and of those above it; none that a complaint is hidden from. */
export async function administratorsOf(tx: EntityManager, node: string, complaint: string | null): Promise<string[]> {
  const found = await tx.query<{ id: string }[]>(
    `with recursive up as (
       select id, parent_id from organisation where id = $1
       union all select o.id, o.parent_id from organisation o join up on o.id = up.parent_id
     )
     select distinct u.id from staff s join up on up.id = s.node_id
     join users u on u.id = s.user_id and u.active
     where 'admin' = any (s.roles)
       and not exists (select from complaints k where k.id = $2 and u.id = any (k.hidden_from)) order by u.id`,
    [node, complaint],
  );
  return found.map(({ id }) => id);
}

/** Dead ones at a node and below it that wait for somebody: channels in use, and mailboxes with something that did not arrive. */
export async function countDead(dataSource: DataSource, node: string): Promise<number> {
  const [found] = await dataSource.query<{ dead: number }[]>(
    `with recursive below as (
       select id from organisation where id = $1 union all select o.id from organisation o join below b on o.parent_id = b.id
     )
     select count(*)::int as dead from notice_addresses a ${joins}
     where a.dead_at is not null and ${lies} in (select id from below) and (c.active or c.id is null and exists (
       select from notices n where n.address = a.key and (n.state in ('waiting', 'failed')
         or n.state = 'givenUp' and n.problem is distinct from 'skipped' and n.problem is distinct from 'recused')))`,
    [node],
  );
  return found?.dead ?? 0;
}
