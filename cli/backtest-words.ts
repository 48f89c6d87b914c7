/** A back-test told to people, in lines. */
import type { Difference } from '../documents/differences.js';
import type { Comparison, Totals } from '../domain/rehearsal/backtest.js';
import type { RulebookDocument } from '../domain/rulebook/document.js';

/** What the draft changes, rule by rule. */
export function changesInWords({ rulebook, version }: RulebookDocument, changed: Difference[]): string {
  const lines = changed.map(({ path, change, before, after, clauses }) => {
    const cited = clauses.length > 0 && change !== 'changed' ? ` (${clauses.join(', ')})` : '';
    if (change === 'added') return `  + ${path}: ${after}${cited}\n`;
    return change === 'removed' ? `  - ${path}: ${before}${cited}\n` : `  ~ ${path}: ${before} → ${after}\n`;
  });
  const head = `${rulebook}, draft of version ${version}, against the one in force\n`;
  return head + (lines.length > 0 ? lines.join('') : '  no rule differs\n');
}

/** What would have gone differently for one. */
export function inWords({ storyline, moved, missed, rungs, refused }: Comparison): string {
  const lines = [
    ...moved.map(({ clock, round, change, before, after }) => {
      const nth = round > 1 ? ` (round ${round})` : '';
      return `  ${clock}${nth} ${change}: ${[before, after].filter(Boolean).join(' → ')}`;
    }),
    ...sides('missed', missed),
    ...sides('rung', rungs),
    ...sides('refused', refused),
  ];
  return lines.length > 0 ? `${storyline}\n${lines.join('\n')}\n\n` : '';
}

const sides = (what: string, { more, fewer }: { more: string[]; fewer: string[] }): string[] => [
  ...more.map((one) => `  + ${what}: ${one}`),
  ...fewer.map((one) => `  - ${what}: ${one}`),
];

/** All of it added up. */
export function totalsInWords({ storylines, same, clocks, rungs, refused }: Totals, passedOver: number): string {
  const told = (counts: Record<string, number>) =>
    Object.entries(counts)
      .filter(([, n]) => n > 0)
      .map(([name, n]) => `${words[name] ?? name} ${n}`)
      .join(', ');
  const lines = [
    `${storylines} played, ${same} without a difference${passedOver ? `, ${passedOver} of other rulebooks passed over` : ''}`,
    ...Object.entries(clocks).map(([clock, counts]) => `  ${clock}: ${told(counts)}`),
    ...Object.entries(rungs).map(([severity, counts]) => `  rung ${severity}: ${told(counts)}`),
    ...(refused.more + refused.fewer > 0 ? [`  refused: ${told(refused)}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const words: Record<string, string> = { missedMore: 'missed more', missedFewer: 'missed fewer' };
