/** Work over many complaints: begun once, moved on page by page, seen by people. */
import type { BatchKindName, BatchTasks } from '../batch-tasks.js';
import type { BatchProblem } from '../entities/batch.js';
import type { Source } from '../sql.js';
import { seen, sightFrom, type Sight, sightValues } from './sight.js';

export interface BatchOrder<K extends BatchKindName = BatchKindName> {
  id: string;
  kind: K;
  task: BatchTasks[K];
  why: string;
  /** A user's id. */
  startedBy: string;
  /** ISO 8601. */
  startedAt: string;
  /** How many complaints it is about. */
  total: number;
}

export interface Batch {
  id: string;
  kind: BatchKindName;
  task: BatchTasks[BatchKindName];
  why: string;
  startedBy: string;
  startedByName: string | null;
  startedAt: Date;
  total: number;
  done: number;
  refused: number;
  problems: BatchProblem[];
  walk: number;
  afterId: string | null;
  stumbles: number;
  stoppedBy: string | null;
  stoppedAt: Date | null;
  endedAt: Date | null;
}

const problemsKept = 500;

const columns = `b.id, b.kind, b.task, b.why, b.started_by as "startedBy", u.name as "startedByName", b.started_at as "startedAt",
  b.total, b.done, b.refused, b.problems, b.walk, b.after_id as "afterId", b.stumbles, b.stopped_by as "stoppedBy",
  b.stopped_at as "stoppedAt", b.ended_at as "endedAt"`;

/** Begins a batch; the same again does nothing. */
export async function beginBatch(source: Source, order: BatchOrder): Promise<void> {
  const { id, kind, task, why, startedBy, startedAt, total } = order;
  await source.query(
    `insert into batches (id, kind, task, why, started_by, started_at, total) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do nothing`,
    [id, kind, JSON.stringify(task), why, startedBy, startedAt, total],
  );
}

export async function batchOf(source: Source, id: string): Promise<Batch | undefined> {
  const [found] = await source.query<Batch[]>(
    `select ${columns} from batches b left join users u on u.id = b.started_by where b.id = $1`,
    [id],
  );
  return found;
}

/** The numbers of complaints by their ids, of those that there are. */
export async function numbersOf(source: Source, ids: string[], sight: Sight): Promise<Map<string, { number: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await source.query<{ id: string; number: string }[]>(
    `select c.id, c.number from complaints c where c.id = any ($1) and ${seen('c', sightFrom(2))}`,
    [ids, ...sightValues(sight)],
  );
  return new Map(rows.map(({ id, number }) => [id, { number }]));
}

/** The latest batches, without their problems; `by`: of one person. */
export async function latestBatches(
  source: Source,
  { by, running, limit }: { by?: string; running?: boolean; limit: number },
): Promise<Batch[]> {
  return await source.query<Batch[]>(
    `select ${columns} from batches b left join users u on u.id = b.started_by
     where ($1::text is null or b.started_by = $1) and (not $2::boolean or b.ended_at is null)
     order by b.started_at desc, b.id desc limit $3`,
    [by ?? null, running ?? false, limit],
  );
}

/** The orders of batches that have not ended. */
export async function unendedBatches(source: Source): Promise<BatchOrder[]> {
  return await source.query<BatchOrder[]>(
    `select id, kind, task, why, started_by as "startedBy", total,
       to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startedAt"
     from batches where ended_at is null order by started_at`,
  );
}

/** Where a batch stands after a page. */
export interface Advance {
  walk: number;
  afterId: string | null;
  done: number;
  problems: BatchProblem[];
  /** The next complaint gave no answer. */
  stumbled: boolean;
  ended: boolean;
}

/** Moves a batch on, unless somebody else has moved it on from there. */
export async function advanceBatch(
  source: Source,
  from: Pick<Batch, 'id' | 'walk' | 'afterId'>,
  { walk, afterId, done, problems, stumbled, ended }: Advance,
): Promise<void> {
  await source.query(
    `update batches set walk = $4, after_id = $5, done = done + $6, refused = refused + $7,
       total = greatest(total, done + $6 + refused + $7),
       problems = case when jsonb_array_length(problems) < ${problemsKept} then problems || $8::jsonb else problems end,
       stumbles = case when $9::boolean then case when after_id is not distinct from $5 then stumbles + 1 else 1 end else 0 end,
       ended_at = case when $10::boolean then now() end
     where id = $1 and walk = $2 and after_id is not distinct from $3 and ended_at is null`,
    [
      ...[from.id, from.walk, from.afterId, walk, afterId],
      ...[done, problems.length, JSON.stringify(problems), stumbled, ended],
    ],
  );
}

/** Asks a batch to stop after its present page; false when it has ended. */
export async function stopBatch(source: Source, id: string, user: string): Promise<boolean> {
  const [, count] = await source.query<[unknown, number]>(
    `update batches set stopped_by = coalesce(stopped_by, $2), stopped_at = coalesce(stopped_at, now())
     where id = $1 and ended_at is null`,
    [id, user],
  );
  return count > 0;
}
