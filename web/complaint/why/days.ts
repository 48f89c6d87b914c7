import type { Stretch } from '../../api/shapes.js';
import { shift, wallOf } from '../../parts/time.js';

export interface Day {
  date: string;
  counted: boolean;
  reason: string;
  name?: string;
  /** The how-manieth that counts. */
  nth?: number;
}

const most = 400;

/** Stretches, day by day. */
export function daysOf(stretches: Stretch[]): Day[] {
  let nth = 0;
  const days: Day[] = [];
  for (const { from, to, counted, reason, name } of stretches) {
    const last = lastDate(to);
    for (let date = wallOf(from).date; date <= last && days.length < most; date = shift(date, 1)) {
      days.push({ date, counted, reason, ...(name ? { name } : {}), ...(counted ? { nth: ++nth } : {}) });
    }
  }
  return days;
}

/** A stretch that ends at midnight ends with the day before. */
function lastDate(to: string): string {
  const { date, time } = wallOf(to);
  return time === '00:00' ? shift(date, -1) : date;
}

/** Whether a period was counted by days; else it ran by the clock, within a day or hour by hour. */
export const byDays = (stretches: Stretch[]): boolean =>
  !stretches.some(({ reason }) => reason === 'running') &&
  (daysOf(stretches).length > 1 || stretches[0]?.reason === 'startDay');
