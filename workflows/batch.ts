/** Work over many complaints, page by page, for as long as it takes. Where it stands is in the database. */
import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { Activities, BatchOrder } from '../activities/index.js';

// a page takes three seconds; a worker that died with it is noticed after the timeout
const { workPage } = proxyActivities<Activities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 1.5, maximumInterval: '10s' },
});

export async function batch(order: BatchOrder): Promise<void> {
  for (;;) {
    const { ended, pause } = await workPage(order);
    if (ended) return;
    if (pause > 0) await sleep(pause);
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof batch>(order);
  }
}
