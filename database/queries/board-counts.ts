/** What the board counts: sums of what is kept as it happens, and the few promises that are broken and not told so yet. */
import { promised } from '../../domain/complaint/clocks.js';
import { run, type Source, type Statement } from '../sql.js';
import { type BoardScope, projectsBelow } from './board.js';
import { countedOnce } from './counted.js';
import { sightValues, type SightPlaces, unhidden } from './sight.js';

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

// $1 node, $2 projects, $3 user, $4 keys, $5 the first week, $6 clocks
const sight: SightPlaces = ['$2', '$3', '$4'];

// an open clock whose moment has passed is late, whether or not its event has been recorded by now
const counts: Statement = {
  name: 'board-counts',
  text: `with recursive ${projectsBelow}, kept as (
      select s.top, b.week, b.what, b.clock, sum(b.n)::int as n
      from board_counts b join seen s on s.id = b.project_id
      where (b.week >= $5::date or b.week = '-infinity') and ${unhidden('b', sight)} group by 1, 2, 3, 4
    ), passed as (
      select s.top, date_trunc('week', c.arrived_at at time zone c.zone)::date as week, 'waiting' as what, d.clock, 1 as n
      from deadlines d join complaints c on c.id = d.complaint_id join seen s on s.id = c.project_id
      where d.state = 'open' and d.due < now() and d.clock = any ($6::text[])
        and ${unhidden('c', sight)} and ${countedOnce('c')}
    ), counted as materialized (
      select * from kept union all select * from passed where week >= $5::date
    ), placed as (
      select top,
        coalesce(sum(n) filter (where what = 'open'), 0) as open, coalesce(sum(n) filter (where what = 'overdue'), 0) as overdue,
        coalesce(sum(n) filter (where what = 'hot'), 0) as hot, coalesce(sum(n) filter (where what = 'major'), 0) as major,
        coalesce(sum(n) filter (where what = 'received'), 0) as received,
        coalesce(sum(n) filter (where clock = 'reply' and what = 'kept'), 0) as kept,
        coalesce(sum(n) filter (where clock = 'reply'), 0) as asked
      from counted group by top
    ), clocked as (
      select clock, coalesce(sum(n) filter (where what = 'kept'), 0) as kept,
        coalesce(sum(n) filter (where what <> 'kept'), 0) as late, coalesce(sum(n) filter (where what = 'waiting'), 0) as waiting
      from counted where clock <> '' group by clock
    ), weekly as (
      select week, coalesce(sum(n) filter (where what = 'received'), 0) as received, coalesce(sum(n) filter (where what = 'ended'), 0) as ended,
        coalesce(sum(n) filter (where clock = 'reply' and what = 'kept'), 0) as kept, coalesce(sum(n) filter (where clock = 'reply'), 0) as asked
      from counted group by week
    ), weeks as (
      select w::date as week from generate_series($5::date::timestamp, now() at time zone 'Asia/Shanghai', interval '1 week') w
    )
    select
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'tier', o.tier, 'projects', s.projects,
          'open', coalesce(t.open, 0), 'overdue', coalesce(t.overdue, 0), 'hot', coalesce(t.hot, 0), 'major', coalesce(t.major, 0),
          'received', coalesce(t.received, 0), 'kept', coalesce(t.kept, 0), 'asked', coalesce(t.asked, 0))
          order by coalesce(t.major, 0) desc, coalesce(t.overdue, 0) desc, coalesce(t.open, 0) desc, o.name, o.id), '[]')
        from (select top, json_agg(id order by id) as projects from seen group by top) s
        join organisation o on o.id = s.top left join placed t on t.top = s.top) as places,
      (select coalesce(json_agg(json_build_object('clock', clock, 'kept', kept, 'late', late, 'waiting', waiting) order by clock), '[]')
        from clocked) as clocks,
      (select coalesce(json_agg(json_build_object('week', to_char(w.week, 'YYYY-MM-DD'), 'received', coalesce(i.received, 0),
          'ended', coalesce(i.ended, 0), 'kept', coalesce(i.kept, 0), 'asked', coalesce(i.asked, 0)) order by w.week), '[]')
        from weeks w left join weekly i using (week)) as weeks`,
};

/**
 * What stands and what was promised below a node, by its children, by clock and by week; of what arrived since `week`, the
 * Monday of a week (`2026-11-16`; whole weeks alone are counted, each in the zone of its complaint).
 */
export async function boardCounts(source: Source, { node, sight }: BoardScope, week: string): Promise<BoardCounts> {
  const [row] = await run<BoardCounts & Record<string, unknown>>(source, counts, [
    node,
    ...sightValues(sight),
    week,
    promised,
  ]);
  return row ?? { places: [], clocks: [], weeks: [] };
}
