/** A batch as clients see it. */
import type { Batch } from '../../database/queries/batches.js';

export type BatchView = ReturnType<typeof viewOf>;

export function viewOf(batch: Batch) {
  const { id, kind, why, startedBy, startedByName, startedAt, total, done, refused, stoppedAt, endedAt } = batch;
  return {
    ...{ id, kind, why, total, done, refused },
    state: stateOf(batch),
    startedBy: { id: startedBy, name: startedByName ?? startedBy },
    startedAt: startedAt.toISOString(),
    ...(stoppedAt ? { stoppedAt: stoppedAt.toISOString() } : {}),
    ...(endedAt ? { endedAt: endedAt.toISOString() } : {}),
    problems: batch.problems,
  };
}

function stateOf({ walk, stoppedAt, endedAt }: Batch): string {
  if (endedAt) return stoppedAt ? 'stopped' : 'done';
  if (stoppedAt) return 'stopping';
  return walk === 1 ? 'running' : 'lookingAfter';
}
