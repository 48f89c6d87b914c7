/** The kinds of batches: adding one is adding its file, its task and one line here. */
import type { BatchKindName, BatchTasks } from '../../database/batch-tasks.js';
import { calendarPublished } from './calendar-published.js';
import { changeRulebook } from './change-rulebook.js';
import type { BatchKind } from './kind.js';
import { ownCalendarChanged } from './own-calendar-changed.js';
import { reassign } from './reassign.js';
import { reinstate } from './reinstate.js';
import { writeOff } from './write-off.js';

export const batchKinds: { [K in BatchKindName]: BatchKind<BatchTasks[K]> } = {
  calendarPublished,
  ownCalendarChanged,
  changeRulebook,
  writeOff,
  reinstate,
  reassign,
};
