/** What likeness and counting need to know of complaints, read from the tables. */
import { complainantKeys, type Voice } from '../../domain/matter/complainants.js';
import { type Account, telling } from '../../domain/matter/features.js';
import { monthMilliseconds } from '../../domain/matter/likeness.js';
import type { Complainant } from '../../domain/complaint/state.js';
import { folded, grams } from '../grams.js';
import { run, type Source, type Statement } from '../sql.js';

interface Row extends Record<string, unknown> {
  id: string;
  number: string;
  project: string;
  status: string;
  category: string | null;
  text: string;
  complainant: Complainant;
  people: number;
  arrived_at: Date;
}

const columns = `c.id, c.number, c.project_id as project, c.status, c.category, c.state ->> 'text' as text,
  c.state -> 'complainant' as complainant, (c.state ->> 'people')::int as people, c.arrived_at`;

// the newest of the project's month that share a telling word, of them those that share the most
const candidates: Statement = {
  name: 'matter-candidates',
  text: `select ${columns} from (
      select id, (select count(*) from unnest(grams) gram where gram = any ($6::text[])) as shared from (
        select c.id, s.grams from complaints c join complaint_search s on s.complaint_id = c.id
        where c.project_id = $1 and c.arrived_at between $2 and $3 and c.id <> $4
          and c.status not in ('refused', 'withdrawn') and s.grams && $5::text[]
        order by c.arrived_at desc limit 300
      ) recent order by shared desc limit 60
    ) best join complaints c on c.id = best.id`,
};

/** The complaints that one may be the same matter as: at most 60, of its project, within a month of it. */
export async function candidatesFor(source: Source, account: Account): Promise<Account[]> {
  const month = (direction: number) => new Date(account.arrivedAt + direction * monthMilliseconds);
  const own = pairs(account.text);
  const words = telling(account.text);
  const wanted = words.length > 0 ? pairs(words.join(' ')) : own;
  if (wanted.length === 0) return [];
  const rows = await run<Row>(source, candidates, [account.project, month(-1), month(1), account.id, wanted, own]);
  return rows.map(accountOf);
}

const pairs = (text: string): string[] => grams(folded(text)).filter((gram) => [...gram].length > 1);

const some: Statement = {
  name: 'matter-voices',
  text: `select ${columns} from complaints c where c.id = any ($1::text[])`,
};

/** Who spoke in these complaints. */
export async function voicesOf(source: Source, ids: readonly string[]): Promise<Voice[]> {
  const rows = await run<Row>(source, some, [ids]);
  return rows.map(({ id, arrived_at, complainant, people, status }) => ({
    id,
    arrivedAt: arrived_at.getTime(),
    keys: complainantKeys(complainant),
    ...(complainant.name ? { name: complainant.name } : {}),
    people,
    counts: status !== 'refused' && status !== 'withdrawn',
  }));
}

function accountOf({ id, number, project, category, text, complainant, arrived_at }: Row): Account {
  return {
    id,
    number,
    project,
    ...(category === null ? {} : { category }),
    text,
    ...(complainant.address ? { address: complainant.address } : {}),
    ...(complainant.room ? { room: complainant.room } : {}),
    arrivedAt: arrived_at.getTime(),
    complainant: complainantKeys(complainant),
  };
}
