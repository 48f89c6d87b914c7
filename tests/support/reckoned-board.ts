/** The board's counts, reckoned from all complaints each time: what the kept ones must say. */
import type { DataSource } from 'typeorm';
import type { BoardScope } from '../../database/queries/board.js';
import type { BoardCounts } from '../../database/queries/board-counts.js';
import { countedOnce } from '../../database/queries/counted.js';
import { seen, sightValues } from '../../database/queries/sight.js';
import { promised } from '../../domain/complaint/clocks.js';

const isKept = `d.state = 'met'`;
const isLate = `(d.state = 'missed' or d.state = 'open' and d.due < now())`;

// $1 node, $2 projects, $3 user, $4 keys, $5 from, $6 clocks
const text = `with recursive kids as (
    select id as top, id, tier from organisation where parent_id = $1
    union all select k.top, o.id, o.tier from organisation o join kids k on o.parent_id = k.id
  ), seen as (
    select top, id from kids where tier = 'project' and ($2::text[] is null or id = any ($2))
    union all select id, id from organisation where id = $1 and tier = 'project' and ($2::text[] is null or id = any ($2))
  ), mine as materialized (
    select s.top, c.*, c.arrived_at >= $5::timestamptz as recent
    from complaints c join seen s on s.id = c.project_id where ${seen('c', ['$2', '$3', '$4'])} and ${countedOnce('c')}
  ), promised as materialized (
    select m.top, m.arrived_at, m.zone, d.clock, ${isKept} as kept, ${isLate} as late, ${isLate} and d.met_at is null as waiting
    from mine m join deadlines d on d.complaint_id = m.id
    where m.recent and d.clock = any ($6) and (${isKept} or ${isLate})
  ), weeks as (
    select to_char(date_trunc('week', w), 'YYYY-MM-DD') as week from generate_series(
      date_trunc('week', $5::timestamptz at time zone 'Asia/Shanghai'), now() at time zone 'Asia/Shanghai', interval '1 week') w
  ), weekly as (
    select to_char(date_trunc('week', arrived_at at time zone zone), 'YYYY-MM-DD') as week, count(*)::int as received
    from mine where recent group by 1
  ), over as (
    select to_char(date_trunc('week', ended_at at time zone zone), 'YYYY-MM-DD') as week, count(*)::int as ended
    from mine where ended_at >= $5::timestamptz group by 1
  ), answered as (
    select to_char(date_trunc('week', arrived_at at time zone zone), 'YYYY-MM-DD') as week,
      count(*) filter (where kept)::int as kept, count(*)::int as asked
    from promised where clock = 'reply' group by 1
  ), standing as (
    select top, count(*) filter (where ended_at is null)::int as open,
      count(*) filter (where overdue > 0 and ended_at is null)::int as overdue,
      count(*) filter (where severity = 'hot' and ended_at is null)::int as hot,
      count(*) filter (where severity = 'major' and ended_at is null)::int as major,
      count(*) filter (where recent)::int as received
    from mine group by top
  ), replies as (
    select top, count(*) filter (where kept)::int as kept, count(*)::int as asked from promised where clock = 'reply' group by top
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
      from weeks w left join weekly i using (week) left join over e using (week) left join answered a using (week)) as weeks`;

/** `week`: a Monday, of Asia/Shanghai. */
export async function reckonedBoard(
  source: DataSource,
  { node, sight }: BoardScope,
  week: string,
): Promise<BoardCounts> {
  const [row] = await source.query<BoardCounts[]>(text, [
    node,
    ...sightValues(sight),
    `${week}T00:00:00+08:00`,
    promised,
  ]);
  if (!row) throw new Error('no counts');
  return row;
}
