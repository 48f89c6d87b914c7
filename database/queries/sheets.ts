/** What tables of nodes and people are compared with, and made of. */
import type { EntityManager } from 'typeorm';
import type { Role } from '../../domain/rulebook/rulebook.js';
import type { Source } from '../sql.js';

/** Those of the ids that some node has. */
export async function takenNodes(source: Source, ids: string[]): Promise<string[]> {
  const rows = await source.query<{ id: string }[]>('select id from organisation where id = any ($1)', [ids]);
  return rows.map(({ id }) => id);
}

export interface PersonPlaces {
  id: string;
  username: string;
  name: string;
  active: boolean;
  home: string;
  places: Record<string, Role[]>;
}

const columns = `u.id, u.username, u.name, u.active, u.node_id as home,
  coalesce((select json_object_agg(s.node_id, s.roles) from staff s where s.user_id = u.id and s.stands_in_for is null), '{}') as places`;

/** By user name, those that there are. An id counts as one: events keep it for ever. */
export async function placesOf(source: Source, usernames: string[]): Promise<PersonPlaces[]> {
  return source.query(`select ${columns} from users u where u.username = any ($1) or u.id = any ($1)`, [usernames]);
}

/** The people who belong to one of these nodes or have roles there, who have not left, by name. */
export async function placesWithin(source: Source, nodes: string[]): Promise<PersonPlaces[]> {
  return source.query(
    `select ${columns} from users u where u.active and (u.node_id = any ($1)
       or exists (select from staff s where s.user_id = u.id and s.stands_in_for is null and s.node_id = any ($1)))
     order by u.name, u.id`,
    [nodes],
  );
}

/** One import at a time. */
export async function lockOrganisation(tx: EntityManager): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(8675310)');
}
