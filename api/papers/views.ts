/** Papers as clients see them. */
import type { FoundPaper, KeptReceipt, ListedPaper, PaperStep } from '../../database/queries/papers.js';
import { writeOffBatch } from '../../database/write-offs.js';
import { instant, moment } from '../../domain/calendar/zone.js';
import { kinds } from '../../domain/paper/kinds.js';
import type { Missing } from '../../domain/paper/paper.js';
import { turnOf } from '../../domain/paper/steps.js';
import type { PaperAction } from '../../domain/paper/paper.js';

const hour = 3_600_000;

export function headOf({ head, cutOff, due, issuedAt, late, isPublic, correctedId, ...row }: ListedPaper) {
  const { node, addressee, complaint, clauses, zone, period, corrects } = head;
  const at = (date: Date) => moment(date.getTime(), zone);
  const { id, kind, state, number, missing, opened, acknowledged } = row;
  return {
    ...{ id, kind, state, title: kinds[kind].title, node, clauses, zone },
    ...(number ? { number } : {}),
    ...(addressee ? { addressee } : {}),
    ...(complaint ? { complaint } : {}),
    ...(period ? { period } : {}),
    cutOff: at(cutOff),
    due: at(due),
    ...(issuedAt ? { issuedAt: at(issuedAt) } : {}),
    ...(late ? { late: true } : {}),
    ...(isPublic ? { public: true } : {}),
    ...{ missing, opened, acknowledged },
    corrects: corrects ?? null,
    corrected: correctedId !== null,
    waitsFor: turnOf({ state, approves: head.approves, node }, row.writers),
  };
}

export function viewOf(
  { paper, version, acknowledgeHours }: FoundPaper,
  { steps, receipts }: { steps: PaperStep[]; receipts: KeptReceipt[] },
  { allowed, missing }: { allowed: PaperAction[]; missing: Missing[] },
) {
  const at = (date: Date) => moment(date.getTime(), paper.zone);
  return {
    ...paper,
    missing,
    version,
    allowed,
    ...(steps.some(({ step }) => step === 'writtenOff') ? { batch: writeOffBatch(paper.id) } : {}),
    ...(paper.issuedAt && acknowledgeHours
      ? { acknowledgeBy: moment(instant(paper.issuedAt) + acknowledgeHours * hour, paper.zone) }
      : {}),
    receipts: receipts.map(({ user, name, node, openedAt, acknowledgedAt }) => ({
      by: { id: user, name, node },
      openedAt: at(openedAt),
      ...(acknowledgedAt ? { acknowledgedAt: at(acknowledgedAt) } : {}),
    })),
    steps: steps.map(({ at: when, step, user, note }) => ({
      at: at(when),
      step,
      ...(user ? { by: user } : {}),
      ...(note ? { note } : {}),
    })),
  };
}
