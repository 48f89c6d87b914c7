/** Versions of rulebooks as they are read. */
import type { DataSource } from 'typeorm';
import type { Label, RulebookDocument } from '../../domain/rulebook/document.js';
import { run, type Statement } from '../sql.js';

/**
 * Among the approved versions of a rulebook that are in force by now: the one in force at a moment, or the earliest when
 * none was yet. Text of a lateral select; `id` and `at` are SQL.
 */
export const versionAt = (id: string, at: string): string => `
  select version from rulebook_versions
  where rulebook_id = ${id} and state = 'approved' and in_force_from <= now()
  order by in_force_from <= ${at} desc, abs(extract(epoch from in_force_from - ${at})), version desc limit 1`;

const inForce: Statement = { name: 'rulebook-in-force', text: versionAt('$1', '$2::timestamptz') };

/** The version that binds a complaint of this arrival (epoch milliseconds); undefined when none is in force. */
export async function versionInForce(dataSource: DataSource, id: string, at: number): Promise<number | undefined> {
  const [found] = await run<{ version: number }>(dataSource, inForce, [id, new Date(at)]);
  return found?.version;
}

const approved: Statement = {
  name: 'rulebook-document',
  text: `select document from rulebook_versions where rulebook_id = $1 and version = $2 and state <> 'draft'`,
};

/** The document of a version that was approved, withdrawn since or not: it never changes. */
export async function approvedDocument(
  dataSource: DataSource,
  id: string,
  version: number,
): Promise<RulebookDocument | undefined> {
  const [found] = await run<{ document: RulebookDocument }>(dataSource, approved, [id, version]);
  return found?.document;
}

export interface RulebookHead {
  id: string;
  version: number;
  title: Label;
  source: string | null;
  isInForce: boolean;
  /** How many drafts there are of it. */
  drafts: number;
}

const bound = `state = 'approved' and in_force_from <= now()`;
const heads: Statement = {
  name: 'rulebooks',
  text: `select distinct on (rulebook_id) rulebook_id as id, version, coalesce(document -> 'title', '{}') as title,
      document ->> 'source' as source, (${bound}) is true as "isInForce",
      (count(*) filter (where state = 'draft') over (partition by rulebook_id))::int as drafts
    from rulebook_versions
    order by rulebook_id, (${bound}) is true desc, case when ${bound} then in_force_from end desc, version desc`,
};

/** Every rulebook, in the version that is in force now; where none is yet, in its latest. */
export function allRulebooks(dataSource: DataSource): Promise<RulebookHead[]> {
  return run<RulebookHead & Record<string, unknown>>(dataSource, heads, []);
}

/** Every rulebook that is in force, in the version that is. */
export async function rulebooksInForce(dataSource: DataSource): Promise<RulebookHead[]> {
  return (await allRulebooks(dataSource)).filter(({ isInForce }) => isInForce);
}

/** Every version that was ever approved. */
export function approvedVersions(
  dataSource: DataSource,
): Promise<{ id: string; version: number; document: RulebookDocument }[]> {
  return dataSource.query(`select rulebook_id as id, version, document from rulebook_versions where state <> 'draft'`);
}

/** The document of a version, a draft's too: none while it has mistakes. Undefined when there is no such version. */
export async function versionDocument(
  dataSource: DataSource,
  id: string,
  version: number,
): Promise<{ document: RulebookDocument | null } | undefined> {
  const [found] = await dataSource.query<{ document: RulebookDocument | null }[]>(
    'select document from rulebook_versions where rulebook_id = $1 and version = $2',
    [id, version],
  );
  return found;
}
