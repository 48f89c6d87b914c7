/** What the nodes have of their own now is told to the complaints below one of them; who knows it already ignores it. */
import type { BatchTasks } from '../../database/batch-tasks.js';
import { nodeVersions } from '../../database/queries/calendars.js';
import { nodePath } from '../../database/queries/organisation.js';
import { inForceOn, type NodeCalendar, ownCalendarOf } from '../../domain/calendar/own.js';
import { dateOf } from '../../domain/calendar/zone.js';
import { type BatchKind, Declined, type Tools } from './kind.js';
import { readComplaint, tellComplaint } from './telling.js';

export const ownCalendarChanged: BatchKind<BatchTasks['ownCalendarChanged']> = {
  late: true,
  selection: ({ selection }) => selection,
  async work({ complaint: id, by, at }, tools) {
    const complaint = await readComplaint(id, tools);
    const { project, zone } = complaint;
    const own = ownCalendarOf(await nodesOn(tools.dataSource, project, dateOf(Date.parse(at), zone)));
    if (!own) throw new Declined('not-in-force', 'no calendar of its own holds there');
    if (complaint.own && complaint.own.stamp >= own.stamp) return;
    await tellComplaint(complaint, { signal: 'ownCalendarChanged', data: { own }, by }, tools);
  },
};

async function nodesOn(dataSource: Tools['dataSource'], project: string, date: string): Promise<NodeCalendar[]> {
  const path = await nodePath(dataSource, project);
  const versions = await Promise.all(path.map((node) => nodeVersions(dataSource, node)));
  return versions.map((all) => inForceOn(all, date)).filter((one) => one !== undefined);
}
