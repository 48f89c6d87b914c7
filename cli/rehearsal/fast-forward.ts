/** The engine's time skipping: one workflow's own time runs ahead, its timers fire in their order on the way. */
import { randomBytes } from 'node:crypto';
import type { WorkflowService } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

interface Where {
  namespace: string;
  workflowId: string;
}

/** What a poll answers. */
export const polled = { timedOut: 1, completed: 2 } as const;

/** Begins it; answers the id to ask for. */
export async function beginForward(
  service: WorkflowService,
  { namespace, workflowId }: Where,
  milliseconds: number,
): Promise<string> {
  const id = randomBytes(8).toString('hex');
  await service.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration: msToTs(milliseconds) } },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  return id;
}

/** Lets that much time pass and waits for it. Throws when the engine could not. */
export async function fastForward(service: WorkflowService, where: Where, milliseconds: number): Promise<void> {
  const fastForwardId = await beginForward(service, where, milliseconds);
  const { namespace, workflowId } = where;
  for (let result: number = polled.timedOut; result === polled.timedOut;) {
    const answer = await service.pollWorkflowExecutionTimeSkipping({
      namespace,
      workflowExecution: { workflowId },
      fastForwardId,
    });
    result = answer.fastForwardPollingResult;
    if (result !== polled.completed && result !== polled.timedOut)
      throw new Error(`time was not skipped: ${answer.failedReason}`);
  }
}
