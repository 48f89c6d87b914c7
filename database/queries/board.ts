/** The board of the tiers above: what is major or hot, and where one is. */
import { run, type Source, type Statement } from '../sql.js';
import { type Sight, sightValues, unhidden } from './sight.js';
import { type ListedComplaint, nameJoins, summaryColumns } from './complaints.js';

export interface BoardScope {
  node: string;
  /** Nothing that is not seen is shown or counted. */
  sight: Sight;
}

export interface RunningClock {
  clock: string;
  state: 'open' | 'missed' | 'suspended';
  due?: string;
  clauses: string[];
}

export interface SevereRow extends ListedComplaint {
  running: RunningClock[];
  supervised_at: string | null;
}

/** SQL: the projects at and below a node that somebody sees, each by the child of the node that it lies in. */
export const projectsBelow = `kids as (
    select id as top, id, tier from organisation where parent_id = $1
    union all select k.top, o.id, o.tier from organisation o join kids k on o.parent_id = k.id
  ), seen as (
    select top, id from kids where tier = 'project' and ($2::text[] is null or id = any ($2))
    union all select id, id from organisation where id = $1 and tier = 'project' and ($2::text[] is null or id = any ($2))
  )`;

/** What the board is about. */
export const severes = ['major', 'hot'] as const;
export type Severe = (typeof severes)[number];

// what it is about stands in the text: so the index of the most pressing is walked, and its first ones are all that is read
const severe = (name: string, about: string): Statement => ({
  name,
  text: `with recursive ${projectsBelow}, found as materialized (
      select c.* from complaints c
      where c.ended_at is null and c.severity in (${about})
        and c.project_id = any (array(select id from seen)) and ${unhidden('c', ['$2', '$3', '$4'])}
      order by c.severity desc, c.unmet_due, c.id limit $5
    )
    select c.*, p.name as project_name, h.name as handler_name from (
      select ${summaryColumns}, c.state -> 'marks' ->> 'SupervisionOrdered' as supervised_at,
        coalesce((select json_agg(json_build_object('clock', d.clock, 'state', d.state, 'due', d.data ->> 'due',
            'clauses', d.data -> 'clauses') order by d.due nulls last, d.clock)
          from deadlines d where d.complaint_id = c.id
            and (d.state in ('open', 'suspended') or d.state = 'missed' and d.met_at is null)), '[]') as running
      from found c
    ) c ${nameJoins} order by c.severity desc, c.unmet_due, c.id`,
});
const severeOf = {
  both: severe('board-severe', `'major', 'hot'`),
  major: severe('board-major', `'major'`),
  hot: severe('board-hot', `'hot'`),
};

/** Major ones first, then hot ones, or those of one severity alone, that are not over; at most `limit`. */
export async function severeComplaints(
  source: Source,
  { node, sight }: BoardScope,
  limit: number,
  severity?: Severe,
): Promise<SevereRow[]> {
  return await run<SevereRow & Record<string, unknown>>(source, severeOf[severity ?? 'both'], [
    node,
    ...sightValues(sight),
    limit,
  ]);
}

const path: Statement = {
  name: 'board-path',
  text: `with recursive above as (
      select id, parent_id, name, tier, 0 as depth from organisation where id = $1
      union all select o.id, o.parent_id, o.name, o.tier, depth + 1 from organisation o join above on o.id = above.parent_id
    ) select id, name, tier from above order by depth desc`,
};

export interface PathNode {
  id: string;
  name: string;
  tier: string;
}

/** A node with all above it, from the top; empty when there is none of that id. */
export async function pathOf(source: Source, node: string): Promise<PathNode[]> {
  return await run<PathNode & Record<string, unknown>>(source, path, [node]);
}
