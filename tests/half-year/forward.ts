/** Brings a workflow's own time up to the house's: the engine skips it, its timers fire in their order. */
import type { Client } from '@temporalio/client';
import { optionalTsToMs } from '@temporalio/common/lib/time.js';
import { beginForward, polled } from '../../cli/rehearsal/fast-forward.js';

const running = 1;
const notFound = 5;
// a poll that the engine has forgotten, having died, is asked anew
const patience = 5_000; // ms
const givenUp = [1, 4]; // cancelled, deadline exceeded
// past the moment by so much, so that what is planned for it happens before
const margin = 20;

/** By workflow: who forwards it now. Two at once would take it as far as both want together. */
const turns = new Map<string, Promise<unknown>>();

/** Answers false when the workflow is over, or was never started. `at`: epoch milliseconds. For one process alone. */
export async function forward(client: Client, workflowId: string, at: number): Promise<boolean> {
  const before = turns.get(workflowId);
  const turn = (before ?? Promise.resolve()).catch(() => undefined).then(() => forwardNow(client, workflowId, at));
  turns.set(workflowId, turn);
  try {
    return await turn;
  } finally {
    if (turns.get(workflowId) === turn) turns.delete(workflowId);
  }
}

/** Where a workflow's own time stands; nothing when it is over, or was never started. */
export async function standing(client: Client, workflowId: string) {
  const { namespace } = client.options;
  const described = await client.workflowService
    .describeWorkflowExecution({ namespace, execution: { workflowId } })
    .catch((error: unknown) => {
      if ((error as { code?: number }).code === notFound) return undefined;
      throw error;
    });
  if (described?.workflowExecutionInfo?.status !== running) return undefined;
  const { currentTime, fastForwardInfo: last } = described.workflowExtendedInfo?.timeSkippingInfo ?? {};
  return { own: optionalTsToMs(currentTime) ?? Date.now(), last };
}

async function forwardNow(client: Client, workflowId: string, at: number): Promise<boolean> {
  const { workflowService: service } = client;
  const { namespace } = client.options;
  const workflowExecution = { workflowId };
  for (;;) {
    const stands = await standing(client, workflowId);
    if (!stands) return false;
    const { own, last } = stands;
    if (own >= at) return true;
    // one that is still under way comes to its end first: another on top of it would go too far
    const underWay = last?.hasCompleted === false ? last.fastForwardId : undefined;
    try {
      const fastForwardId = underWay ?? (await beginForward(service, { namespace, workflowId }, at - own + margin));
      let result: number = polled.timedOut;
      while (result === polled.timedOut) {
        const answer = await client.withDeadline(Date.now() + patience, () =>
          service.pollWorkflowExecutionTimeSkipping({ namespace, workflowExecution, fastForwardId }),
        );
        result = answer.fastForwardPollingResult ?? 0;
      }
      if (result === polled.completed && !underWay) return true;
    } catch (error) {
      // over in the meantime, or a long poll: look again
      const { code } = error as { code?: number };
      if (code !== notFound && !givenUp.includes(code ?? 0)) throw error;
    }
    // it was another's, or another has taken its place: look again
  }
}
