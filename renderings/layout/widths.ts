import type { LayoutColumn } from './layout.js';

/** Words and numbers that should stay on one line, up to this many letters. */
const word = /[\x21-\x7e]{1,20}/g;

/**
 * The widths of a table's columns, together `room`: each at least as wide as its longest number or word in
 * letters of this size (both in one unit), the rest by the shares that the columns ask for.
 */
export function widthsOf(columns: LayoutColumn[], rows: string[][], room: number, size: number): number[] {
  const least = columns.map(({ label }, at) => {
    const longest = Math.max(...[label, ...rows.map((row) => row[at] ?? '')].map(longestWord), 2);
    return longest * size * 0.6 + 2;
  });
  const needed = sum(least);
  // too much even so: shrink all alike, words break then
  if (needed > room) return least.map((width) => (width * room) / needed);
  const shares = sum(columns.map(({ width }) => width)) || 1;
  const wished = columns.map(({ width }) => (room * width) / shares);
  const short = wished.map((width, at) => Math.max(0, (least[at] ?? 0) - width));
  const spare = wished.map((width, at) => Math.max(0, width - (least[at] ?? 0)));
  const taken = sum(short) / (sum(spare) || 1);
  return wished.map((width, at) => width + (short[at] ?? 0) - (spare[at] ?? 0) * taken);
}

const sum = (all: number[]) => all.reduce((total, one) => total + one, 0);

const longestWord = (text: string) => Math.max(0, ...(text.match(word) ?? []).map(({ length }) => length));
