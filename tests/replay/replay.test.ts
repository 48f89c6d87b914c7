/** Histories that any release has recorded still replay: no decision has changed without `patched()`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { defaultDataConverter } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { workflowBundle } from '../../cli/bundle.js';
import { redecide } from '../../domain/audit/redecide.js';
import { happeningsOf } from '../../proof/happenings.js';

const folder = join(import.meta.dirname, 'histories');
const recorded = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));

const read = (name: string) =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as { history: unknown; events: unknown[] };

test('every recorded path replays', async () => {
  const histories = recorded.map((name) => ({ workflowId: name, history: read(name).history }));
  expect(histories.length).toBeGreaterThan(0);
  const failures: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories(
    { workflowBundle: await workflowBundle() },
    histories,
  )) {
    if (error) failures.push(`${workflowId}: ${error.message}`);
  }
  expect(failures).toEqual([]);
});

// the engine compares what a workflow asks of it; this compares what it decided
test.each(recorded)('%s is decided as it was', async (name) => {
  const { history, events } = read(name);
  const { beginning, happenings } = await happeningsOf(historyFromJSON(history), defaultDataConverter);
  expect(JSON.parse(JSON.stringify(redecide(beginning, happenings)))).toEqual(events);
});
