import type { DataSource } from 'typeorm';
import { draftPaper, issueDue } from '../../../database/change-papers.js';
import type { Paper } from '../../../domain/paper/paper.js';

/** Keeps a paper in the database as its fixture tells it: a draft, or issued at its moment. */
export async function keepPaper(dataSource: DataSource, paper: Paper): Promise<void> {
  const { id, kind, cutOff, due, content, parts } = paper;
  const { node, addressee, complaint, rulebook, clauses, zone, period, approves, confirms } = paper;
  const head = {
    node,
    addressee,
    complaint,
    rulebook,
    clauses,
    zone,
    period,
    approves,
    confirms,
    acknowledgeHours: 24,
  };
  const draft = { id, kind, cutOff, due, content, parts, head, ...(paper.public ? { public: true as const } : {}) };
  const key = { scope: complaint?.id ?? node.id, period: `${period?.key ?? ''}#${id}` };
  await draftPaper(dataSource, draft, key, new Date(cutOff));
  if (paper.state === 'issued') await issueDue(dataSource, id, new Date(paper.issuedAt ?? due));
}
