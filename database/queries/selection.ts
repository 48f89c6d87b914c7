/** Which complaints a batch is about, walked over by id. */
import { type Source } from '../sql.js';

/** All that is given must hold; nothing given: every complaint. */
export interface Selection {
  /** Not ended. */
  open?: true;
  rulebooks?: string[];
  /** Under one of these versions, whatever the rulebook. */
  versions?: number[];
  otherThanVersion?: number;
  projects?: string[];
  statuses?: string[];
  severities?: string[];
  ids?: string[];
  /** Handled by one of these users. */
  handlers?: string[];
  /** Recorded at this moment or later. */
  recordedFrom?: string;
}

/** The ids after one, in order, at most `limit`. */
export async function idsOf(
  source: Source,
  selection: Selection,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const { where, values } = conditions(selection);
  const rows = await source.query<{ id: string }[]>(
    `select id from complaints where ${where} and id > $${values.length + 1} order by id limit $${values.length + 2}`,
    [...values, after ?? '', limit],
  );
  return rows.map(({ id }) => id);
}

export async function countOf(source: Source, selection: Selection): Promise<number> {
  const { where, values } = conditions(selection);
  const [found] = await source.query<{ count: number }[]>(
    `select count(*)::int as count from complaints where ${where}`,
    values,
  );
  return found?.count ?? 0;
}

function conditions(selection: Selection): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const where = ['true'];
  const oneOf = (column: string, given: string[] | undefined) => {
    if (given) where.push(`${column} = any ($${values.push(given)}::text[])`);
  };
  if (selection.open) where.push('ended_at is null');
  oneOf('rulebook_id', selection.rulebooks);
  oneOf('project_id', selection.projects);
  oneOf('status', selection.statuses);
  oneOf('severity', selection.severities);
  oneOf('id', selection.ids);
  oneOf('handler_id', selection.handlers);
  if (selection.versions) where.push(`rulebook_version = any ($${values.push(selection.versions)}::int[])`);
  if (selection.otherThanVersion !== undefined) {
    where.push(`rulebook_version <> $${values.push(selection.otherThanVersion)}::int`);
  }
  if (selection.recordedFrom) where.push(`recorded_at >= $${values.push(selection.recordedFrom)}::timestamptz`);
  return { where: where.join(' and '), values };
}
