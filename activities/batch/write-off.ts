/** Unclosed complaints of a year are written off, each with the special analysis of the approved list (WY-4.4.3.7). */
import type { BatchTasks } from '../../database/batch-tasks.js';
import { giveTo } from './giving.js';
import { type BatchKind, Declined } from './kind.js';

export const writeOff: BatchKind<BatchTasks['writeOff']> = {
  selection: ({ selection }) => selection,
  async work(piece, tools) {
    const { analyses, person } = piece.task;
    const analysis = analyses[piece.complaint];
    if (!analysis) throw new Declined('reason-required', 'it has no special analysis');
    await giveTo(piece, 'writeOff', { input: { analysis }, person }, tools);
  },
};
