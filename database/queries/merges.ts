/** Which complaint goes on in which. */
import type { EntityManager } from 'typeorm';
import { echoes } from '../../domain/complaint/echo.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { run, type Source, type Statement } from '../sql.js';
import { seenById, type Sight, sightFrom, sightValues } from './sight.js';

/** Remembers a merge, or forgets it when `into` is missing; answers what was forgotten. */
export async function keepMerge(
  tx: EntityManager,
  { complaint, into, at }: { complaint: string; into?: string; at?: string },
): Promise<string | undefined> {
  if (into !== undefined) {
    await tx.query(
      `insert into merges (complaint_id, into_id, at) values ($1, $2, $3)
       on conflict (complaint_id) do update set into_id = excluded.into_id, at = excluded.at`,
      [complaint, into, at],
    );
    return undefined;
  }
  const [gone] = await tx.query<[{ into_id: string }[], number]>(
    'delete from merges where complaint_id = $1 returning into_id',
    [complaint],
  );
  return gone[0]?.into_id;
}

/** The complaints that go on in this one. */
export async function mergedInto(tx: EntityManager, id: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    'select complaint_id as id from merges where into_id = $1 order by complaint_id',
    [id],
  );
  return rows.map((row) => row.id);
}

const members: Statement = {
  name: 'members-seen',
  text: `select count(*)::int as members, count(*) filter (where ${seenById('k.id', sightFrom(2))})::int as seen from (
      select m.complaint_id as id from merges m where m.into_id = $1
      union select e ->> 'complaint' from complaints c cross join jsonb_array_elements(c.state -> 'members') e where c.id = $1
    ) k`,
};

/** Whether complaints go on in this one, none of which is seen. */
export async function areMembersUnseen(source: Source, id: string, sight: Sight): Promise<boolean> {
  const [found] = await run<{ members: number; seen: number }>(source, members, [id, ...sightValues(sight)]);
  return found !== undefined && found.members > 0 && found.seen === 0;
}

/** What its complainant was told last: the latest of each kind, in order. */
export async function echoesSoFar(tx: EntityManager, id: string): Promise<ComplaintEvent[]> {
  const rows = await tx.query<{ data: ComplaintEvent }[]>(
    `select data from (
       select distinct on (type) seq, data from events where complaint_id = $1 and type = any ($2) order by type, seq desc
     ) latest order by seq`,
    [id, echoes],
  );
  return rows.map(({ data }) => data);
}
