/** A year's calendar is told to the complaints that pin it; who knows it already ignores it. */
import type { BatchTasks } from '../../database/batch-tasks.js';
import type { SignalData } from '../../domain/complaint/signals.js';
import type { BatchKind } from './kind.js';

export const calendarPublished: BatchKind<BatchTasks['calendarPublished']> = {
  late: true,
  selection: ({ selection }) => selection,
  async work({ task: { calendar: of, year, published }, complaint, by }, { client }) {
    const data: SignalData['calendarPublished'] = { of, year, calendar: published };
    await client.workflow.getHandle(complaint).signal('calendarPublished', { data, source: by });
  },
};
