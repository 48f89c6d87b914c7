/** Back-tests: kept with where they stand, moved on page by page. */
import type { Comparison, Totals } from '../../domain/rehearsal/backtest.js';
import type { BacktestRow } from '../entities/backtest.js';
import { run, type Source, type Statement } from '../sql.js';
import { seen, sightFrom, type Sight, sightValues } from './sight.js';

export type NewBacktest = Omit<BacktestRow, 'state' | 'done' | 'place' | 'startedAt' | 'endedAt'>;

/** Keeps a back-test; false when there is one of this id already. */
export async function keepBacktest(source: Source, one: NewBacktest): Promise<boolean> {
  const [kept] = await source.query<unknown[]>(
    `insert into backtests (id, rulebook_id, version, draft_version, source, task, differences, state, total, totals, by_user, unplayable)
     values ($1, $2, $3, $4, $5, $6, $7, 'running', $8, $9, $10, $11) on conflict (id) do nothing returning id`,
    [
      ...[one.id, one.rulebookId, one.version, one.draftVersion, JSON.stringify(one.source), JSON.stringify(one.task)],
      ...[JSON.stringify(one.differences), one.total, JSON.stringify(one.totals), one.byUser, one.unplayable],
    ],
  );
  return kept !== undefined;
}

/** A back-test as people see it. */
export type Backtest = Omit<BacktestRow, 'task'> & { byName: string };

const columns = `b.id, b.rulebook_id as "rulebookId", b.version, b.draft_version as "draftVersion", b.source, b.differences,
  b.state, b.total, b.done, b.unplayable, b.place, b.totals, b.by_user as "byUser", u.name as "byName",
  b.started_at as "startedAt", b.ended_at as "endedAt"`;

const one: Statement = {
  name: 'backtest',
  text: `select ${columns} from backtests b join users u on u.id = b.by_user where b.id = $1`,
};

export async function backtestOf(source: Source, id: string): Promise<Backtest | undefined> {
  const [found] = await run<Backtest>(source, one, [id]);
  return found;
}

/** Those of a rulebook, the latest first; `draft`: of one version. */
export async function latestBacktests(
  source: Source,
  { rulebook, draft, by, limit }: { rulebook: string; draft: number; by?: string; limit: number },
): Promise<Backtest[]> {
  return await source.query<Backtest[]>(
    `select ${columns} from backtests b join users u on u.id = b.by_user
     where b.rulebook_id = $1 and b.draft_version = $2 and ($3::text is null or b.by_user = $3)
     order by b.started_at desc, b.id desc limit $4`,
    [rulebook, draft, by ?? null, limit],
  );
}

const work: Statement = {
  name: 'backtest-work',
  text: `select rulebook_id as "rulebookId", source, task, done, unplayable, place, totals, state, started_at as "startedAt"
    from backtests where id = $1`,
};

export type BacktestWork = Pick<
  BacktestRow,
  'rulebookId' | 'source' | 'task' | 'done' | 'unplayable' | 'place' | 'totals' | 'state' | 'startedAt'
>;

/** What is to be played, and how far it has come. */
export async function backtestWork(source: Source, id: string): Promise<BacktestWork | undefined> {
  const [found] = await run<BacktestWork>(source, work, [id]);
  return found;
}

/** What a page of playing came to. */
export interface Played {
  place: string | null;
  done: number;
  unplayable: number;
  totals: Totals;
  /** Those that would have gone differently. */
  comparisons: { ordinal: number; subject: string; name: string; comparison: Comparison }[];
  ended: boolean;
}

const advance: Statement = {
  name: 'backtest-advance',
  text: `with moved as (
      update backtests set place = $3, done = $4, unplayable = $5, totals = $6, total = greatest(total, $4::int),
        state = case when $8::boolean then 'done' else state end, ended_at = case when $8::boolean then now() end
      where id = $1 and done = $2 and state = 'running' returning id
    )
    insert into backtest_comparisons (backtest_id, ordinal, subject, name, comparison)
    select moved.id, r.ordinal, r.subject, r.name, r.comparison
    from moved, jsonb_to_recordset($7::jsonb) as r (ordinal int, subject text, name text, comparison jsonb)`,
};

/** Writes a page down, unless somebody else has moved it on from there or it was cancelled. */
export async function advanceBacktest(source: Source, id: string, from: number, played: Played): Promise<void> {
  const { place, done, unplayable, totals, comparisons, ended } = played;
  const values = [id, from, place, done, unplayable, JSON.stringify(totals), JSON.stringify(comparisons), ended];
  await run(source, advance, values);
}

/** Ends a back-test before its end; false when it has ended. */
export async function cancelBacktest(source: Source, id: string): Promise<boolean> {
  const [, count] = await source.query<[unknown, number]>(
    `update backtests set state = 'cancelled', ended_at = now() where id = $1 and state = 'running'`,
    [id],
  );
  return count > 0;
}

export interface StoredComparison {
  ordinal: number;
  subject: string;
  name: string;
  comparison: Comparison;
}

const comparisons: Statement = {
  name: 'backtest-comparisons',
  text: `select ordinal, subject, name, comparison from backtest_comparisons
    where backtest_id = $1 and ordinal > $2
      and not exists (select from complaints c where c.id = subject and not ${seen('c', sightFrom(4))}) order by ordinal limit $3`,
};

/** What would have gone differently, as far as it is seen, after a place in the list. */
export async function comparisonsOf(
  source: Source,
  id: string,
  { after, limit, sight }: { after: number; limit: number; sight: Sight },
): Promise<StoredComparison[]> {
  return run<StoredComparison & Record<string, unknown>>(source, comparisons, [
    id,
    after,
    limit,
    ...sightValues(sight),
  ]);
}
