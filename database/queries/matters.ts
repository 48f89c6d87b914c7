/** The matter of a complaint as people look at it. */
import type { DataSource } from 'typeorm';
import type { Complainant, Complaint } from '../../domain/complaint/state.js';
import type { Tier } from '../../domain/rulebook/rulebook.js';
import type { MatchState } from '../../domain/matter/grouping.js';
import type { Reason } from '../../domain/matter/likeness.js';
import { run, type Source, type Statement } from '../sql.js';
import { seen, sightFrom, type Sight, sightValues } from './sight.js';

/** A complaint beside another: as a member of its matter, or as one that may be. */
export interface Beside extends Record<string, unknown> {
  id: string;
  number: string;
  zone: string;
  project: string;
  status: string;
  severity: string;
  channel: string;
  category: string | null;
  handled_by: Tier;
  assisting: string[];
  hidden_from: string[];
  handler_id: string | null;
  text: string;
  complainant: Complainant;
  people: number;
  /** How often it was complained of: the filing, and every time after. */
  times: number;
  arrived_at: Date;
  merged_into: string | null;
  owed: number;
  member: boolean;
  /** What is known of the pair; null where a third one links them. */
  state: MatchState | null;
  score: number | null;
  reasons: Reason[] | null;
  by: { id: string; name: string } | null;
  at: Date | null;
}

const statement: Statement = {
  name: 'matter-of',
  text: `with mine as (select matter_id from matter_members where complaint_id = $1),
    around as (
      select complaint_id as id from matter_members where matter_id in (select matter_id from mine)
      union select case when a = $1 then b else a end from matches where a = $1 or b = $1
      union select $1
    )
    select c.id, c.number, c.zone, c.project_id as project, c.status, c.severity, c.channel, c.category, c.handled_by, c.assisting, c.hidden_from, c.handler_id,
      left(c.state ->> 'text', 2000) as text, c.state -> 'complainant' as complainant,
      (c.state ->> 'people')::int as people, c.arrived_at, (select g.into_id from complaints t where t.id = g.into_id and ${seen('t', sightFrom(2))}) as merged_into,
      1 + (select count(*)::int from events e where e.complaint_id = c.id and e.type in ('FollowedUp', 'Urged')) as times,
      coalesce(jsonb_array_length(c.state -> 'owedEchoes'), 0) as owed,
      (c.id = $1 or m.matter_id is not null and m.matter_id = (select matter_id from mine)) as member,
      p.state, p.score, p.reasons, p.at,
      case when p.by_user is not null then json_build_object('id', p.by_user, 'name', coalesce(u.name, p.by_user)) end as by
    from around join complaints c on c.id = around.id
      left join matter_members m on m.complaint_id = c.id
      left join merges g on g.complaint_id = c.id
      left join matches p on p.a = least(c.id, $1) and p.b = greatest(c.id, $1) and c.id <> $1
      left join users u on u.id = p.by_user
    where ${seen('c', sightFrom(2))} order by c.arrived_at, c.id limit 200`,
};

/** A complaint with its matter's members and what may belong to it, as far as they are seen; it itself is one of the rows. */
export async function besideComplaint(source: Source, id: string, sight: Sight): Promise<Beside[]> {
  return run<Beside>(source, statement, [id, ...sightValues(sight)]);
}

/** The id of its matter; undefined when it is alone. */
export async function matterOf(source: Source, id: string): Promise<string | undefined> {
  const [row] = await run<{ matter: string }>(source, matter, [id]);
  return row?.matter;
}

const matter: Statement = {
  name: 'matter-id',
  text: 'select matter_id as matter from matter_members where complaint_id = $1',
};

export interface MergeTarget {
  project: string;
  status: string;
  mergedFrom: Complaint['mergedFrom'] | null;
}

const target: Statement = {
  name: 'merge-target',
  text: `select c.project_id as project, c.status, c.state -> 'mergedFrom' as "mergedFrom" from complaints c
    where c.id = $1 and ${seen('c', sightFrom(2))}`,
};

/** What merging needs to know of a complaint, if it is seen. */
export async function mergeTarget(dataSource: DataSource, id: string, sight: Sight): Promise<MergeTarget | undefined> {
  const [found] = await run<MergeTarget & Record<string, unknown>>(dataSource, target, [id, ...sightValues(sight)]);
  return found;
}

const some: Statement = {
  name: 'alike-complaints',
  text: `select c.id, c.number, c.zone, c.project_id as project, c.status, c.severity, c.channel, c.category, c.handled_by, c.assisting, c.hidden_from, c.handler_id,
      left(c.state ->> 'text', 2000) as text, c.state -> 'complainant' as complainant,
      (c.state ->> 'people')::int as people, c.arrived_at, null as merged_into,
      1 as times, 0 as owed, false as member, null as by
    from complaints c where c.id = any ($1::text[]) and ${seen('c', sightFrom(2))}`,
};

/** Complaints by their ids as far as they are seen, in no order. */
export async function complaintsBeside(source: Source, ids: readonly string[], sight: Sight): Promise<Beside[]> {
  return ids.length === 0 ? [] : run<Beside>(source, some, [ids, ...sightValues(sight)]);
}
