/** Starting work over many complaints. Each kind has a route of its own, which checks what it is given. */
import { Injectable } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { BatchKindName, BatchTasks } from '../../database/batch-tasks.js';
import type { Viewer } from '../../database/queries/access.js';
import { type Batch, batchOf, type BatchOrder, beginBatch, numbersOf } from '../../database/queries/batches.js';
import { countOf, type Selection } from '../../database/queries/selection.js';
import type { Source } from '../../database/sql.js';
import { batchWorkflow, batchWorkflowId } from '../../workflows/messages.js';
import { ComplaintEngine } from '../engine/complaint-engine.js';
import { idFrom } from '../kernel/digest.js';
import { notFound } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { type BatchView, viewOf } from './batch-view.js';

export interface NewBatch<K extends BatchKindName> {
  kind: K;
  task: BatchTasks[K];
  selection: Selection;
  why: string;
}

@Injectable()
export class BatchDesk {
  constructor(
    private readonly options: ApiOptions,
    private readonly engine: ComplaintEngine,
  ) {}

  /** The id of the batch that a viewer starts with a key: the same request twice is the same batch. */
  idFor(viewer: Viewer, kind: BatchKindName, key: string): string {
    return idFrom('batch', viewer.user, kind, key);
  }

  /** How many complaints a selection has now. */
  count(selection: Selection): Promise<number> {
    return countOf(this.options.dataSource, selection);
  }

  /**
   * Writes a batch down; give the transaction in which what it is about is written, and `run` it afterwards. One that was
   * written and not run is run by a worker within a minute.
   */
  async write<K extends BatchKindName>(
    source: Source,
    id: string,
    viewer: Viewer,
    { kind, task, selection, why }: NewBatch<K>,
  ): Promise<BatchOrder> {
    const total = await countOf(source, selection);
    const startedAt = new Date().toISOString();
    const order: BatchOrder = { id, kind, task, why, startedBy: viewer.user, startedAt, total };
    await beginBatch(source, order);
    return order;
  }

  /** Runs a batch that is written down. */
  async run(order: BatchOrder, viewer: Viewer): Promise<BatchView> {
    const { client, taskQueue } = this.options;
    const workflowId = batchWorkflowId(order.id);
    await this.engine
      .patiently(() => client.workflow.start(batchWorkflow, { workflowId, taskQueue, args: [order] }))
      .catch((error: unknown) => {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      });
    return this.view(order.id, viewer);
  }

  /** Writes a batch down and runs it. */
  async start<K extends BatchKindName>(viewer: Viewer, key: string, batch: NewBatch<K>): Promise<BatchView> {
    const id = this.idFor(viewer, batch.kind, key);
    return this.run(await this.write(this.options.dataSource, id, viewer, batch), viewer);
  }

  /** A batch for somebody; throws when there is none. */
  async view(id: string, viewer: Viewer): Promise<BatchView> {
    const found = await batchOf(this.options.dataSource, id);
    const [shown] = found ? await this.shown([found], viewer) : [];
    if (!shown) throw notFound();
    return viewOf(shown);
  }

  /** Without what refused of complaints that the viewer does not see: it is not among the refused, nor among all. */
  async shown(batches: Batch[], viewer: Viewer): Promise<Batch[]> {
    const ids = batches.flatMap(({ problems }) => problems.map(({ complaint }) => complaint));
    const numbers = await numbersOf(this.options.dataSource, [...new Set(ids)], viewer);
    return batches.map((batch) => {
      const problems = batch.problems.flatMap((one) => {
        const number = numbers.get(one.complaint);
        return number ? [{ ...one, ...number }] : [];
      });
      const gone = batch.problems.length - problems.length;
      return { ...batch, problems, total: batch.total - gone, refused: batch.refused - gone };
    });
  }
}
