/** Complaints go on under another version of their rulebook; one that is under it already declines. */
import type { BatchTasks } from '../../database/batch-tasks.js';
import type { BatchKind } from './kind.js';

export const changeRulebook: BatchKind<BatchTasks['changeRulebook']> = {
  selection: ({ selection }) => selection,
  async work({ task: { rulebook, person, reason }, complaint, once, at }, { client }) {
    const message = { input: { version: rulebook.version, reason }, person, rulebook, at };
    await client.workflow.getHandle(complaint).executeUpdate('changeRulebook', { updateId: once, args: [message] });
  },
};
