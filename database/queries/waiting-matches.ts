/** Pairs of complaints that may be the same matter and wait for a person's word. */
import type { Reason } from '../../domain/matter/likeness.js';
import { seen, sightFrom, type Sight, sightValues } from './sight.js';
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
  text: `select m.a, m.b, m.score, m.reasons, m.at, count(*) over ()::int as count from matches m
    join complaints one on one.id = m.a join complaints other on other.id = m.b
    where m.state = 'suggested' and ${seen('one', sightFrom(2))} and ${seen('other', sightFrom(2))}
      and one.ended_at is null and other.ended_at is null
    order by m.score desc, m.at desc, m.a, m.b limit $1`,
};

/** The likest first, at most `limit`; each row knows how many there are in all. */
export async function waitingMatches(
  source: Source,
  { sight, limit }: { sight: Sight; limit: number },
): Promise<WaitingMatchRow[]> {
  return await run<WaitingMatchRow>(source, waiting, [limit, ...sightValues(sight)]);
}
