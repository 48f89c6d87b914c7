/** Every storyline holds on the pure core. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { calendarFor, readLibrary } from '../../documents/library.js';
import { parseStoryline } from '../../documents/storylines.js';
import { CorePlayer } from '../../domain/rehearsal/core.js';
import { perform } from '../../domain/rehearsal/perform.js';

const root = join(import.meta.dirname, '../../rulebooks');
const library = readLibrary(root);
const files = readdirSync(join(root, 'storylines'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

test.each(files)('%s', async (name) => {
  const text = readFileSync(join(root, 'storylines', name), 'utf8');
  const storyline = parseStoryline(text, name, [...library.rulebooks.keys()]);
  const rulebook = library.rulebooks.get(storyline.rulebook)?.rulebook;
  if (!rulebook) throw new Error(`no rulebook ${storyline.rulebook}`);
  const rehearsal = await perform(storyline, new CorePlayer(rulebook, calendarFor(library, rulebook)));
  expect(rehearsal.expectations.filter(({ ok }) => !ok)).toEqual([]);
});
