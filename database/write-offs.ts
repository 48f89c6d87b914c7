/** From an approved write-off list to the batch that carries it out (WY-4.4.3.7), and back. */
import type { DataSource } from 'typeorm';
import type { Role } from '../domain/rulebook/rulebook.js';
import { locked, record } from './change-papers.js';
import { paperId } from './compose-papers.js';
import { beginBatch } from './queries/batches.js';
import type { Source } from './sql.js';

/** The id of the batch that carries a list out. */
export const writeOffBatch = (paper: string): string => paperId('write-off', paper);

/** Begins the batch of an issued and approved list, once; a complaint without its special analysis is not in it. */
export async function beginWriteOff(dataSource: DataSource, id: string, at: Date): Promise<void> {
  await dataSource.transaction(async (tx) => {
    const paper = (await locked(tx, id))?.paper;
    if (paper?.kind !== 'writeOffList' || paper.state !== 'issued' || !paper.approved) return;
    const analyses = Object.fromEntries(
      paper.parts.flatMap(({ complaint, text }) => (complaint && text?.trim() ? [[complaint.id, text]] : [])),
    );
    const ids = Object.keys(analyses);
    const [known] = await tx.query<unknown[]>(`select 1 from paper_steps where paper_id = $1 and step = 'writtenOff'`, [
      id,
    ]);
    if (known || ids.length === 0) return;
    const { by } = paper.approved;
    const [user] = await tx.query<{ roles: Role[] }[]>(
      `select array_agg(distinct r) as roles from staff cross join unnest(roles) r where user_id = $1 and stands_in_for is null`,
      [by.id],
    );
    await beginBatch(tx, {
      id: writeOffBatch(id),
      kind: 'writeOff',
      task: { selection: { ids }, analyses, person: { user: by.id, roles: user?.roles ?? [] }, paper: id },
      why: paper.number ?? '',
      startedBy: by.id,
      startedAt: at.toISOString(),
      total: ids.length,
    });
    await record(tx, id, 'writtenOff', at, by.id, String(ids.length));
  });
}

/** The complaints that a batch wrote off and nobody has reinstated since, nor written off anew. */
export async function stillWrittenOff(source: Source, batch: string): Promise<string[]> {
  const rows = await source.query<{ id: string }[]>(
    `select c.id from batches b
     join complaints c on c.id in (select jsonb_array_elements_text(b.task -> 'selection' -> 'ids'))
     where b.id = $1 and b.kind = 'writeOff' and c.status = 'writtenOff' and b.task -> 'analyses' ->> c.id = (
       select e.data ->> 'analysis' from events e where e.complaint_id = c.id and e.type = 'WrittenOff'
       order by e.seq desc limit 1
     ) order by c.id`,
    [batch],
  );
  return rows.map(({ id }) => id);
}

/** The latest undoing of a batch, at work or over. */
export async function latestUndo(source: Source, batch: string): Promise<string | undefined> {
  const [row] = await source.query<{ id: string }[]>(
    `select id from batches where kind = 'reinstate' and task ->> 'of' = $1 order by started_at desc, id limit 1`,
    [batch],
  );
  return row?.id;
}

/** The undoing of a batch that is still at work. */
export async function runningUndo(source: Source, batch: string): Promise<string | undefined> {
  const [row] = await source.query<{ id: string }[]>(
    `select id from batches where kind = 'reinstate' and task ->> 'of' = $1 and ended_at is null limit 1`,
    [batch],
  );
  return row?.id;
}
