/** A year's calendar is told to the complaints that pin it; who knows it already ignores it. */
import type { BatchTasks } from '../../database/batch-tasks.js';
import type { Complaint } from '../../domain/complaint/state.js';
import type { BatchKind } from './kind.js';
import { readComplaint, tellComplaint } from './telling.js';

export const calendarPublished: BatchKind<BatchTasks['calendarPublished']> = {
  late: true,
  selection: ({ selection }) => selection,
  async work({ task: { calendar: of, year, published }, complaint: id, by }, tools) {
    const complaint = await readComplaint(id, tools);
    const { calendarKey = `${of}:` } = complaint;
    if (!calendarKey.startsWith(`${of}:`) || knownVersion(complaint, year) >= published.version) return;
    const data = { of, year, calendar: published };
    await tellComplaint(complaint, { signal: 'calendarPublished', data, by }, tools);
  },
};

/** The version of a year that a complaint was filed with or told of; 0 for none. */
function knownVersion({ calendarKey = '', calendarYears }: Complaint, year: string): number {
  const filed = new RegExp(`[:,]${year}\\.(\\d+)`).exec(calendarKey)?.[1] ?? 0;
  return Math.max(Number(filed), calendarYears[year]?.version ?? 0);
}
