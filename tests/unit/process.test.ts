/** The drawn process of a rulebook holds every move that its storylines make. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { calendarFor, readLibrary } from '../../documents/library.js';
import { arrowsOf, mermaid } from '../../documents/process.js';
import { processPage } from '../../documents/process-page.js';
import { parseStoryline } from '../../documents/storylines.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { transitions } from '../../domain/complaint/statuses.js';
import { CorePlayer } from '../../domain/rehearsal/core.js';
import { perform } from '../../domain/rehearsal/perform.js';

const folder = join(import.meta.dirname, '../../rulebooks');
const library = readLibrary(folder);
const bookOf = (id: string) => {
  const book = library.rulebooks.get(id);
  if (!book) throw new Error(`no rulebook ${id}`);
  return book;
};

/** The moves that events made: from where to where. What closes at once because there is no revisit is one move. */
function movesOf(events: ComplaintEvent[]): string[] {
  const stood = events.reduce<string[]>((all, event) => {
    if (!event.status || event.status === all.at(-1)) return all;
    const atOnce = event.type === 'Closed' && event.because === 'noRevisitStage';
    return [...(atOnce ? all.slice(0, -1) : all), event.status];
  }, []);
  return stood.slice(1).map((to, i) => `${stood[i]} → ${to}`);
}

test.each([...library.rulebooks.keys()])('%s: every move of its storylines is an arrow', async (id) => {
  const { rulebook } = bookOf(id);
  const drawn = new Set(arrowsOf(rulebook).map(({ from, to }) => `${from} → ${to}`));
  const own = join(folder, 'storylines', id);
  for (const name of readdirSync(own)) {
    const storyline = parseStoryline(readFileSync(join(own, name), 'utf8'), name, [id]);
    const { events } = await perform(storyline, new CorePlayer(rulebook, calendarFor(library, rulebook)));
    expect({ name, missing: movesOf(events).filter((move) => !drawn.has(move)) }).toEqual({ name, missing: [] });
  }
});

test.each([...library.rulebooks.keys()])('%s: every arrow is possible at all', (id) => {
  const impossible = arrowsOf(bookOf(id).rulebook).filter(
    ({ from, to }) => from !== to && !transitions[from].includes(to),
  );
  expect(impossible).toEqual([]);
});

test('a rulebook without plans and a second answer that is final draws them so', () => {
  const picture = mermaid(bookOf('HO').rulebook);
  expect(picture).toContain('replied --> negotiating: disagree');
  expect(picture).toContain('negotiating --> carryingOut: reply');
  expect(picture).not.toMatch(/planning|awaitingApproval|unclosed/);
});

test('who may give a command is in the table, with what it hangs on', () => {
  const page = processPage(bookOf('WY'));
  expect(page).toMatch(/\| approveReply \|.*\| channel forum \| WY-4\.5\.3 \|/);
  expect(processPage(bookOf('HO'))).not.toMatch(/^\| suspend \|/m);
  expect(processPage(bookOf('BX'))).toContain('✓ᵃ');
});
