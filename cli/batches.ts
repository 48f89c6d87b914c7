import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { unendedBatches } from '../database/queries/batches.js';
import { batchWorkflow, batchWorkflowId, taskQueue as usual } from '../workflows/messages.js';

const interval = 60_000;

/**
 * Starts batches that were written down but have no workflow: whoever wrote them died before the engine knew. Looks at
 * once, and again every minute.
 */
export function watchBatches(dataSource: DataSource, client: Client): { stop: () => void } {
  // what fails now is tried again in a minute
  const look = () => void startBatches(dataSource, client).catch(() => undefined);
  const timer = setInterval(look, interval);
  look();
  return { stop: () => clearInterval(timer) };
}

/** Starts what is written down and not run. */
export async function startBatches(dataSource: DataSource, client: Client, taskQueue = usual): Promise<void> {
  for (const order of await unendedBatches(dataSource)) {
    const options = { workflowId: batchWorkflowId(order.id), taskQueue, args: [order] };
    await client.workflow.start(batchWorkflow, options).catch((error: unknown) => {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    });
  }
}
