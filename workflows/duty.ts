/** Recurring duties and their papers: each period once, however often and however late its round comes. */
import {
  condition,
  defineSignal,
  ParentClosePolicy,
  proxyActivities,
  setHandler,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import { defineSearchAttributeKey, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import type { Activities } from '../activities/index.js';
import {
  type DutyRound,
  type DutyTask,
  dutyWorkflowId,
  paperChanged,
  type PaperTask,
  paperWorkflowId,
} from './messages-papers.js';

// what is owed is made as soon as it can be: an outage is waited out
const { roundsOfDuty, draftDuty, attendPaper } = proxyActivities<Activities>({
  startToCloseTimeout: '5m',
  heartbeatTimeout: '12s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});

const scheduled = defineSearchAttributeKey('TemporalScheduledStartTime', 'DATETIME');

/** What a Schedule starts: the periods that are to be drafted at its time, even when it comes late. */
export async function dutyRound({ node, duty, at }: DutyRound): Promise<string[]> {
  const planned = workflowInfo().typedSearchAttributes.get(scheduled)?.getTime();
  const tasks = await roundsOfDuty({ node, duty, at: at ?? planned ?? Date.now() });
  for (const task of tasks) await once(() => startChild('duty', child(dutyWorkflowId(task), task)));
  return tasks.map(({ period }) => period);
}

/** The paper of one period. Answers its id. */
export async function duty(task: DutyTask): Promise<string | undefined> {
  const paper = await draftDuty(task, Date.now());
  if (paper === undefined) return undefined;
  const followed: PaperTask = { paper };
  await once(() =>
    startChild('paper', { ...child(paperWorkflowId(paper), followed), workflowIdReusePolicy: 'ALLOW_DUPLICATE' }),
  );
  return paper;
}

/** Follows a paper: people complete it, at its due moment it goes out, until it is acknowledged somebody is reminded. */
export async function paper({ paper: id }: PaperTask): Promise<void> {
  let changed = false;
  setHandler(defineSignal(paperChanged), () => {
    changed = true;
  });
  for (;;) {
    changed = false;
    const next = await attendPaper(id, Date.now());
    if (next === undefined) {
      if (!changed) return;
      continue;
    }
    // never at once: a look that is due for ever would fill the history
    await condition(() => changed, Math.max(1_000, next - Date.now()));
  }
}

const child = <T>(workflowId: string, task: T) => ({
  workflowId,
  args: [task] as [T],
  parentClosePolicy: ParentClosePolicy.ABANDON,
  workflowIdReusePolicy: 'REJECT_DUPLICATE' as const,
});

/** Somebody else has started it: so be it. */
async function once(start: () => Promise<unknown>): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
