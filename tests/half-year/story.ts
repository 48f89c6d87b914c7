/** What happens in a rehearsed half year: storylines of the library, moved to seeded weeks; some are left lying on the way. */
import type { Library } from '../../documents/library.js';
import { parseStoryline } from '../../documents/storylines.js';
import { day, instant, moment } from '../../domain/calendar/zone.js';
import type { Storyline } from '../../domain/rehearsal/storyline.js';
import type { DemoNode } from '../../database/demo/organisation.js';
import { rulebookAt } from './organisation.js';

export interface Told {
  id: string;
  project: string;
  storyline: Storyline;
}

const week = 7 * day;
/** So many of a hundred become major by a fact when they are filed. */
const majorFacts = 12;
/** So many of a hundred are left lying after some step; of the others each step is left out so often. */
const leftLying = 30;
const leftOut = 8;

/**
 * So many complaints over the weeks from `start` (epoch milliseconds): half of them under the group's own rulebook, the others
 * under all the rest in turn.
 */
export function tellStories(
  library: Library,
  nodes: readonly DemoNode[],
  { complaints, weeks, start, random }: { complaints: number; weeks: number; start: number; random: () => number },
): Told[] {
  const books = [...library.rulebooks.keys()];
  const others = books.filter((id) => id !== 'WY');
  const projects = nodes.filter(({ tier }) => tier === 'project');
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  return Array.from({ length: complaints }, (_, i) => {
    const book = i % 2 === 0 ? 'WY' : (others[((i - 1) / 2) % others.length] as string);
    const example = pick(library.examples.get(book) ?? []);
    const storyline = parseStoryline(example.yaml, example.name, books);
    const began = instant(storyline.receive.at);
    // whole weeks: a Monday stays a Monday
    const wanted = start + Math.floor(random() * weeks) * week;
    const moved = shift(storyline, Math.ceil((wanted - began) / week) * week);
    const project = pick(projects.filter(({ id }) => rulebookAt(nodes, id) === book)).id;
    return { id: `half-year-${i + 1}`, project, storyline: vary(moved, i, random) };
  });
}

function vary(storyline: Storyline, i: number, random: () => number): Storyline {
  const chance = (of100: number) => random() * 100 < of100;
  const lies = chance(leftLying) ? Math.floor(random() * storyline.steps.length) : storyline.steps.length;
  // what it would be merged with is of another story
  const own = storyline.steps.filter((step) => step.do !== 'merge' && step.do !== 'unmerge');
  const steps = own.slice(0, lies).filter(() => !chance(leftOut));
  const { facts, ...receive } = storyline.receive;
  const more = chance(majorFacts) ? { media: 'exposed' as const } : {};
  const all = { ...facts, ...more };
  return {
    ...storyline,
    receive: {
      ...receive,
      ...(Object.keys(all).length > 0 ? { facts: all } : {}),
      text: `第${i + 1}件：${receive.text}`,
    },
    steps,
  };
}

/** Moves every moment in it by so much, milliseconds. */
function shift<T>(value: T, by: number): T {
  if (typeof value === 'string')
    return (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) ? moment(instant(value) + by, zoneOf(value)) : value) as T;
  if (Array.isArray(value)) return value.map((one) => shift(one as unknown, by)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shift(one as unknown, by)])) as T;
}

const zoneOf = (text: string): string => (text.endsWith('+08:00') ? 'Asia/Shanghai' : 'Europe/London');
