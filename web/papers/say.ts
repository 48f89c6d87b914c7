import type { PaperCell, PaperWords } from '../api/papers.js';
import { dueWall, wallOf } from '../parts/time.js';
import type { WordsInUse } from '../parts/words.js';

/** Words of the house in the reader's language, or a text as it was written. */
export const sayText = (text: string | PaperWords, { zh }: WordsInUse): string =>
  typeof text === 'string' ? text : zh ? text.zh : text.en;

/** 2026-11-16 09:00 */
export function sayDay(moment: string, due = false): string {
  const { date, time } = due ? dueWall(moment) : wallOf(moment);
  return `${date} ${time}`;
}

export function sayCell(cell: PaperCell, words: WordsInUse): string {
  if (cell === null) return '—';
  if (typeof cell === 'number') return cell.toLocaleString('en', { maximumFractionDigits: 2 });
  if (typeof cell === 'string' || 'zh' in cell) return sayText(cell, words);
  if ('moment' in cell) return sayDay(cell.moment);
  if ('date' in cell) return cell.date;
  if ('percent' in cell) return `${cell.percent}%`;
  return cell.complaint.number;
}
