/** What came of a rehearsed half year, as a table. */
import { dateOf } from '../../domain/calendar/zone.js';
import type { Outcome } from './rehearse.js';

const zone = 'Asia/Shanghai';

export function inWords(outcome: Outcome): string {
  const { asked, from, to, killed, papers, longest, ahead, deeds, faults } = outcome;
  const made = papers.reduce((sum, one) => sum + one.made, 0);
  const late = papers.reduce((sum, one) => sum + one.late, 0);
  const slowest = (pick: (death: Outcome['killed'][number]) => number) => Math.max(0, ...killed.map(pick));
  const rows: [string, string | number][] = [
    ['simulated', `${dateOf(from, zone)} to ${dateOf(to, zone)} (${asked.weeks} weeks, seed ${asked.seed})`],
    ['complaints', `${deeds.filed} filed under ${outcome.rulebooks} rulebooks, ${outcome.major} became major`],
    ['commands', `${deeds.accepted} accepted, ${deeds.refused} refused by their rulebooks`],
    ['bulletins called for', outcome.bulletins],
    ['papers of duties owed', `${outcome.duties} by ${outcome.schedules} Schedules`],
    ['papers made', `${made}, ${late} issued late and marked so; ${outcome.steps} steps of people`],
    ['longest between bulletins', `${hours(longest.called)} called for, ${hours(longest.issued)} issued`],
    ['… of those not marked late', hours(longest.punctual)],
    ['called for ahead of time', `${ahead.bulletins} by their workflow's own clock, by ${hours(ahead.most)} at most`],
    [
      'deaths',
      `${killed.length} (${partsOf(killed)}), ${killed.filter(({ outage }) => outage > 0).length} with an outage`,
    ],
    [
      'recovered in at most',
      `${slowest(({ recovery }) => recovery)} ms, caught up in ${slowest(({ caughtUp }) => caughtUp)} ms`,
    ],
    ['moments lived through', outcome.stops],
    ['wall time', `${outcome.seconds.toFixed(0)} s`],
    ['faults', faults.length],
  ];
  const lines = rows.map(([name, value]) => `${name.padEnd(28)} ${value}`);
  const kinds = papers.map((one) =>
    [
      one.kind.padEnd(28),
      String(one.made).padStart(6),
      String(one.issued).padStart(8),
      String(one.late).padStart(6),
    ].join(''),
  );
  const heading = ['paper'.padEnd(28), 'made'.padStart(6), 'issued'.padStart(8), 'late'.padStart(6)].join('');
  const wrong = faults.slice(0, 50).map((fault) => `! ${fault}`);
  return `${[...lines, '', heading, ...kinds, ...wrong].join('\n')}\n`;
}

const hours = (n: number): string => `${n.toFixed(2)} h`;

function partsOf(killed: Outcome['killed']): string {
  const count = new Map<string, number>();
  for (const { part } of killed) count.set(part, (count.get(part) ?? 0) + 1);
  return [...count].map(([part, n]) => `${part} ${n}`).join(', ');
}
