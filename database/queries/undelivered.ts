/** What could not be delivered, for administrators: they see numbers, and nothing of what complaints say. */
import type { DataSource } from 'typeorm';

export interface Undelivered {
  id: string;
  /** None: about no complaint. */
  number: string | null;
  mark: string;
  way: string;
  /** Channel or person by name; a complainant by none. */
  recipient: { kind: 'channel' | 'person' | 'complainant'; name: string | null };
  state: string;
  attempts: number;
  problem: string | null;
  createdAt: Date;
  nextTryAt: Date | null;
  dead: boolean;
}

// an administrator of a company sees what goes to its part of the organisation
const mine = `with recursive below as (
  select id from organisation where id = $1 union all select o.id from organisation o join below b on o.parent_id = b.id
)`;
const ofMine = `(c.node_id in (select id from below) or u.node_id in (select id from below)
  or (n.recipient = 'complainant' and k.project_id in (select id from below)))`;
const joins = `left join notice_addresses a on a.key = n.address left join notice_channels c on c.id = a.channel_id
  left join users u on u.id = a.user_id left join complaints k on k.id = n.complaint_id`;
const open = `n.state in ('failed', 'givenUp') or (n.state = 'waiting' and a.dead_at is not null)`;

/** Failed, given up, or waiting at a dead address; the oldest first after `after`. */
export async function undelivered(
  dataSource: DataSource,
  node: string,
  { after, limit }: { after?: string; limit: number },
): Promise<Undelivered[]> {
  return await dataSource.query(
    `${mine} select n.id, k.number, n.mark, n.way, n.state, n.attempts, coalesce(n.problem, a.problem) as problem,
       n.created_at as "createdAt", a.next_try_at as "nextTryAt", a.dead_at is not null as dead,
       json_build_object('kind', case when c.id is not null then 'channel' when u.id is not null then 'person' else 'complainant' end,
         'name', coalesce(c.name, u.name)) as recipient
     from notices n ${joins}
     where n.state in ('waiting', 'failed', 'givenUp') and (${open}) and ${ofMine}
       and n.problem is distinct from 'skipped' and n.problem is distinct from 'recused' and n.problem is distinct from 'channel removed'
       and ($2::bigint is null or n.id > $2) order by n.id limit $3`,
    [node, after ?? null, limit],
  );
}

export type Settling = 'retry' | 'skip';

/** Tries again, or never again: one notice, or (`id` null) all that are listed. Answers how many. */
export async function settleUndelivered(
  dataSource: DataSource,
  node: string,
  what: Settling,
  id: string | null,
): Promise<number> {
  return await dataSource.transaction(async (tx) => {
    const found = await tx.query<{ id: string; address: string }[]>(
      `${mine} select n.id, n.address from notices n ${joins}
       where n.state in ('waiting', 'failed', 'givenUp') and (${open}) and ${ofMine} and ($2::bigint is null or n.id = $2)
         and n.problem is distinct from 'skipped' and n.problem is distinct from 'recused' and n.problem is distinct from 'channel removed'
       for update of n`,
      [node, id],
    );
    const ids = found.map((one) => one.id);
    if (what === 'skip') {
      await tx.query(`update notices set state = 'givenUp', problem = 'skipped' where id = any ($1)`, [ids]);
      return ids.length;
    }
    // what was given up begins anew, under its own key
    await tx.query(
      `update notices set state = 'waiting', bundle = case when state = 'givenUp' then null else bundle end where id = any ($1)`,
      [ids],
    );
    await tx.query(
      `update notice_addresses set dead_at = null, bounces = 0, failures = 0, next_try_at = null where key = any ($1)`,
      [[...new Set(found.map(({ address }) => address))]],
    );
    return ids.length;
  });
}
