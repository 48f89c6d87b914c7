/** What workflows ask of the world. */
import type { DataSource } from 'typeorm';
import type { Deadline } from '../domain/complaint/deadlines.js';
import type { ComplaintEvent } from '../domain/complaint/events.js';
import type { Complaint } from '../domain/complaint/state.js';
import { type Fence, project } from '../database/project.js';

/** What the read side is told: a complaint as it stands, and the events that brought it there. */
export interface Projection {
  complaint: Complaint;
  events: ComplaintEvent[];
  deadlines: Deadline[];
  /** Which of two accounts of the same events is the later one. */
  fence: Fence;
}

/** The activities on a database. */
export function createActivities({ dataSource }: { dataSource: DataSource }) {
  return {
    /** Idempotent; an account that a later one has overtaken is refused. */
    project: (projection: Projection): Promise<void> => project(dataSource, projection),
  };
}

export type Activities = ReturnType<typeof createActivities>;
