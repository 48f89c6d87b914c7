/** The runs of a complaint's workflow, as the engine records them. */
import type { Client } from '@temporalio/client';
import { isGone } from '../engine/answers.js';
import type { RunHistory } from './happenings.js';

export interface Run {
  id: string;
  history: RunHistory;
}

const longestChain = 100;

/**
 * All that are still kept, the first one first; none when the workflow is not known. `patiently` calls the engine, again
 * when it is away for a moment.
 */
export async function runsOf(
  { workflow, options }: Client,
  id: string,
  patiently: <T>(call: () => Promise<T>) => Promise<T> = (call) => call(),
): Promise<Run[]> {
  const runs: Run[] = [];
  // asked as it is: what it carries along may be deleted
  const asked = { namespace: options.namespace, execution: { workflowId: id } };
  const latest = () => workflow.workflowService.describeWorkflowExecution(asked);
  try {
    let run = (await patiently(latest)).workflowExecutionInfo?.execution?.runId ?? undefined;
    while (run && runs.length < longestChain) {
      const handle = workflow.getHandle(id, run);
      const history = await patiently(() => handle.fetchHistory());
      runs.unshift({ id: run, history });
      run = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
    }
  } catch (error) {
    // what is past its retention is gone; what came after it is not
    if (!isGone(error)) throw error;
  }
  return runs;
}
