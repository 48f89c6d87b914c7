import type { WordsInUse } from './words.js';

/** A day off of the calendar: the statutory ones in the reader's language, others as they were named. */
export function sayHoliday(name: string | undefined, { zh, term }: WordsInUse): string {
  if (!name || zh) return name ?? '';
  const holiday = name.replace(/调休$/, '');
  const said = term('holiday', holiday);
  return said === holiday ? name : said;
}
