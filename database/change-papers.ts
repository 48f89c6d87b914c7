/** Writing papers: each once, numbered without gaps, frozen when issued. */
import type { DataSource, EntityManager } from 'typeorm';
import { moment } from '../domain/calendar/zone.js';
import { kinds, paperNumber } from '../domain/paper/kinds.js';
import type { Missing, Paper } from '../domain/paper/paper.js';
import {
  type Holder,
  isRefused,
  missingIn,
  type PaperRefusal,
  type StepInput,
  takeStep,
} from '../domain/paper/steps.js';
import { tellPaper } from './paper-changes.js';
import { draftColumns, type DraftPaper, type PaperKey } from './paper-rows.js';
import { storable } from './plain-text.js';
import { findPaper, type FoundPaper, roleHolders } from './queries/papers.js';
import type { Source } from './sql.js';

/** Stores a draft; false when there is one of this kind, scope and period already, which stays as it is. */
export async function draftPaper(source: Source, draft: DraftPaper, key: PaperKey, at: Date): Promise<boolean> {
  const columns = draftColumns(draft, key);
  const names = Object.keys(columns);
  const inserted = await source.query<unknown[]>(
    `insert into papers (${names.join(', ')}, drafted_at)
     select ${names.join(', ')}, $2 from jsonb_populate_record(null::papers, $1::jsonb)
     on conflict do nothing returning id`,
    [storable(columns), at],
  );
  if (inserted.length === 0) return false;
  await record(source, draft.id, 'drafted', at);
  return true;
}

/** The id of the paper of a kind, scope and period; the latest correction of it. */
export async function paperIdOf(
  source: Source,
  kind: string,
  { scope, period }: PaperKey,
): Promise<string | undefined> {
  const [row] = await source.query<{ id: string }[]>(
    'select id from papers where kind = $1 and scope = $2 and period = $3 order by revision desc limit 1',
    [kind, scope, period],
  );
  return row?.id;
}

/** Takes a step for somebody, in one transaction. `ifVersion`: only if nobody was faster; then `stale`. */
export async function stepPaper(
  dataSource: DataSource,
  id: string,
  { action, input, by, at, ifVersion }: StepOrder,
): Promise<PaperRefusal | 'stale' | undefined> {
  return await dataSource.transaction(async (tx) => {
    const found = await locked(tx, id);
    if (!found) throw new Error(`there is no paper ${id}`);
    if (ifVersion !== undefined && ifVersion !== found.version) return 'stale';
    const { paper } = found;
    const stepped = takeStep(paper, action, input, by, moment(at.getTime(), paper.zone));
    if (isRefused(stepped)) return stepped;
    await tellPaper(tx, id);
    if (action === 'issue') return void (await issueLocked(tx, paper, at));
    const { state, parts, ...signed } = stepped;
    await tx.query(
      'update papers set state = $2, parts = $3::jsonb, signed = $4::jsonb, version = version + 1 where id = $1',
      [id, state, storable(parts), storable(signed)],
    );
    await record(tx, id, stepNames[action], at, by.id, input.reason);
    if (action === 'complete' && state === 'completed') await record(tx, id, 'completed', at, by.id);
    return undefined;
  });
}

export interface StepOrder {
  action: 'complete' | 'approve' | 'return' | 'confirm' | 'issue';
  input: StepInput;
  by: Holder;
  at: Date;
  ifVersion?: number;
}

const stepNames = {
  complete: 'written',
  approve: 'approved',
  return: 'returned',
  confirm: 'confirmed',
  issue: 'issued',
} as const;

/**
 * Issues what is due, complete or not; answers whether it is issued now. What needs approval waits for it and is
 * noted as overdue. Issued already: nothing happens.
 */
export async function issueDue(dataSource: DataSource, id: string, at: Date): Promise<boolean> {
  return await dataSource.transaction(async (tx) => {
    const found = await locked(tx, id);
    if (!found || found.paper.state === 'issued') return found !== undefined;
    const { paper } = found;
    if (paper.approves.length > 0 && !paper.approved) {
      const [known] = await tx.query<unknown[]>(`select 1 from paper_steps where paper_id = $1 and step = 'overdue'`, [
        id,
      ]);
      if (!known) await record(tx, id, 'overdue', at);
      return false;
    }
    await issueLocked(tx, paper, at);
    return true;
  });
}

/** Issues within a transaction that made or locked the paper. */
export async function issueLocked(tx: EntityManager, paper: Paper, at: Date): Promise<void> {
  const { id, kind, node, zone, due } = paper;
  const year = Number(moment(at.getTime(), zone).slice(0, 4));
  // the row is locked until the end: nobody takes a number that is given back
  const [counted] = await tx.query<{ last: number }[]>(
    `insert into paper_numbers (series, node_id, year, last) values ($1, $2, $3, 1)
     on conflict (series, node_id, year) do update set last = paper_numbers.last + 1 returning last`,
    [kinds[kind].series, node.id, year],
  );
  const n = counted?.last ?? 1;
  const late = at.getTime() > Date.parse(due) + tolerance;
  await tx.query(
    `update papers set state = 'issued', issued_at = $2, year = $3, n = $4, number = $5, missing = $6::jsonb, late = $7,
       version = version + 1 where id = $1`,
    [id, at, year, n, paperNumber(kind, year, n), storable(await missingOf(tx, paper)), late],
  );
  await record(tx, id, 'issued', at);
}

// an issue takes its moment from before it waits for the lock
const tolerance = 60_000;

/** What is missing in a paper, with the people who are to bring it. */
export async function missingOf(source: Source, paper: Paper): Promise<Missing[]> {
  if (paper.state === 'issued') return paper.missing;
  const wanted = [...new Set([...paper.parts.flatMap(({ by }) => by), ...paper.approves])];
  const holders = await roleHolders(source, paper.node.id, wanted);
  return missingIn(paper, (roles) => {
    const able = holders.filter((one) => one.roles.some((role) => (roles as string[]).includes(role)));
    const nearest = able[0]?.depth;
    return able.filter(({ depth }) => depth === nearest).map(({ id, name }) => ({ id, name }));
  });
}

/** Somebody above has it before them, or says so. */
export async function receive(
  source: Source,
  id: string,
  who: { user: string; name: string; node: string; acknowledged: boolean; at: Date },
): Promise<void> {
  const { user, name, node, acknowledged, at } = who;
  const kept = await source.query<unknown[]>(
    `insert into receipts as r (paper_id, user_id, name, node_name, opened_at, acknowledged_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (paper_id, user_id) do update set acknowledged_at = excluded.acknowledged_at
       where r.acknowledged_at is null and excluded.acknowledged_at is not null
     returning paper_id`,
    [id, user, name, node, at, acknowledged ? at : null],
  );
  if (kept.length > 0) await tellPaper(source, id);
}

/** Notes a step in the paper's story. */
export async function record(
  source: Source,
  id: string,
  step: string,
  at: Date,
  user: string | null = null,
  note: string | null = null,
): Promise<void> {
  await source.query('insert into paper_steps (paper_id, at, step, user_id, note) values ($1, $2, $3, $4, $5)', [
    ...[id, at, step],
    ...[user, note],
  ]);
}

/** A paper, locked until the end of the transaction. */
export async function locked(tx: EntityManager, id: string): Promise<FoundPaper | undefined> {
  await tx.query('select 1 from papers where id = $1 for update', [id]);
  return findPaper(tx, id, null);
}
