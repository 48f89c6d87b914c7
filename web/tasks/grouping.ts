import { now } from '../api/clock.js';
import type { Task } from '../api/shapes.js';
import { dueWall, nowLike } from '../parts/time.js';

export const groups = ['approvals', 'extensions', 'echoes', 'missed', 'today', 'later', 'none'] as const;
export type Group = (typeof groups)[number];

/** What waits for a decision of mine stands apart from what is due; each task is in one group. */
export function groupOf({ commands, due }: Task): Group {
  if (commands.includes('approve') || commands.includes('approveReply')) return 'approvals';
  if (commands.includes('grantExtension')) return 'extensions';
  if (commands.includes('passOn')) return 'echoes';
  if (!due?.due) return 'none';
  if (Date.parse(due.due) < now()) return 'missed';
  return dueWall(due.due).date <= nowLike(due.due).slice(0, 10) ? 'today' : 'later';
}

/** Whether somebody's promise has been broken already. */
export const isMissed = ({ due }: Task): boolean => due?.due !== undefined && Date.parse(due.due) < now();

/** Where a task is done: a plan is reviewed, everything else stands on the complaint's page. */
export const placeOf = ({ commands, complaint }: Task): string =>
  commands.includes('approve') ? `/complaints/${complaint.id}/review` : `/complaints/${complaint.id}`;
