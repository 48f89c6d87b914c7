/** Starting work over many complaints. Each kind has a route of its own, which checks what it is given. */
import { Injectable } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { BatchKindName, BatchTasks } from '../../database/batch-tasks.js';
import type { Viewer } from '../../database/queries/access.js';
import { batchOf, type BatchOrder, beginBatch, numbersOf } from '../../database/queries/batches.js';
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
  async run(order: BatchOrder): Promise<BatchView> {
    const { client, taskQueue } = this.options;
    const workflowId = batchWorkflowId(order.id);
    await this.engine
      .patiently(() => client.workflow.start(batchWorkflow, { workflowId, taskQueue, args: [order] }))
      .catch((error: unknown) => {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      });
    return this.view(order.id);
  }

  /** Writes a batch down and runs it. */
  async start<K extends BatchKindName>(viewer: Viewer, key: string, batch: NewBatch<K>): Promise<BatchView> {
    const id = this.idFor(viewer, batch.kind, key);
    return this.run(await this.write(this.options.dataSource, id, viewer, batch));
  }

  async view(id: string): Promise<BatchView> {
    const found = await batchOf(this.options.dataSource, id);
    if (!found) throw notFound();
    const { problems } = found;
    const numbers = await numbersOf(
      this.options.dataSource,
      problems.map(({ complaint }) => complaint),
    );
    return viewOf({ ...found, problems: problems.map((one) => ({ ...one, ...numbers.get(one.complaint) })) });
  }
}
