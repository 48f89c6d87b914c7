/** One page of a batch: read where it stands, work on the next complaints, write where it stands then. */
import { advanceBatch, batchOf, type Batch, type BatchOrder, beginBatch } from '../../database/queries/batches.js';
import { idsOf, type Selection } from '../../database/queries/selection.js';
import type { BatchProblem } from '../../database/entities/batch.js';
import { type Fault, faultOf } from './faults.js';
import type { BatchKind, Tools } from './kind.js';
import { batchKinds } from './kinds.js';
import { type Pace, steadily } from './pace.js';

const pace: Pace = { perSecond: 20, abreast: 1, forAtMost: 3_000 };
const pageSize = 60;
const patience = 8_000;
/** As often is a complaint asked in vain before the batch goes on without it. */
const asked = 5;
/** Filed as late as this before the batch began, it may have been pinned to what was before. */
const shortlyBefore = 60_000;
const rest = 20_000;

/** What the workflow does next. */
export interface PageOutcome {
  ended: boolean;
  /** Milliseconds before the next page. */
  pause: number;
}

/** Works on the next page of a batch. After a crash it begins where the last whole page ended. */
export async function workPage(order: BatchOrder, tools: Tools): Promise<PageOutcome> {
  const { dataSource } = tools;
  await beginBatch(dataSource, order);
  const batch = await batchOf(dataSource, order.id);
  if (!batch || batch.endedAt) return { ended: true, pause: 0 };
  const stay = { walk: batch.walk, afterId: batch.afterId, done: 0, problems: [], stumbled: false };
  if (batch.stoppedAt) {
    await advanceBatch(dataSource, batch, { ...stay, ended: true });
    return { ended: true, pause: 0 };
  }
  const kind = batchKinds[batch.kind] as BatchKind<unknown>;
  const ids = await idsOf(dataSource, selectionOf(batch, kind), { after: batch.afterId, limit: pageSize });
  if (ids.length === 0) {
    const again = kind.late && batch.walk === 1;
    const next = again ? { walk: 2, afterId: null, ended: false } : { ended: true };
    await advanceBatch(dataSource, batch, { ...stay, ...next });
    return { ended: !again, pause: again ? rest : 0 };
  }
  const outcomes = await steadily(ids, pace, (complaint) => tryOne(batch, kind, complaint, tools));
  const missing = await record(batch, ids, outcomes, tools);
  if (missing) throw new Error(`${missing.complaint} of batch ${batch.id}: ${missing.fault.detail}`);
  return { ended: false, pause: 0 };
}

function selectionOf({ task, walk, startedAt }: Batch, kind: BatchKind<unknown>): Selection {
  const selection = kind.selection(task);
  if (walk === 1) return selection;
  return { ...selection, recordedFrom: new Date(startedAt.getTime() - shortlyBefore).toISOString() };
}

async function tryOne(batch: Batch, kind: BatchKind<unknown>, complaint: string, tools: Tools) {
  const { id, task, startedBy: by, startedAt } = batch;
  const piece = { task, complaint, by, once: `batch-${id}-${complaint}`, at: startedAt.toISOString() };
  try {
    await tools.client.withDeadline(Date.now() + patience, () => kind.work(piece, tools));
    return undefined;
  } catch (error) {
    return faultOf(error);
  }
}

/** Writes down what was done up to the first complaint that gave no answer, and answers that one. */
async function record(batch: Batch, ids: string[], outcomes: (Fault | undefined)[], { dataSource }: Tools) {
  const problems: BatchProblem[] = [];
  let done = 0;
  let afterId = batch.afterId;
  let missing: { complaint: string; fault: Fault } | undefined;
  for (const [i, fault] of outcomes.entries()) {
    const complaint = ids[i] as string;
    const given = fault?.noAnswer && !(i === 0 && batch.stumbles >= asked);
    if (given) {
      missing = { complaint, fault };
      break;
    }
    if (fault) problems.push({ complaint, code: fault.code, detail: fault.detail });
    else done++;
    afterId = complaint;
  }
  const { walk } = batch;
  await advanceBatch(dataSource, batch, {
    ...{ walk, afterId, done, problems },
    stumbled: missing !== undefined,
    ended: false,
  });
  return missing;
}
