/** Taking a year-end write-off back as a whole: a batch of its own reinstates each complaint (WY-4.4.3.7). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { record } from '../../database/change-papers.js';
import type { Viewer } from '../../database/queries/access.js';
import { batchOf } from '../../database/queries/batches.js';
import { latestUndo, runningUndo, stillWrittenOff } from '../../database/write-offs.js';
import type { BatchTasks } from '../../database/batch-tasks.js';
import { personAnywhere } from '../../domain/organisation/viewer.js';
import { notFound, Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { BatchDesk } from './batch-desk.js';
import type { BatchView } from './batch-view.js';

@Injectable()
export class WriteOffUndoing {
  constructor(
    private readonly options: ApiOptions,
    private readonly batches: BatchDesk,
  ) {}

  /** Of a write-off that is over: what takes, or took, it back, and whether anything is left to be taken back. */
  async of({ id, kind, endedAt }: BatchView): Promise<{ undoing?: string; undoable?: boolean }> {
    if (kind !== 'writeOff' || !endedAt) return {};
    const { dataSource } = this.options;
    const [undoing, left] = await Promise.all([latestUndo(dataSource, id), stillWrittenOff(dataSource, id)]);
    return { ...(undoing ? { undoing } : {}), undoable: left.length > 0 };
  }

  /** Begins the undoing, or answers the one that is at work. Those reinstated since are left as they are. */
  async undo(viewer: Viewer, id: string, reason: string, key = randomUUID() as string): Promise<BatchView> {
    const { dataSource } = this.options;
    const batch = await batchOf(dataSource, id);
    if (!batch) throw notFound();
    if (batch.kind !== 'writeOff' || !batch.endedAt) throw new Problem(409, 'not-undoable');
    const own = this.batches.idFor(viewer, 'reinstate', key);
    const known = (await runningUndo(dataSource, id)) ?? ((await batchOf(dataSource, own)) && own);
    if (known) return this.batches.view(known, viewer);
    const ids = await stillWrittenOff(dataSource, id);
    if (ids.length === 0) throw new Problem(409, 'not-undoable');
    const task = { selection: { ids }, reason, person: personAnywhere(viewer), of: id };
    const { paper } = batch.task as BatchTasks['writeOff'];
    const order = await dataSource.transaction(async (tx) => {
      const written = { kind: 'reinstate', task, selection: task.selection, why: reason } as const;
      const begun = await this.batches.write(tx, own, viewer, written);
      if (paper) await record(tx, paper, 'reinstated', new Date(), viewer.user, String(ids.length));
      return begun;
    });
    return this.batches.run(order, viewer);
  }
}
