/** From an approved write-off list to the batch that carries it out (WY-4.4.3.7). */
import type { DataSource } from 'typeorm';
import type { Role } from '../domain/rulebook/rulebook.js';
import { locked, record } from './change-papers.js';
import { paperId } from './compose-papers.js';
import { beginBatch } from './queries/batches.js';

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
      id: paperId('write-off', id),
      kind: 'writeOff',
      task: { selection: { ids }, analyses, person: { user: by.id, roles: user?.roles ?? [] } },
      why: paper.number ?? '',
      startedBy: by.id,
      startedAt: at.toISOString(),
      total: ids.length,
    });
    await record(tx, id, 'writtenOff', at, by.id, String(ids.length));
  });
}
