/** Pairs of complaints that may be the same matter and wait for a person's word. */
import type { Reason } from '../../domain/matter/likeness.js';
import { run, type Source, type Statement } from '../sql.js';

export interface WaitingMatchRow extends Record<string, unknown> {
  a: string;
  b: string;
  score: number;
  reasons: Reason[];
  at: Date;
  count: number;
}

const waiting: Statement = {
  name: 'matches-waiting',
  text: `with kept_from as (select id from complaints where state -> 'accused' ? $2 or state -> 'recused' ? $2)
    select m.a, m.b, m.score, m.reasons, m.at, count(*) over ()::int as count from matches m
    join complaints one on one.id = m.a join complaints other on other.id = m.b
    where m.state = 'suggested' and ($1::text[] is null or m.project_id = any ($1))
      and one.ended_at is null and other.ended_at is null
      and m.a not in (select id from kept_from) and m.b not in (select id from kept_from)
    order by m.score desc, m.at desc, m.a, m.b limit $3`,
};

/** The likest first, at most `limit`; each row knows how many there are in all. */
export async function waitingMatches(
  source: Source,
  { projects, viewer, limit }: { projects: string[] | null; viewer: string; limit: number },
): Promise<WaitingMatchRow[]> {
  return await run<WaitingMatchRow>(source, waiting, [projects, viewer, limit]);
}
