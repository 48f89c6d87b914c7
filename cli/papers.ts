import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { ensureSchedules } from '../activities/papers/schedules.js';
import { startLoop } from '../courier/loop.js';
import { unfollowedPapers } from '../database/attend-papers.js';
import { taskQueue } from '../workflows/messages.js';
import { dutyRoundWorkflow, paperChanged, paperWorkflow, paperWorkflowId } from '../workflows/messages-papers.js';

const page = 100;

/**
 * Keeps the Schedules of the duties as the organisation and its rulebooks are, and has every paper followed. Looks at once, and
 * again by itself, after `every` milliseconds for papers; any number of processes may do it.
 */
export function watchPapers(
  dataSource: DataSource,
  client: Client,
  onFault: (error: unknown) => void,
  every = 5_000,
): { stop: () => Promise<void> } {
  const target = { workflowType: dutyRoundWorkflow, taskQueue };
  const schedules = startLoop({
    work: async () => (await ensureSchedules({ dataSource, client }, target, new Date()), false),
    every: 60_000,
    onFault,
  });
  const papers = startLoop({ work: () => followPapers(dataSource, client), every, onFault });
  return {
    async stop() {
      await Promise.all([schedules.stop(), papers.stop()]);
    },
  };
}

/** Has each paper that nobody follows followed, or looked at anew; answers whether more may be waiting. */
async function followPapers(dataSource: DataSource, client: Client): Promise<boolean> {
  const ids = await unfollowedPapers(dataSource, page);
  for (const paper of ids) {
    // one that is followed already hears that its due moment has moved
    await client.workflow.signalWithStart(paperWorkflow, {
      ...{ workflowId: paperWorkflowId(paper), taskQueue, args: [{ paper }] as [{ paper: string }] },
      ...{ signal: paperChanged, signalArgs: [] },
    });
    await dataSource.query('update papers set followed_at = now() where id = $1 and followed_at is null', [paper]);
  }
  return ids.length === page;
}
