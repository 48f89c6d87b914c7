/** The board of the tiers above: what is major or hot, where it is, and whether promises are kept. One statement each. */
import { run, type Source, type Statement } from '../sql.js';
import { countedOnce } from './counted.js';
import { seen, type Sight, sightValues } from './sight.js';
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

// $1 node, $2 projects, $3 user, $4 keys
const within = `with recursive kids as (
    select id as top, id, tier from organisation where parent_id = $1
    union all select k.top, o.id, o.tier from organisation o join kids k on o.parent_id = k.id
  ), seen as (
    select top, id from kids where tier = 'project' and ($2::text[] is null or id = any ($2))
    union all select id, id from organisation where id = $1 and tier = 'project' and ($2::text[] is null or id = any ($2))
  ), kept_from as (
    select c.id from complaints c where (c.hidden_from <> '{}' or c.open_to is not null) and not ${seen('c', ['$2', '$3', '$4'])}
  )`;

/** What the board is about. */
export const severes = ['major', 'hot'] as const;
export type Severe = (typeof severes)[number];

const severe: Statement = {
  name: 'board-severe',
  text: `${within}, found as (
      select c.* from complaints c join seen s on s.id = c.project_id
      where c.severity = any ($6::text[]) and c.ended_at is null and c.id not in (select id from kept_from)
      order by c.severity desc, c.unmet_due nulls last, c.id limit $5
    )
    select c.*, p.name as project_name, h.name as handler_name from (
      select ${summaryColumns}, c.state -> 'marks' ->> 'SupervisionOrdered' as supervised_at,
        coalesce((select json_agg(json_build_object('clock', d.clock, 'state', d.state, 'due', d.data ->> 'due',
            'clauses', d.data -> 'clauses') order by d.due nulls last, d.clock)
          from deadlines d where d.complaint_id = c.id
            and (d.state in ('open', 'suspended') or d.state = 'missed' and d.met_at is null)), '[]') as running
      from found c
    ) c ${nameJoins} order by c.severity desc, c.unmet_due nulls last, c.id`,
};

/** Major ones first, then hot ones, or those of one severity alone, that are not over; at most `limit`. */
export async function severeComplaints(
  source: Source,
  scope: BoardScope,
  limit: number,
  severity?: Severe,
): Promise<SevereRow[]> {
  const { node, sight } = scope;
  return await run<SevereRow & Record<string, unknown>>(source, severe, [
    node,
    ...sightValues(sight),
    limit,
    severity ? [severity] : severes,
  ]);
}

export interface PlaceCount {
  id: string;
  name: string;
  tier: string;
  projects: string[];
  open: number;
  overdue: number;
  hot: number;
  major: number;
  received: number;
  /** Of what arrived in the period: replied to in time, and all whose reply was due by now or given. */
  kept: number;
  asked: number;
}

export interface ClockShare {
  clock: string;
  kept: number;
  late: number;
  /** Missed and still not done. */
  waiting: number;
}

export interface WeekCount {
  week: string;
  received: number;
  ended: number;
  kept: number;
  asked: number;
}

export interface BoardCounts {
  places: PlaceCount[];
  clocks: ClockShare[];
  weeks: WeekCount[];
}

// an open clock whose moment has passed is late, whether or not its event has been recorded by now
const isKept = `d.state = 'met'`;
const isLate = `(d.state = 'missed' or d.state = 'open' and d.due < now())`;

