/** Putting an issued paper right: by a new one that names it. */
import type { DataSource, EntityManager } from 'typeorm';
import { moment } from '../domain/calendar/zone.js';
import type { PaperContent, Part } from '../domain/paper/paper.js';
import { type Holder, isRefused, type PaperRefusal, type StepInput, takeStep } from '../domain/paper/steps.js';
import { draftPaper, issueLocked, locked, record } from './change-papers.js';
import { composeAnew } from './compose-papers.js';
import { tellPaper } from './paper-changes.js';
import type { DraftPaper, PaperHead } from './paper-rows.js';
import type { FoundPaper } from './queries/papers.js';

export interface CorrectOrder {
  input: StepInput;
  by: Holder;
  at: Date;
  newId: string;
  /** Content and parts are made anew at the same cut-off, from all that is recorded by now. */
  anew?: boolean;
}

/** Issues a correction for somebody; answers the id of the new paper, or a refusal. What was approved is approved anew. */
export async function correctPaper(
  dataSource: DataSource,
  id: string,
  { input, by, at, newId, anew }: CorrectOrder,
): Promise<PaperRefusal | string> {
  return await dataSource.transaction(async (tx) => {
    const found = await locked(tx, id);
    if (!found) throw new Error(`there is no paper ${id}`);
    const { paper } = found;
    const now = moment(at.getTime(), paper.zone);
    const judged = takeStep(paper, 'correct', input, by, now);
    if (isRefused(judged)) return judged;
    const made = anew ? await composeAnew(tx, paper, at) : undefined;
    let { parts } = made ?? paper;
    if (input.parts && input.parts.length > 0) {
      const written = takeStep({ ...paper, parts, state: 'draft' }, 'complete', { parts: input.parts }, by, now);
      if (isRefused(written)) return written;
      parts = written.parts;
    }
    const content = made?.content ?? paper.content;
    const rows = made ? made.rows : found.rows;
    return await again(tx, found, { parts, content, rows, reason: input.reason ?? '', user: by.id, at, newId });
  });
}

/** What came after the paper had to go out without it. The same again changes nothing. */
export async function supplement(
  tx: EntityManager,
  found: FoundPaper,
  { parts, at, newId }: { parts: Part[]; at: Date; newId: string },
): Promise<void> {
  if (found.paper.correctedBy) return;
  const { content } = found.paper;
  await again(tx, found, {
    parts,
    content,
    rows: found.rows,
    reason: '补充：原件到期发出时正文尚未提交。',
    user: null,
    at,
    newId,
  });
}

interface Again {
  parts: Part[];
  content: PaperContent;
  rows: string[] | undefined;
  reason: string;
  user: string | null;
  at: Date;
  newId: string;
}

async function again(
  tx: EntityManager,
  { paper, scope, period, revision, acknowledgeHours }: FoundPaper,
  { parts, content, rows, reason, user, at, newId }: Again,
): Promise<string> {
  const { id, kind, cutOff, number = '', node, addressee, complaint, rulebook, clauses, zone } = paper;
  const { approves, confirms } = paper;
  const head: PaperHead = {
    ...{ node, rulebook, clauses, zone, approves, confirms },
    ...(addressee ? { addressee } : {}),
    ...(complaint ? { complaint } : {}),
    ...(paper.period ? { period: paper.period } : {}),
    corrects: { id, number, reason },
    ...(acknowledgeHours ? { acknowledgeHours } : {}),
    ...(rows ? { rows } : {}),
  };
  const draft: DraftPaper = {
    ...{ id: newId, kind, cutOff, due: moment(at.getTime(), zone), content, parts, head },
    ...(paper.public ? { public: true as const } : {}),
  };
  await draftPaper(tx, draft, { scope, period, revision: revision + 1, correctsId: id }, at);
  await record(tx, id, 'corrected', at, user, reason);
  await tellPaper(tx, id);
  const made = await locked(tx, newId);
  if (made && approves.length === 0) await issueLocked(tx, made.paper, at);
  return newId;
}
