/** What workflows ask of the world. */
import type { BatchOrder } from '../database/queries/batches.js';
import type { Deadline } from '../domain/complaint/deadlines.js';
import type { ComplaintEvent } from '../domain/complaint/events.js';
import type { Complaint } from '../domain/complaint/state.js';
import { type Fence, project } from '../database/project.js';
import type { Tools } from './batch/kind.js';
import { type PageOutcome, workPage } from './batch/page.js';
import { watched } from './watched.js';
import { playPage } from './backtest.js';
import { paperActivities } from './papers/papers.js';

export type { BatchOrder };

/** What the read side is told: a complaint as it stands, and the events that brought it there. */
export interface Projection {
  complaint: Complaint;
  events: ComplaintEvent[];
  deadlines: Deadline[];
  /** Which of two accounts of the same events is the later one. */
  fence: Fence;
}

/** The activities on a database, and on the engine. */
export function createActivities(tools: Tools) {
  const { dataSource, saltOf } = tools;
  return {
    /** Idempotent; an account that a later one has overtaken is refused. */
    project: async (projection: Projection): Promise<void> => {
      const salt = await saltOf?.(projection.complaint.id);
      const { id } = projection.complaint;
      await watched(dataSource, 'projection', id, () =>
        project(dataSource, { ...projection, ...(salt ? { salt } : {}) }),
      );
    },
    /** The next page of a batch, from where it stands. */
    workPage: (order: BatchOrder): Promise<PageOutcome> => workPage(order, tools),
    /** The next page of a back-test, from where it stands; false when that was the last. */
    playPage: (id: string): Promise<boolean> => playPage(id, tools.dataSource),
    ...paperActivities(tools),
  };
}

export type Activities = ReturnType<typeof createActivities>;