const counts: Statement = {
  name: 'board-counts',
  text: `${within}, mine as materialized (
      select s.top, c.id, c.project_id, c.severity, c.overdue, c.arrived_at, c.ended_at, c.zone,
        c.arrived_at >= $5::timestamptz as recent
      from complaints c join seen s on s.id = c.project_id
      where (c.ended_at is null or c.arrived_at >= $5::timestamptz or c.ended_at >= $5::timestamptz)
        and c.id not in (select id from kept_from) and ${countedOnce('c')}
    ), promised as materialized (
      select m.top, m.arrived_at, m.zone, d.clock, ${isKept} as kept, ${isLate} as late,
        ${isLate} and d.met_at is null as waiting
      from mine m join deadlines d on d.complaint_id = m.id
      where m.recent and d.clock = any ($6) and (${isKept} or ${isLate})
    ), replies as (
      select top, count(*) filter (where kept)::int as kept, count(*)::int as asked
      from promised where clock = 'reply' group by top
    ), standing as (
      select top, count(*) filter (where ended_at is null)::int as open,
        count(*) filter (where overdue > 0 and ended_at is null)::int as overdue,
        count(*) filter (where severity = 'hot' and ended_at is null)::int as hot,
        count(*) filter (where severity = 'major' and ended_at is null)::int as major,
        count(*) filter (where recent)::int as received
      from mine group by top
    ), weeks as (
      select to_char(date_trunc('week', w), 'YYYY-MM-DD') as week from generate_series(
        date_trunc('week', $5::timestamptz at time zone 'Asia/Shanghai'), now() at time zone 'Asia/Shanghai', interval '1 week') w
    ), weekly as (
      select to_char(week, 'YYYY-MM-DD') as week, sum(n)::int as received from (
        select date_trunc('week', arrived_at at time zone zone) as week, count(*) as n from mine where recent group by 1) w group by 1
    ), over as (
      select to_char(week, 'YYYY-MM-DD') as week, sum(n)::int as ended from (
        select date_trunc('week', ended_at at time zone zone) as week, count(*) as n
        from mine where ended_at >= $5::timestamptz group by 1) w group by 1
    ), answered as (
      select to_char(week, 'YYYY-MM-DD') as week, sum(kept)::int as kept, sum(asked)::int as asked from (
        select date_trunc('week', arrived_at at time zone zone) as week,
          count(*) filter (where kept) as kept, count(*) as asked
        from promised where clock = 'reply' group by 1) w group by 1
    )
    select
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'tier', o.tier,
          'projects', (select json_agg(s.id order by s.id) from seen s where s.top = o.id),
          'open', coalesce(t.open, 0), 'overdue', coalesce(t.overdue, 0), 'hot', coalesce(t.hot, 0), 'major', coalesce(t.major, 0),
          'received', coalesce(t.received, 0), 'kept', coalesce(r.kept, 0), 'asked', coalesce(r.asked, 0))
          order by coalesce(t.major, 0) desc, coalesce(t.overdue, 0) desc, coalesce(t.open, 0) desc, o.name, o.id), '[]')
        from organisation o left join standing t on t.top = o.id left join replies r on r.top = o.id
        where o.id in (select top from seen)) as places,
      (select coalesce(json_agg(json_build_object('clock', clock, 'kept', kept, 'late', late, 'waiting', waiting) order by clock), '[]')
        from (select clock, count(*) filter (where kept)::int as kept, count(*) filter (where late)::int as late,
          count(*) filter (where waiting)::int as waiting from promised group by clock) one) as clocks,
      (select coalesce(json_agg(json_build_object('week', w.week, 'received', coalesce(i.received, 0), 'ended', coalesce(e.ended, 0),
          'kept', coalesce(a.kept, 0), 'asked', coalesce(a.asked, 0)) order by w.week), '[]')
        from (select distinct week from weeks) w left join weekly i using (week) left join over e using (week) left join answered a using (week)) as weeks`,
};

/** What stands and what was promised below a node, by its children, by clock and by week; of what arrived since `from`. */
export async function boardCounts(
  source: Source,
  { node, sight }: BoardScope,
  { from, clocks }: { from: string; clocks: readonly string[] },
): Promise<BoardCounts> {
  const [row] = await run<BoardCounts & Record<string, unknown>>(source, counts, [
    node,
    ...sightValues(sight),
    from,
    clocks,
  ]);
  return row ?? { places: [], clocks: [], weeks: [] };
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
