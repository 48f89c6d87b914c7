/** What a draft of a rulebook would have made of complaints told as storylines. */
import { parseArgs } from 'node:util';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { countLives, type Lives, nextLives } from '../database/queries/lives.js';
import { createDataSource } from '../database/data-source.js';
import { differences } from '../documents/differences.js';
import { calendarFor, type Library, readLibrary } from '../documents/library.js';
import { DocumentError } from '../documents/problem.js';
import { parseRulebook } from '../documents/rulebooks.js';
import { parseStoryline } from '../documents/storylines.js';
import { moment } from '../domain/calendar/zone.js';
import { backtest, count, noTotals, type Regime } from '../domain/rehearsal/backtest.js';
import { retell } from '../domain/rehearsal/retell.js';
import type { Storyline } from '../domain/rehearsal/storyline.js';
import { compile } from '../domain/rulebook/compile.js';
import { changesInWords, inWords, totalsInWords } from './backtest-words.js';
import type { Command } from './commands.js';
import { projectFolder } from './paths.js';
import { PlainError, say } from './plain.js';
import { ofHouse } from '../domain/rights/sight.js';

const wrongFile = 2;

const usage =
  'huiyin backtest DRAFT.yaml FOLDER|FILE… [--json], or DRAFT.yaml --database [--from MOMENT] [--to MOMENT] [--project ID] [--json]';

export const command: Command = {
  async run(args, { databaseUrl }) {
    const { values, positionals } = options(args);
    const [draft, ...places] = positionals;
    if (!draft || (places.length === 0) === !values.database)
      throw new PlainError(`Which draft, and which storylines? ${usage}`);
    try {
      const library = readLibrary(join(projectFolder, 'rulebooks'));
      const compared = regimes(draft, library);
      const told = values.database ? lived(databaseUrl, compared, values) : written(places, library);
      await run(compared, told, values.json === true);
      return 0;
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      say(error.message);
      return wrongFile;
    }
  },
};

function options(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { json: flag, database: flag, from: text, to: text, project: text },
    });
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)} ${usage}`);
  }
}

/** One that is played: where it was found, and out of how many. */
interface Told {
  from: object;
  storyline: Storyline;
  total: number;
}

type Compared = ReturnType<typeof regimes>;

async function run({ document, before, after }: Compared, all: AsyncIterable<Told>, json: boolean): Promise<void> {
  const changed = differences(before.document, document);
  const print = (value: object, words: string) => process.stdout.write(json ? `${JSON.stringify(value)}\n` : words);
  const versions = { inForce: before.document.version, draft: document.version };
  print({ rulebook: document.rulebook, versions, differences: changed }, `${changesInWords(document, changed)}\n`);
  const totals = noTotals();
  let passedOver = 0;
  let done = 0;
  for await (const { from, storyline, total } of all) {
    progress(++done, total);
    if (storyline.rulebook !== document.rulebook) {
      passedOver++;
      continue;
    }
    const comparison = await backtest(storyline, before, after);
    count(totals, comparison);
    print({ ...from, ...comparison }, inWords(comparison));
  }
  print({ totals, passedOver }, totalsInWords(totals, passedOver));
}

/** Storylines as files. */
async function* written(places: string[], library: Library): AsyncIterable<Told> {
  const files = places.flatMap(storylineFiles);
  for (const file of files) {
    const storyline = parseStoryline(textOf(file), file, [...library.rulebooks.keys()]);
    yield await Promise.resolve({ from: { file }, storyline, total: files.length });
  }
}

/** The complaints of a database, as they went and on until now. */
async function* lived(
  url: string | undefined,
  { document, after }: { document: { rulebook: string }; after: Regime },
  { from, to, project }: { from?: string; to?: string; project?: string },
): AsyncIterable<Told> {
  if (!url) throw new PlainError('Give the address of a PostgreSQL database with DATABASE_URL.');
  for (const at of [from, to]) {
    if (at !== undefined && Number.isNaN(Date.parse(at))) throw new PlainError(`"${at}" is no moment. ${usage}`);
  }
  const dataSource = await createDataSource({ url, poolSize: 1, name: 'huiyin backtest' }).initialize();
  try {
    const lives: Lives = {
      rulebook: document.rulebook,
      sight: { ...ofHouse, projects: project === undefined ? null : [project] },
      from,
      to,
    };
    const total = await countLives(dataSource, lives);
    const { id: calendar, zone } = after.calendar;
    const until = moment(Date.now(), zone);
    for (let last = ''; ;) {
      const page = await nextLives(dataSource, lives, { after: last, limit: 200 });
      for (const { id, number, events } of page) {
        const storyline = retell(events, { title: number, rulebook: document.rulebook, calendar, until });
        yield { from: { complaint: id }, storyline, total };
        last = id;
      }
      if (page.length === 0) return;
    }
  } finally {
    await dataSource.destroy();
  }
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
    throw new DocumentError(file, [{ line: 1, path: '', message: 'cannot be read', zh: '无法读取' }]);
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
