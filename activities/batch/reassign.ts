/** What somebody handles goes to another handler, who must have a place where the complaint is handled. */
import type { BatchTasks } from '../../database/batch-tasks.js';
import { viewerByUser } from '../../database/queries/access.js';
import { rolesAt } from '../../domain/organisation/viewer.js';
import { type BatchKind, Declined } from './kind.js';
import { readComplaint } from './telling.js';

export const reassign: BatchKind<BatchTasks['reassign']> = {
  selection: ({ selection }) => selection,
  async work({ task: { to, person }, complaint, once, at }, tools) {
    const { project } = await readComplaint(complaint, tools);
    const receiver = await viewerByUser(tools.dataSource, to);
    if (!receiver || rolesAt(receiver, project).length === 0)
      throw new Declined('forbidden', `${to} has no place there`);
    const message = { input: { handler: to }, person, at };
    await tools.client.workflow.getHandle(complaint).executeUpdate('reassign', { updateId: once, args: [message] });
  },
};
