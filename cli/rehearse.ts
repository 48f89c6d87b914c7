/** `huiyin rehearse FILE… [--json] [--engine]`: plays storylines and tells whether all that they expect comes about. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendarFor, type Library, readLibrary } from '../documents/library.js';
import { DocumentError } from '../documents/problem.js';
import { parseStoryline } from '../documents/storylines.js';
import { CorePlayer } from '../domain/rehearsal/core.js';
import { perform, type Rehearsal } from '../domain/rehearsal/perform.js';
import type { Storyline } from '../domain/rehearsal/storyline.js';
import type { Command } from './commands.js';
import type { Settings } from './environment.js';
import { projectFolder } from './paths.js';
import { PlainError, say } from './plain.js';
import { EnginePlayer } from './rehearsal/engine-player.js';
import { type EngineStage, openEngineStage } from './rehearsal/engine-stage.js';

const wrongFile = 2;

export const command: Command = {
  async run(args, settings) {
    const { files, json, engine } = options(args);
    const library = readLibrary(join(projectFolder, 'rulebooks'));
    let storylines: Storyline[];
    try {
      storylines = files.map((file) => read(file, library));
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      say(error.message);
      return wrongFile;
    }
    const rehearsals = await play(storylines, library, engine ? settings : undefined);
    for (const rehearsal of rehearsals)
      process.stdout.write(json ? `${JSON.stringify(rehearsal)}\n` : inWords(rehearsal));
    return rehearsals.every(({ ok }) => ok) ? 0 : 1;
  },
};

function options(args: string[]): { files: string[]; json: boolean; engine: boolean } {
  const files = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.find((arg) => arg.startsWith('--') && !['--json', '--engine'].includes(arg));
  if (unknown) throw new PlainError(`rehearse does not know ${unknown}; it knows --json and --engine.`);
  if (files.length === 0) throw new PlainError('Which storylines? huiyin rehearse FILE… [--json] [--engine]');
  return { files, json: args.includes('--json'), engine: args.includes('--engine') };
}

function read(file: string, library: Library): Storyline {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new DocumentError(file, [{ line: 1, path: '', message: 'cannot be read', zh: '无法读取' }]);
  }
  return parseStoryline(text, file, [...library.rulebooks.keys()], [...library.calendars.keys()]);
}

async function play(storylines: Storyline[], library: Library, settings: Settings | undefined): Promise<Rehearsal[]> {
  const stage = settings && (await openEngineStage(settings));
  try {
    return await inParallel(storylines, stage ? 8 : 1, (storyline, i) => playOne(storyline, library, stage, i));
  } finally {
    await stage?.stop();
  }
}

async function playOne(
  storyline: Storyline,
  library: Library,
  stage: EngineStage | undefined,
  i: number,
): Promise<Rehearsal> {
  const rulebook = library.rulebooks.get(storyline.rulebook)?.rulebook;
  if (!rulebook) throw new Error(`no rulebook ${storyline.rulebook}`);
  const calendar = calendarFor(library, rulebook);
  if (!stage) return perform(storyline, new CorePlayer(rulebook, calendar));
  const player = new EnginePlayer(stage, `${stage.taskQueue}-${i}`, rulebook, calendar);
  try {
    return await perform(storyline, player);
  } finally {
    await player.end();
  }
}

/** For people: the way it went, and what did not come about. */
function inWords({ storyline, ok, complaint, events, expectations }: Rehearsal): string {
  const lines = events.map(
    ({ at, type, clauses }) => `  ${at}  ${type}${clauses.length > 0 ? `  ${clauses.join(' ')}` : ''}`,
  );
  const failed = expectations
    .filter((one) => !one.ok)
    .map(
      ({ at, path, expected, actual }) =>
        `  ✗ ${at}  ${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`,
    );
  const verdict = ok
    ? `✓ all ${expectations.length} expectations hold`
    : `✗ ${failed.length} of ${expectations.length} expectations do not hold`;
  return `${storyline} (${complaint.rulebook.id})\n${[...lines, ...failed].join('\n')}\n${verdict}\n\n`;
}

/** Results in order; an engine waits more than it works, so several are played at once. */
async function inParallel<A, B>(all: A[], width: number, work: (one: A, i: number) => Promise<B>): Promise<B[]> {
  const results: B[] = [];
  const left = [...all.entries()];
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) results[next[0]] = await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: Math.min(width, all.length) }, lane));
  return results;
}
