/** Versions of a rulebook with who wrote, approved and withdrew them, and drafts as they are worked on. */
import type { DataSource, EntityManager } from 'typeorm';
import type { RulebookDocument } from '../../domain/rulebook/document.js';
import type { RulebookVersionRow } from '../entities/rulebook-version.js';
import type { Source } from '../sql.js';

/** Who did it; null: the house itself. */
type By = { id: string; name: string } | null;

export interface VersionHead extends Pick<
  RulebookVersionRow,
  'version' | 'state' | 'origin' | 'revision' | 'why' | 'remarks' | 'withdrawnWhy'
> {
  id: string;
  title: RulebookDocument['title'] | null;
  writtenBy: By;
  writtenAt: Date;
  changedBy: By;
  changedAt: Date;
  approvedBy: By;
  approvedAt: Date | null;
  withdrawnBy: By;
  withdrawnAt: Date | null;
  inForceFrom: Date | null;
  /** When another takes its place. */
  inForceTo: Date | null;
  isInForce: boolean;
}

export type VersionInFull = VersionHead & Pick<RulebookVersionRow, 'text' | 'document'>;

const by = (column: string) =>
  `(select json_build_object('id', ${column}, 'name', coalesce((select name from users where id = ${column}), ${column})) where ${column} is not null)`;

const head = `rulebook_id as id, version, state, origin, revision, why, remarks, withdrawn_why as "withdrawnWhy",
  document -> 'title' as title, ${by('written_by')} as "writtenBy", written_at as "writtenAt", ${by('changed_by')} as "changedBy",
  changed_at as "changedAt", ${by('approved_by')} as "approvedBy", approved_at as "approvedAt", ${by('withdrawn_by')} as "withdrawnBy",
  withdrawn_at as "withdrawnAt", in_force_from as "inForceFrom", in_force_to as "inForceTo",
  coalesce(state = 'approved' and in_force_from <= now() and (in_force_to is null or in_force_to > now()), false) as "isInForce"`;

// only what is approved takes the place of another
const from = `(select *, case when state = 'approved' then
    lead(in_force_from) over (partition by rulebook_id, state order by in_force_from, version) end as in_force_to
  from rulebook_versions where rulebook_id = $1) v`;

/** All versions of a rulebook, the latest first. */
export async function versionsOf(source: Source, id: string): Promise<VersionHead[]> {
  return await source.query<VersionHead[]>(`select ${head} from ${from} order by version desc`, [id]);
}

/** One version with its text; undefined when there is none. */
export async function versionOf(source: Source, id: string, version: number): Promise<VersionInFull | undefined> {
  const [found] = await source.query<VersionInFull[]>(
    `select ${head}, text, document from ${from} where version = $2`,
    [id, version],
  );
  return found;
}

/** How many complaints that have not ended are under each version of a rulebook. */
export async function openComplaints(source: Source, id: string): Promise<Map<number, number>> {
  const rows = await source.query<{ version: number; count: number }[]>(
    `select rulebook_version as version, count(*)::int as count from complaints
     where rulebook_id = $1 and ended_at is null group by rulebook_version`,
    [id],
  );
  return new Map(rows.map(({ version, count }) => [version, count]));
}

/** What a draft says; no document while it has mistakes. */
export interface Written {
  text: string;
  document?: RulebookDocument;
  why: string;
}

/** Writes a draft with the next number of a rulebook, which `write` is told; answers the number. */
export function insertDraft(
  dataSource: DataSource,
  id: string,
  user: string,
  write: (version: number, manager: EntityManager) => Written,
): Promise<number> {
  return dataSource.transaction(async (manager) => {
    // numbers are given one by one
    await manager.query('lock table rulebook_versions in share row exclusive mode');
    const [next] = await manager.query<{ version: number }[]>(
      'select coalesce(max(version), 0) + 1 as version from rulebook_versions where rulebook_id = $1',
      [id],
    );
    const version = next?.version ?? 1;
    const { text, document, why } = write(version, manager);
    await manager.query(
      `insert into rulebook_versions (rulebook_id, version, text, document, state, origin, written_by, changed_by, why)
       values ($1, $2, $3, $4, 'draft', 'written', $5, $5, $6)`,
      [id, version, text, document ? JSON.stringify(document) : null, user, why],
    );
    return version;
  });
}

/** A draft as somebody has read it. */
export interface Read {
  id: string;
  version: number;
  revision: number;
}

/** Changes a draft; false when it is none any more or was changed since it was read. */
export async function changeDraft(
  source: Source,
  { id, version, revision }: Read,
  user: string,
  { text, document, why }: Written,
): Promise<boolean> {
  return happened(
    await source.query(
      `update rulebook_versions set text = $4, document = $5, why = $6, changed_by = $7, changed_at = now(), revision = revision + 1
       where rulebook_id = $1 and version = $2 and state = 'draft' and revision = $3`,
      [id, version, revision, text, document ? JSON.stringify(document) : null, why, user],
    ),
  );
}

/** Throws a draft away; false when it is none. */
export async function deleteDraft(source: Source, id: string, version: number): Promise<boolean> {
  return happened(
    await source.query(`delete from rulebook_versions where rulebook_id = $1 and version = $2 and state = 'draft'`, [
      id,
      version,
    ]),
  );
}

/** Approves a draft, in force from a moment or, when that is past, from now; false as for `changeDraft`. */
export async function approveDraft(
  source: Source,
  { id, version, revision }: Read,
  { user, remarks, inForceFrom }: { user: string; remarks?: string; inForceFrom: Date },
): Promise<boolean> {
  return happened(
    await source.query(
      `update rulebook_versions set state = 'approved', approved_by = $4, approved_at = now(), remarks = $5,
         in_force_from = greatest($6::timestamptz, now())
       where rulebook_id = $1 and version = $2 and state = 'draft' and revision = $3`,
      [id, version, revision, user, remarks ?? null, inForceFrom],
    ),
  );
}

/** Withdraws an approved version before it comes into force; false when it is none or has come. */
export async function withdrawVersion(
  source: Source,
  { id, version, user, reason }: { id: string; version: number; user: string; reason: string },
): Promise<boolean> {
  return happened(
    await source.query(
      `update rulebook_versions set state = 'withdrawn', withdrawn_by = $3, withdrawn_at = now(), withdrawn_why = $4
       where rulebook_id = $1 and version = $2 and state = 'approved' and in_force_from > now()`,
      [id, version, user, reason],
    ),
  );
}

// TypeORM answers updates and deletes with their rows and their number
const happened = (answer: unknown): boolean => (answer as [unknown, number])[1] > 0;
