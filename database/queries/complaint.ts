/** One complaint and what belongs to it. */
import type { DataSource } from 'typeorm';
import type { Deadline } from '../../domain/complaint/deadlines.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import type { Complaint } from '../../domain/complaint/state.js';
import type { Link } from '../seal.js';
import { run, type Statement } from '../sql.js';
import { seen, sightFrom, type Sight, sightValues } from './sight.js';

export interface StoredComplaint {
  complaint: Complaint;
  deadlines: Deadline[];
  project: { id: string; name: string };
  handler: { id: string; name: string } | null;
}

const one: Statement = {
  name: 'complaint',
  text: `select c.state as complaint,
      json_build_object('id', c.project_id, 'name', coalesce(p.name, c.project_id)) as project,
      case when c.handler_id is not null then json_build_object('id', c.handler_id, 'name', coalesce(h.name, c.handler_id)) end as handler,
      array(select d.data from deadlines d where d.complaint_id = c.id order by d.due nulls last, d.clock) as deadlines
    from complaints c left join organisation p on p.id = c.project_id left join users h on h.id = c.handler_id
    where c.id = $1 and ${seen('c', sightFrom(2))}`,
};

/** A complaint, if it is seen. */
export async function findComplaint(
  dataSource: DataSource,
  id: string,
  sight: Sight,
): Promise<StoredComplaint | undefined> {
  const [found] = await run<StoredComplaint & Record<string, unknown>>(dataSource, one, [id, ...sightValues(sight)]);
  return found;
}

const place: Statement = {
  name: 'complaint-seen',
  text: `select c.seq, c.project_id as project from complaints c where c.id = $1 and ${seen('c', sightFrom(2))}`,
};

/** The last event and the project of a complaint, if it is seen. */
export async function seqOf(
  dataSource: DataSource,
  id: string,
  sight: Sight,
): Promise<{ seq: number; project: string } | undefined> {
  const [found] = await run<{ seq: number; project: string }>(dataSource, place, [id, ...sightValues(sight)]);
  return found;
}

/** The links of a complaint's chain, in order. */
export async function linksOf(source: DataSource, id: string): Promise<Link[]> {
  return source.query('select seq, digest, hash from events where complaint_id = $1 order by seq', [id]);
}

/** Ids of complaints that are seen, a page of them in order, and how many there are in all. */
export async function complaintIds(
  source: DataSource,
  sight: Sight,
  after: string,
  limit: number,
): Promise<{ ids: string[]; all: number }> {
  const [found] = await source.query<{ ids: string[]; all: number }[]>(
    `with mine as (select c.id from complaints c where ${seen('c', sightFrom(3))})
     select array(select id from mine where id > $1 order by id limit $2) as ids, (select count(*)::int from mine) as all`,
    [after, limit, ...sightValues(sight)],
  );
  return found ?? { ids: [], all: 0 };
}

export type NamedEvent = ComplaintEvent & { actor: ComplaintEvent['actor'] & { name?: string } };

const events: Statement = {
  name: 'events',
  text: `select e.data, u.name from events e left join users u on u.id = e.data #>> '{actor,user}'
    where e.complaint_id = $1 and e.seq > $2 order by e.seq`,
};

/** Its events after `after`, with the names of those who acted. */
export async function eventsAfter(dataSource: DataSource, id: string, after: number): Promise<NamedEvent[]> {
  const rows = await run<{ data: ComplaintEvent; name: string | null }>(dataSource, events, [id, after]);
  return rows.map(({ data, name }) => ({ ...data, actor: name === null ? data.actor : { ...data.actor, name } }));
}
