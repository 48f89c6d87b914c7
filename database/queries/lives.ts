/** Whole complaints by their events, walked over by id: what is told again of them. */
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { run, type Source, type Statement } from '../sql.js';
import { seen, sightFrom, type Sight, sightValues } from './sight.js';

/** Complaints of a rulebook that are seen and arrived from one moment until before another. */
export interface Lives {
  rulebook: string;
  from?: string;
  to?: string;
  sight: Sight;
}

export interface Life {
  id: string;
  number: string;
  /** All of them, in their sequence. */
  events: ComplaintEvent[];
}

const chosen = `c.rulebook_id = $1 and ($2::timestamptz is null or c.arrived_at >= $2)
  and ($3::timestamptz is null or c.arrived_at < $3) and ${seen('c', sightFrom(4))}`;

const counted: Statement = {
  name: 'lives-count',
  text: `select count(*)::int as count from complaints c where ${chosen}`,
};

export async function countLives(source: Source, lives: Lives): Promise<number> {
  const [found] = await run<{ count: number }>(source, counted, valuesOf(lives));
  return found?.count ?? 0;
}

const page: Statement = {
  name: 'lives',
  text: `select c.id, c.number, (select json_agg(e.data order by e.seq) from events e where e.complaint_id = c.id) as events
    from complaints c where ${chosen} and c.id > $7 order by c.id limit $8`,
};

/** The next ones after an id, in the order of ids. */
export async function nextLives(
  source: Source,
  lives: Lives,
  { after, limit }: { after: string; limit: number },
): Promise<Life[]> {
  return run<Life & Record<string, unknown>>(source, page, [...valuesOf(lives), after, limit]);
}

const valuesOf = ({ rulebook, from, to, sight }: Lives) => [rulebook, from ?? null, to ?? null, ...sightValues(sight)];
