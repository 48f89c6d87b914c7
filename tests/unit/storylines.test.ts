/** Every storyline holds on the pure core, and together they show every refusal. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { calendarFor, readLibrary } from '../../documents/library.js';
import { parseStoryline } from '../../documents/storylines.js';
import { refusalCodes } from '../../domain/complaint/refusal.js';
import { CorePlayer } from '../../domain/rehearsal/core.js';
import { perform } from '../../domain/rehearsal/perform.js';

const root = join(import.meta.dirname, '../../rulebooks');
const library = readLibrary(root);
const files = readdirSync(join(root, 'storylines'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);
const read = (name: string) =>
  parseStoryline(readFileSync(join(root, 'storylines', name), 'utf8'), name, [...library.rulebooks.keys()]);

test.each(files)('%s', async (name) => {
  const storyline = read(name);
  const rulebook = library.rulebooks.get(storyline.rulebook)?.rulebook;
  if (!rulebook) throw new Error(`no rulebook ${storyline.rulebook}`);
  const play = () => perform(storyline, new CorePlayer(rulebook, calendarFor(library, rulebook)));
  const rehearsal = await play();
  expect(rehearsal.expectations.filter(({ ok }) => !ok)).toEqual([]);
  expect(rehearsal.expectations.length).toBeGreaterThan(0);
  expect(await play()).toEqual(rehearsal);
});

test('every refusal is shown by a storyline of WY', () => {
  const shown = files
    .filter((name) => name.startsWith('WY/'))
    .flatMap((name) => read(name).steps.map(({ expect: expected }) => expected?.refused?.code));
  expect(refusalCodes.filter((code) => !shown.includes(code))).toEqual([]);
});
