/** A draft played over what was, page by page. Where it stands is in the database: no process's end ends it. */
import { continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/index.js';

// a page takes about a second; a worker that died with it is noticed after the timeout
const { playPage } = proxyActivities<Activities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 1.5, maximumInterval: '10s' },
});

export async function backtest(id: string): Promise<void> {
  while (await playPage(id)) {
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof backtest>(id);
  }
}
