/** Complaints go on under another version of their rulebook; one that is under it already declines. */
import type { BatchTasks } from '../../database/batch-tasks.js';
import { giveTo } from './giving.js';
import type { BatchKind } from './kind.js';

export const changeRulebook: BatchKind<BatchTasks['changeRulebook']> = {
  selection: ({ selection }) => selection,
  work: (piece, tools) => {
    const { rulebook, person, reason } = piece.task;
    return giveTo(piece, 'changeRulebook', { input: { version: rulebook.version, reason }, person, rulebook }, tools);
  },
};
