/** A write-off is taken back: each complaint is unclosed again, under attention and in the statistics (WY-4.4.3.7). */
import type { BatchTasks } from '../../database/batch-tasks.js';
import { giveTo } from './giving.js';
import type { BatchKind } from './kind.js';

export const reinstate: BatchKind<BatchTasks['reinstate']> = {
  selection: ({ selection }) => selection,
  work: (piece, tools) => {
    const { reason, person } = piece.task;
    return giveTo(piece, 'reinstate', { input: { reason }, person }, tools);
  },
};
