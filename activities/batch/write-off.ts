/** Unclosed complaints of a year are written off, each with the special analysis of the approved list (WY-4.4.3.7). */
import type { BatchTasks } from '../../database/batch-tasks.js';
import { type BatchKind, Declined } from './kind.js';

export const writeOff: BatchKind<BatchTasks['writeOff']> = {
  selection: ({ selection }) => selection,
  async work({ task: { analyses, person }, complaint, once, at }, { client }) {
    const analysis = analyses[complaint];
    if (!analysis) throw new Declined('reason-required', 'it has no special analysis');
    const message = { input: { analysis }, person, at };
    await client.workflow.getHandle(complaint).executeUpdate('writeOff', { updateId: once, args: [message] });
  },
};
