/** What filing a complaint needs to know, in one round trip. */
import type { DataSource } from 'typeorm';
import { run, type Statement } from '../sql.js';
import { stampColumn } from './calendars.js';
import { versionAt } from './rulebooks.js';

const statement: Statement = {
  name: 'filing',
  text: `select nextval('complaint_numbers')::int as ordinal, p.id as project,
      r.id as rulebook, v.version, array_remove(array[p.id, c.id, g.id], null) as path, ${stampColumn} as stamp,
      array(select a from unnest($2::text[]) a where not exists (select from users u where u.id = a)) as strangers
    from (select) one left join lateral (
      select * from organisation where (id = $1 or name = $1) and tier = 'project' and closed_at is null order by (id = $1) desc limit 1
    ) p on true
      left join organisation c on c.id = p.parent_id left join organisation g on g.id = c.parent_id
      left join lateral (select coalesce(
        $3, p.rulebook_id, c.rulebook_id, g.rulebook_id, (select min(rulebook_id) from rulebook_versions where state = 'approved')
      ) as id) r on true
      left join lateral (${versionAt('r.id', '$4::timestamptz')}) v on true`,
};

export interface Filing {
  /** The next of the complaint numbers. */
  ordinal: number;
  /** The id of the project; null when there is none of that id or name. */
  project: string | null;
  /** The one asked for, else the project's. */
  rulebook: string | null;
  /** Of that rulebook, the one that binds what arrived then; null when none is in force. */
  version: number | null;
  /** The project and the nodes above it, the nearest first. */
  path: string[];
  /** Of the latest change of a calendar. */
  stamp: number;
  /** Those of the named users that are none. */
  strangers: string[];
}

export interface Asked {
  /** Id or name. */
  project: string;
  users: string[];
  rulebook?: string;
  /** Epoch milliseconds. */
  arrivedAt: number;
}

export async function filing(dataSource: DataSource, { project, users, rulebook, arrivedAt }: Asked): Promise<Filing> {
  const values = [project, users, rulebook ?? null, new Date(arrivedAt)];
  const [found] = await run<Filing & Record<string, unknown>>(dataSource, statement, values);
  if (!found) throw new Error('no answer');
  return found;
}

/** Those of the ids that no user has. */
export async function strangers(dataSource: DataSource, users: string[]): Promise<string[]> {
  const rows = await dataSource.query<{ a: string }[]>(
    'select a from unnest($1::text[]) a where not exists (select from users u where u.id = a and u.active)',
    [users],
  );
  return rows.map(({ a }) => a);
}
