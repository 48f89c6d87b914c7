/** Who owes which duty: the organisation with the rulebooks that are in force for it. */
import type { Calendar } from '../../domain/calendar/calendar.js';
import type { RulebookDocument } from '../../domain/rulebook/document.js';
import type { DutyDocument } from '../../domain/rulebook/duty.js';
import type { Tier } from '../../domain/rulebook/rulebook.js';
import type { Source } from '../sql.js';
import { versionAt } from './rulebooks.js';

export interface GovernedNode {
  id: string;
  name: string;
  tier: Tier;
  parent: { id: string; name: string; tier: Tier } | null;
  /** The document in force for it; null without a rulebook. */
  document: RulebookDocument | null;
}

/** Nodes with the rulebook that is in force for them at a moment; `node`: only that one. */
export async function governedNodes(source: Source, at: Date, node?: string): Promise<GovernedNode[]> {
  return await source.query<GovernedNode[]>(
    `with recursive ruled as (
       select id, parent_id, tier, name, rulebook_id from organisation where parent_id is null
       union all
       select o.id, o.parent_id, o.tier, o.name, coalesce(o.rulebook_id, r.rulebook_id)
       from organisation o join ruled r on r.id = o.parent_id
     )
     select n.id, n.name, n.tier, v.document,
       case when p.id is not null then json_build_object('id', p.id, 'name', p.name, 'tier', p.tier) end as parent
     from ruled n left join organisation p on p.id = n.parent_id
     left join lateral (${versionAt('n.rulebook_id', '$1::timestamptz')}) f on true
     left join rulebook_versions v on v.rulebook_id = n.rulebook_id and v.version = f.version
     where $2::text is null or n.id = $2 order by n.id`,
    [at, node ?? null],
  );
}

/** The duties that a node owes by a document, by name; those without a paper are only told. */
export function dutiesAt({ tier, document }: Pick<GovernedNode, 'tier' | 'document'>): [string, DutyDocument][] {
  return Object.entries(document?.duties ?? {}).filter(
    ([, { paper, of = ['company'] }]) => paper !== undefined && of.includes(tier),
  );
}

/** A rulebook's calendar with the years published so far. */
export async function dutyCalendar(
  source: Source,
  { calendar, zone, hours }: RulebookDocument,
  base: Calendar | undefined,
): Promise<Calendar> {
  const rows = await source.query<{ year: number; version: number; off: []; work: [] }[]>(
    `select distinct on (year) year, version, off, work from calendar_years where calendar_id = $1 order by year, version desc`,
    [calendar],
  );
  const plain = { id: calendar, zone, opens: '09:00', closes: '18:00', weekend: [6, 7], fixed: [], years: {} };
  const years = Object.fromEntries(rows.map(({ year, ...published }) => [String(year), published]));
  const { years: shipped, ...rest } = base ?? plain;
  return { ...rest, ...hours, years: { ...shipped, ...years } };
}
