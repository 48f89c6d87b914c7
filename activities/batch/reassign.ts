/** What somebody handles goes to another handler, who must have a place where the complaint is handled. */
import type { BatchTasks } from '../../database/batch-tasks.js';
import { viewerByUser } from '../../database/queries/access.js';
import { rolesAt } from '../../domain/organisation/viewer.js';
import { giveTo } from './giving.js';
import { type BatchKind, Declined } from './kind.js';
import { readComplaint } from './telling.js';

export const reassign: BatchKind<BatchTasks['reassign']> = {
  selection: ({ selection }) => selection,
  async work(piece, tools) {
    const { to, person } = piece.task;
    const { project } = await readComplaint(piece.complaint, tools);
    const receiver = await viewerByUser(tools.dataSource, to);
    if (!receiver || rolesAt(receiver, project).length === 0)
      throw new Declined('forbidden', `${to} has no place there`);
    await giveTo(piece, 'reassign', { input: { handler: to }, person }, tools);
  },
};
