/** Steps of papers that people are still to be told of. */
import type { EntityManager } from 'typeorm';
import type { Role } from '../../domain/rulebook/rulebook.js';
import type { Recipient } from './notice-audience.js';

/** Who is told of a paper. */
export type Holder = Pick<Recipient, 'id' | 'preferences'>;

export interface UntoldStep {
  id: string;
  paper: string;
  step: string;
  at: Date;
  note: string | null;
  user: string | null;
}

/** The oldest ones, for whoever asks first. */
export async function untoldSteps(tx: EntityManager, limit: number): Promise<UntoldStep[]> {
  return await tx.query<UntoldStep[]>(
    `select id, paper_id as paper, step, at, note, user_id as "user" from paper_steps where told_at is null
     order by id limit $1 for update skip locked`,
    [limit],
  );
}

export async function markStepsTold(tx: EntityManager, ids: string[]): Promise<void> {
  await tx.query('update paper_steps set told_at = now() where id = any ($1::bigint[])', [ids]);
}

/** Who holds one of these roles at a node or, when nobody does there, at the nearest above; the accused of a complaint left out. */
export async function nearestHolders(
  tx: EntityManager,
  node: string,
  roles: Role[],
  complaint: string | null,
): Promise<Holder[]> {
  const rows = await tx.query<(Holder & { depth: number })[]>(
    `with recursive up as (
       select id, parent_id, 0 as depth from organisation where id = $1
       union all select o.id, o.parent_id, up.depth + 1 from organisation o join up on o.id = up.parent_id
     )
     select u.id, up.depth, p.data as preferences from staff s join up on up.id = s.node_id
     join users u on u.id = s.user_id
     left join notice_preferences p on p.user_id = u.id
     where u.active and s.roles && $2::text[]
       and not exists (select from complaints c where c.id = $3 and (u.id = any (c.hidden_from) or s.stands_in_for = any (c.hidden_from)))
     order by up.depth, u.id`,
    [node, roles, complaint],
  );
  const nearest = rows[0]?.depth;
  const once = new Map(rows.filter(({ depth }) => depth === nearest).map((row) => [row.id, row]));
  return [...once.values()];
}
