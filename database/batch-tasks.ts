/** What a batch of each kind is to do, as it stands in `batches.task`. */
import type { CalendarYear } from '../domain/calendar/calendar.js';
import type { Selection } from './queries/selection.js';

export interface BatchTasks {
  /** A year's calendar is told to the complaints that pin it. */
  calendarPublished: { selection: Selection; calendar: string; year: string; published: CalendarYear };
}

export type BatchKindName = keyof BatchTasks;
