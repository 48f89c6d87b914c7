/** What was measured, a line each. */
import { median, type Measured, type Pair } from './pairs.js';

export interface Row {
  what: string;
  ours: string;
  bare?: string;
  ratio?: number;
  /** The ratio is to be at least, or at most, this. */
  aim?: { least: number } | { most: number };
}

/** Calls a second of both, and the median of the pairs' ratios. */
export function rateRow(what: string, pairs: readonly Pair[], least?: number): Row {
  return rowOf(what, pairs, ({ perSecond }) => perSecond, '/s', least === undefined ? undefined : { least });
}

/** A quantile of both in milliseconds, and the median of the pairs' ratios. */
export function timeRow(what: string, pairs: readonly Pair[], which: 'p50' | 'p99', most?: number): Row {
  return rowOf(`${what}, ${which}`, pairs, (one) => one[which], ' ms', most === undefined ? undefined : { most });
}

function rowOf(
  what: string,
  pairs: readonly Pair[],
  of: (one: Measured) => number,
  unit: string,
  aim: Row['aim'],
): Row {
  const ratio = median(pairs.map(({ ours, bare }) => of(ours) / of(bare)));
  const bare = `${figure(median(pairs.map((one) => of(one.bare))))}${unit}`;
  return {
    what,
    ours: spread(
      pairs.map((one) => of(one.ours)),
      unit,
    ),
    bare,
    ratio,
    ...(aim ? { aim } : {}),
  };
}

/** Median (least–most). */
export function spread(values: readonly number[], unit: string): string {
  return `${figure(median(values))} (${figure(Math.min(...values))}–${figure(Math.max(...values))})${unit}`;
}

export const figure = (value: number): string => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);

export function table(rows: readonly Row[]): string {
  const head = ['what', 'ours: median (least–most)', 'bare: median', 'ratio', 'aim', ''];
  const lines = rows.map(({ what, ours, bare = '', ratio, aim }) => [
    what,
    ours,
    bare,
    ratio?.toFixed(2) ?? '',
    aim === undefined ? '' : 'least' in aim ? `≥ ${aim.least}` : `≤ ${aim.most}`,
    ratio === undefined || aim === undefined ? '' : isReached(ratio, aim) ? 'ok' : 'below',
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => line[i]?.length ?? 0)));
  const shown = (line: string[]) => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [shown(head), shown(widths.map((width) => '-'.repeat(width))), ...lines.map(shown)].join('\n');
}

function isReached(ratio: number, aim: NonNullable<Row['aim']>): boolean {
  return 'least' in aim ? ratio >= aim.least : ratio <= aim.most;
}
