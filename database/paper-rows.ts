/** Papers between their table and the domain. */
import { moment } from '../domain/calendar/zone.js';
import { kinds, type PaperKind } from '../domain/paper/kinds.js';
import type { Missing, Paper, PaperContent, PaperState, Part } from '../domain/paper/paper.js';

/** What stands on a paper besides its content, as it was when it was drafted. */
export interface PaperHead extends Pick<
  Paper,
  'node' | 'addressee' | 'complaint' | 'rulebook' | 'clauses' | 'zone' | 'period' | 'approves' | 'confirms' | 'corrects'
> {
  /** Hours after its issue in which it is to be acknowledged. */
  acknowledgeHours?: number;
  /** The complaints of the rows of what is public; told to nobody. */
  rows?: string[];
}

export type PaperSignatures = Pick<Paper, 'completed' | 'approved' | 'confirmed' | 'returned'>;

/** A row as the queries answer it. */
export interface StoredPaper extends Record<string, unknown> {
  id: string;
  kind: PaperKind;
  scope: string;
  period: string;
  revision: number;
  state: PaperState;
  number: string | null;
  cut_off: Date;
  due: Date;
  issued_at: Date | null;
  late: boolean;
  public: boolean;
  head: PaperHead;
  content: PaperContent;
  parts: Part[];
  missing: Missing[] | null;
  signed: PaperSignatures;
  version: number;
  corrected_id: string | null;
  corrected_number: string | null;
}

/** The paper of a row; what is missing in a draft is left to whoever knows the people. */
export function paperOf(row: StoredPaper): Paper {
  const { acknowledgeHours: _, rows: __, ...head } = row.head;
  const at = (date: Date) => moment(date.getTime(), head.zone);
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    ...(row.number ? { number: row.number } : {}),
    ...head,
    cutOff: at(row.cut_off),
    due: at(row.due),
    ...(row.issued_at ? { issuedAt: at(row.issued_at) } : {}),
    ...(row.late ? { late: true as const } : {}),
    ...(row.public ? { public: true as const } : {}),
    content: row.content,
    parts: row.parts,
    missing: row.missing ?? [],
    ...row.signed,
    ...(row.corrected_id
      ? { correctedBy: { id: row.corrected_id, ...(row.corrected_number ? { number: row.corrected_number } : {}) } }
      : {}),
  };
}

/** Columns of a new row from what a draft says. */
export function draftColumns(
  { id, kind, cutOff, due, content, parts, ...paper }: DraftPaper,
  { scope, period, revision = 0, correctsId = null }: PaperKey,
) {
  const { head, public: isPublic = false } = paper;
  const { family, series } = kinds[kind];
  return {
    ...{ id, kind, family, series, scope, period, revision, state: 'draft' as PaperState },
    ...{ cut_off: cutOff, due, public: isPublic, head, content, parts, corrects_id: correctsId },
    node_id: head.node.id,
    complaint_id: head.complaint?.id ?? null,
  };
}

/** What makes a paper one of its kind: there is never a second. */
export interface PaperKey {
  scope: string;
  period: string;
  revision?: number;
  correctsId?: string | null;
}

/** A paper before it is stored. */
export interface DraftPaper extends Pick<Paper, 'id' | 'kind' | 'cutOff' | 'due' | 'content' | 'parts' | 'public'> {
  head: PaperHead;
}
