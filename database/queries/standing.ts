/** Complaints as they stand, many at once. */
import type { Complaint } from '../../domain/complaint/state.js';
import type { Source } from '../sql.js';

export interface Standing {
  state: Complaint;
  project: { id: string; name: string };
}

/** In the order of their ids; those that are none are left out. */
export async function standingOf(source: Source, ids: string[]): Promise<Standing[]> {
  return await source.query<Standing[]>(
    `select c.state, json_build_object('id', c.project_id, 'name', coalesce(o.name, c.project_id)) as project
     from complaints c left join organisation o on o.id = c.project_id where c.id = any ($1) order by c.id`,
    [ids],
  );
}
