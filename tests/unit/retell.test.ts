/** A complaint's events, told as a storyline and performed again, are the same events. */
import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { calendarFor, readLibrary } from '../../documents/library.js';
import { parseStoryline } from '../../documents/storylines.js';
import { commands } from '../../domain/complaint/commands/index.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { CorePlayer } from '../../domain/rehearsal/core.js';
import { perform } from '../../domain/rehearsal/perform.js';
import { retell } from '../../domain/rehearsal/retell.js';
import type { Storyline } from '../../domain/rehearsal/storyline.js';

const library = readLibrary(join(import.meta.dirname, '../../rulebooks'));
const known = [...library.rulebooks.keys()];
const examples = [...library.examples].flatMap(([book, all]) =>
  all.map(({ name, yaml }): [string, string] => [`${book}/${name}`, yaml]),
);

const bookOf = (id: string) => {
  const rulebook = library.rulebooks.get(id)?.rulebook;
  if (!rulebook) throw new Error(`no rulebook ${id}`);
  return { rulebook, calendar: calendarFor(library, rulebook) };
};

async function performed(storyline: Storyline) {
  const { rulebook, calendar } = bookOf(storyline.rulebook);
  return await perform(storyline, new CorePlayer(rulebook, calendar));
}

async function again(events: ComplaintEvent[], id: string) {
  const told = retell(events, { title: 'again', rulebook: id, calendar: bookOf(id).rulebook.calendar });
  return await performed(JSON.parse(JSON.stringify(told)) as Storyline);
}

test.each(examples)('%s', async (name, yaml) => {
  const storyline = parseStoryline(yaml, name, known);
  const { events } = await performed(storyline);
  const retold = await again(JSON.parse(JSON.stringify(events)) as ComplaintEvent[], storyline.rulebook);
  expect(retold.events).toEqual(events);
  expect(retold.expectations).toEqual([]);
});

test('each event is brought by one command at most, so that it tells which one it was', () => {
  const all = Object.values(commands).flatMap(({ events }) => events);
  expect(all).toHaveLength(new Set(all).size);
});
