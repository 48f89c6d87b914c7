/** The kinds of batches: adding one is adding its file, its task and one line here. */
import type { BatchKindName, BatchTasks } from '../../database/batch-tasks.js';
import { calendarPublished } from './calendar-published.js';
import type { BatchKind } from './kind.js';

export const batchKinds: { [K in BatchKindName]: BatchKind<BatchTasks[K]> } = { calendarPublished };
