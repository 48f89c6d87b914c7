/** The figures of service and survey, counted from what is projected. */
import { type Source } from '../sql.js';
import { countedOnce } from './counted.js';
import { seen, sightFrom, type Sight, sightValues } from './sight.js';

interface Asked {
  sight: Sight;
  /** Arrived from one moment until before another. */
  from?: string;
  to?: string;
  rulebooks: string[];
}

export interface ClockCount {
  rulebook: string;
  clock: string;
  met: number;
  missed: number;
}

const within = `${seen('c', sightFrom(4))} and ${countedOnce('c')} and ($1::timestamptz is null or c.arrived_at >= $1)
  and ($2::timestamptz is null or c.arrived_at < $2) and c.rulebook_id = any ($3)`;

const valuesOf = ({ sight, from, to, rulebooks }: Asked) => [
  from ?? null,
  to ?? null,
  rulebooks,
  ...sightValues(sight),
];

/** Periods that were kept and missed, by rulebook and clock. What is open is in neither. */
export async function clockCounts(source: Source, asked: Asked, clocks: string[]): Promise<ClockCount[]> {
  return await source.query<ClockCount[]>(
    `select c.rulebook_id as rulebook, d.clock, count(*) filter (where d.state = 'met')::int as met,
       count(*) filter (where d.state = 'missed')::int as missed
     from deadlines d join complaints c on c.id = d.complaint_id
     where d.clock = any ($7) and d.state in ('met', 'missed') and ${within} group by 1, 2`,
    [...valuesOf(asked), clocks],
  );
}

/** Complaints whose work was carried out, and those of them where it was done anew, by rulebook. */
export async function reworkCounts(
  source: Source,
  asked: Asked,
): Promise<{ rulebook: string; done: number; anew: number }[]> {
  return await source.query(
    `select c.rulebook_id as rulebook, count(*)::int as done, count(*) filter (where c.state ? 'reworked')::int as anew
     from complaints c where c.state -> 'marks' ? 'CarriedOut' and ${within} group by 1`,
    valuesOf(asked),
  );
}

/** What was said of each item of a survey, by rulebook. */
export async function ratingCounts(
  source: Source,
  asked: Asked,
): Promise<{ rulebook: string; item: string; rating: string; count: number }[]> {
  return await source.query(
    `select c.rulebook_id as rulebook, r.key as item, r.value as rating, count(*)::int as count
     from complaints c cross join lateral jsonb_each_text(c.state -> 'ratings') r
     where c.state ? 'ratings' and ${within} group by 1, 2, 3`,
    valuesOf(asked),
  );
}
