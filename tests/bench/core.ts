/** How long the core takes for a year of one complaint: untouched, and with much happening. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { calendarFor, readLibrary } from '../../documents/library.js';
import { plusDays } from '../../domain/calendar/zone.js';
import { CorePlayer } from '../../domain/rehearsal/core.js';
import { perform } from '../../domain/rehearsal/perform.js';
import type { Step, Storyline } from '../../domain/rehearsal/storyline.js';
import { type Row, spread, table } from './table.js';

const library = readLibrary(join(import.meta.dirname, '../../rulebooks'));
const at = (day: number, time = '10:00:00') => `${plusDays('2026-01-05', day)}T${time}+08:00`;

const untouched = storyline('nobody does anything for a year', [{ at: at(365), expect: { severity: 'major' } }]);

const busy = storyline(
  'every fortnight something happens, for a year',
  Array.from({ length: 26 }, (_, i) => i * 14).flatMap((day): Step[] => [
    { at: at(day, '10:01:00'), tell: 'urged' },
    { at: at(day, '10:02:00'), tell: 'joined', with: { people: day } },
    { at: at(day, '10:03:00'), do: day === 0 ? 'accept' : 'comment', as: 'supervisor', with: { text: '记录进展' } },
    { at: at(day + 1), do: 'suspend', as: 'supervisor', with: { because: 'forceMajeure', reason: '停工' } },
    { at: at(day + 3), do: 'resume', as: 'supervisor' },
  ]),
);

/** The median and the slowest of many runs of each year. */
export async function benchCore(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, story] of Object.entries({ untouched, busy })) {
    const times: number[] = [];
    let events = 0;
    for (let run = 0; run < 60; run++) {
      const begun = performance.now();
      events = (await play(story)).events.length;
      times.push(performance.now() - begun);
    }
    rows.push({ what: `a year on the core, ${name}, ${events} events`, ours: spread(times.slice(10), ' ms') });
  }
  return rows;
}

async function play(story: Storyline) {
  const rulebook = library.rulebooks.get('WY')?.rulebook;
  if (!rulebook) throw new Error('no rulebook WY');
  return perform(story, new CorePlayer(rulebook, calendarFor(library, rulebook)));
}

function storyline(title: string, steps: Step[]): Storyline {
  const receive = { at: at(0), channel: 'phone' as const, text: '电梯反复停运。' };
  return { storyline: title, rulebook: 'WY', calendar: 'CN', receive, steps };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(table(await benchCore()));
