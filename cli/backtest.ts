/** What a draft of a rulebook would have made of complaints told as storylines. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Difference, differences } from '../documents/differences.js';
import { calendarFor, type Library, readLibrary } from '../documents/library.js';
import { DocumentError } from '../documents/problem.js';
import { parseRulebook } from '../documents/rulebooks.js';
import { parseStoryline } from '../documents/storylines.js';
import { backtest, type Comparison, count, noTotals, type Totals } from '../domain/rehearsal/backtest.js';
import { compile } from '../domain/rulebook/compile.js';
import type { RulebookDocument } from '../domain/rulebook/document.js';
import type { Command } from './commands.js';
import { projectFolder } from './paths.js';
import { PlainError, say } from './plain.js';

const wrongFile = 2;

export const command: Command = {
  async run(args) {
    const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--json');
    if (unknown) throw new PlainError(`backtest does not know ${unknown}; it knows --json.`);
    const [draft, ...places] = args.filter((arg) => !arg.startsWith('--'));
    if (!draft || places.length === 0)
      throw new PlainError('Which draft, and which storylines? huiyin backtest DRAFT.yaml FOLDER|FILE… [--json]');
    try {
      await run(draft, places, args.includes('--json'));
      return 0;
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      say(error.message);
      return wrongFile;
    }
  },
};

async function run(draft: string, places: string[], json: boolean): Promise<void> {
  const library = readLibrary(join(projectFolder, 'rulebooks'));
  const { document, before, after } = regimes(draft, library);
  const changed = differences(before.document, document);
  const print = (value: object, words: string) => process.stdout.write(json ? `${JSON.stringify(value)}\n` : words);
  const versions = { inForce: before.document.version, draft: document.version };
  print({ rulebook: document.rulebook, versions, differences: changed }, `${changesInWords(document, changed)}\n`);
  const files = places.flatMap(storylineFiles);
  const totals = noTotals();
  let passedOver = 0;
  for (const [i, file] of files.entries()) {
    progress(i + 1, files.length);
    const storyline = parseStoryline(textOf(file), file, [...library.rulebooks.keys()]);
    if (storyline.rulebook !== document.rulebook) {
      passedOver++;
      continue;
    }
    const comparison = await backtest(storyline, before, after);
    count(totals, comparison);
    print({ file, ...comparison }, inWords(comparison));
  }
  print({ totals, passedOver }, totalsInWords(totals, passedOver));
}

function regimes(file: string, library: Library) {
  const zones = new Map([...library.calendars].map(([id, { zone }]) => [id, zone]));
  const document = parseRulebook(textOf(file), file, zones);
  const known = library.rulebooks.get(document.rulebook);
  if (!known) throw new PlainError(`No rulebook ${document.rulebook} is in force that it could be compared with.`);
  const rulebook = compile(document);
  return {
    document,
    before: { ...known, calendar: calendarFor(library, known.rulebook) },
    after: { rulebook, calendar: calendarFor(library, rulebook) },
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new DocumentError(file, [{ line: 1, path: '', message: 'cannot be read' }]);
  }
}

/** A file itself, or all YAML files below a folder. */
function storylineFiles(place: string): string[] {
  if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) return [place];
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(place, name));
}

function progress(done: number, all: number): void {
  if (!process.stderr.isTTY || all < 100) return;
  if (done % 50 === 0) process.stderr.write(`\r${'█'.repeat((20 * done) / all).padEnd(20, '░')} ${done} of ${all}`);
  if (done === all) process.stderr.write('\r\x1b[K');
}

function changesInWords({ rulebook, version }: RulebookDocument, changed: Difference[]): string {
  const lines = changed.map(({ path, change, before, after, clauses }) => {
    const cited = clauses.length > 0 && change !== 'changed' ? ` (${clauses.join(', ')})` : '';
    if (change === 'added') return `  + ${path}: ${after}${cited}\n`;
    return change === 'removed' ? `  - ${path}: ${before}${cited}\n` : `  ~ ${path}: ${before} → ${after}\n`;
  });
  const head = `${rulebook}, draft of version ${version}, against the one in force\n`;
  return head + (lines.length > 0 ? lines.join('') : '  no rule differs\n');
}

function inWords({ storyline, moved, missed, rungs, refused }: Comparison): string {
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

function totalsInWords({ storylines, same, clocks, rungs, refused }: Totals, passedOver: number): string {
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
