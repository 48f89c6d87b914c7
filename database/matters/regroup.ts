/** Which complaints are one matter, worked out anew where something changed, and told to every one of them. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { othersWithinMonth } from '../../domain/matter/complainants.js';
import { groups, type Match } from '../../domain/matter/grouping.js';
import { enqueueSignals } from '../queries/signals.js';
import { voicesOf } from './accounts.js';

/** One at a time works on the matters of a project; held until the transaction ends. */
export async function lockMatters(tx: EntityManager, projects: readonly string[]): Promise<void> {
  for (const project of [...new Set(projects)].sort())
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('matters ' || $1, 0))`, [project]);
}

/** Works out anew the matters that these complaints are in, or were. The caller holds the lock of their project. */
export async function regroup(tx: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const concerned = await concernedBy(tx, ids);
  const found = groups(concerned, await matchesAmong(tx, concerned));
  await keep(tx, concerned, found);
  await count(tx, concerned, found);
}

/** They, all who are in a matter with them, and all that is linked to any of these. */
async function concernedBy(tx: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `with recursive reached (id) as (
       select unnest($1::text[])
       union
       select n.id from reached r cross join lateral (
         select b as id from matches where a = r.id and state in ('linked', 'confirmed')
         union all select a from matches where b = r.id and state in ('linked', 'confirmed')
         union all select o.complaint_id from matter_members m join matter_members o on o.matter_id = m.matter_id
           where m.complaint_id = r.id
       ) n
     ) select r.id from reached r join complaints c on c.id = r.id`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** All pairs between these complaints. */
export async function matchesAmong(tx: EntityManager, ids: readonly string[]): Promise<Match[]> {
  return await tx.query<Match[]>('select a, b, score, state from matches where a = any ($1) and b = any ($1)', [ids]);
}

async function keep(tx: EntityManager, ids: readonly string[], found: readonly string[][]): Promise<void> {
  const before = await tx.query<{ id: string; matter: string }[]>(
    'select complaint_id as id, matter_id as matter from matter_members where complaint_id = any ($1) order by since, complaint_id',
    [ids],
  );
  const taken = new Set<string>();
  const now = found
    .filter((group) => group.length > 1)
    .sort((a, b) => b.length - a.length)
    .flatMap((group) => {
      const known = before.find(({ id, matter }) => group.includes(id) && !taken.has(matter));
      const matter = known?.matter ?? randomUUID();
      taken.add(matter);
      return group.map((id) => ({ id, matter }));
    });
  await tx.query('delete from matter_members where complaint_id = any ($1) and complaint_id <> all ($2)', [
    ids,
    now.map(({ id }) => id),
  ]);
  await tx.query(
    `insert into matter_members as m (complaint_id, matter_id)
     select n.id, n.matter from jsonb_to_recordset($1::jsonb) n (id text, matter text)
     on conflict (complaint_id) do update set matter_id = excluded.matter_id, since = now()
     where m.matter_id <> excluded.matter_id`,
    [JSON.stringify(now)],
  );
}

/** Counts the complainants, and queues the telling of those complaints for which the count is another than before. */
async function count(tx: EntityManager, ids: readonly string[], found: readonly string[][]): Promise<void> {
  const voices = await voicesOf(tx, ids);
  const counted = found.flatMap((group) => [...othersWithinMonth(voices.filter(({ id }) => group.includes(id)))]);
  const now = counted.map(([id, others]) => ({ id, others }));
  const changed = await tx.query<{ id: string; others: number; version: string }[]>(
    `with given as (select * from jsonb_to_recordset($1::jsonb) n (id text, others int)),
     known as materialized (select g.id from given g left join matter_counts k on k.complaint_id = g.id
       where coalesce(k.others, 0) <> g.others)
     insert into matter_counts as k (complaint_id, others)
     select g.id, g.others from given g join known on known.id = g.id order by g.id
     on conflict (complaint_id) do update set others = excluded.others
     returning complaint_id as id, others, pg_current_xact_id()::text as version`,
    [JSON.stringify(now)],
  );
  await enqueueSignals(
    tx,
    changed.map(({ id, others, version }) => ({
      complaint: id,
      signal: 'sameMatterCounted',
      data: { count: others },
      key: `sameMatter ${id} ${version} ${others}`,
    })),
  );
}
