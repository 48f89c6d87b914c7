/** Closed complaints that were like one that is being decided. */
import type { Complainant } from '../../domain/complaint/state.js';
import { run, type Source, type Statement } from '../sql.js';
import { seen, sightFrom, type Sight, sightValues } from './sight.js';
import { summaryColumns } from './complaints.js';
import type { ListedComplaint } from './complaints.js';

export interface LikeCaseRow extends ListedComplaint {
  findings: string | null;
  measures: string | null;
  cost: number | null;
  /** What came of the work, or of settling on the spot. */
  result: string | null;
  outcome: string | null;
  opinion: string | null;
  ended_at: Date | null;
  complainant: Complainant;
  /** Of those who were complained of. */
  accused_names: string[];
}

// the latest of the category; of them those that share the most with it
const likest: Statement = {
  name: 'like-cases',
  text: `with one as (select c.id, c.category, s.grams from complaints c join complaint_search s on s.complaint_id = c.id where c.id = $1),
    latest as (
      select c.id from complaints c, one
      where c.status = 'closed' and c.category = one.category and c.id <> one.id
        and ${seen('c', sightFrom(3))}
      order by c.arrived_at desc, c.id desc limit 200
    ), likest as (
      select l.id, (select count(*) from unnest(s.grams) g where g = any (one.grams)) as shared
      from latest l join complaint_search s on s.complaint_id = l.id, one
    )
    select ${summaryColumns}, c.ended_at, c.state -> 'complainant' as complainant,
      (select coalesce(array_agg(a.name), '{}') from users a where c.state -> 'accused' ? a.id) as accused_names, p.name as project_name, h.name as handler_name,
      c.state ->> 'findings' as findings, c.state -> 'plans' -> -1 ->> 'measures' as measures,
      (c.state -> 'plans' -> -1 ->> 'cost')::float as cost, done.result, asked.outcome, asked.opinion
    from likest l join complaints c on c.id = l.id
    left join organisation p on p.id = c.project_id left join users h on h.id = c.handler_id
    left join lateral (select e.data ->> 'result' as result from events e
      where e.complaint_id = c.id and e.type in ('CarriedOut', 'Settled') order by e.seq desc limit 1) done on true
    left join lateral (select e.data ->> 'outcome' as outcome, e.data ->> 'opinion' as opinion from events e
      where e.complaint_id = c.id and e.type = 'RevisitRecorded' order by e.seq desc limit 1) asked on true
    order by l.shared desc, c.arrived_at desc, c.id desc limit $2`,
};

/** At most `limit` of the same category that are seen, the likest first. */
export async function likeCases(
  source: Source,
  { id, sight, limit }: { id: string; sight: Sight; limit: number },
): Promise<LikeCaseRow[]> {
  return await run<LikeCaseRow & Record<string, unknown>>(source, likest, [id, limit, ...sightValues(sight)]);
}
