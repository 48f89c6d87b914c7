/** What a complaint's text is made of, for its likeness to others. */
import { type Place, placesOf, plain } from './places.js';
import { commonWords, faults, homeWords, sharedThings, things, type Vocabulary } from './vocabulary.js';

/** What likeness knows of a complaint. */
export interface Account {
  id: string;
  number?: string;
  project: string;
  category?: string;
  text: string;
  /** The complainant's own address and room: where it is, if the text does not say. */
  address?: string;
  room?: string;
  /** Epoch milliseconds. */
  arrivedAt: number;
  /** Who it is, by every mark that tells them apart: see `complainantKeys`. */
  complainant: string[];
}

export interface Features {
  things: Set<string>;
  faults: Set<string>;
  /** Where the text says it is, else where the complainant lives. */
  place: Place;
  /** The place is the complainant's own, not one that the text names. */
  assumed: boolean;
  atHome: boolean;
  shared: boolean;
  room?: string;
  /** Pairs of characters, numbers and plates, with how much each tells. */
  grams: Map<string, number>;
}

const finder = (vocabulary: Vocabulary) => {
  const named = Object.entries(vocabulary).flatMap(([name, words]) => words.split(' ').map((word) => ({ name, word })));
  return named.sort((a, b) => b.word.length - a.word.length);
};
const thingWords = finder(things);
const faultWords = finder(faults);
const common = new Set(commonWords);
const han = /\p{Script=Han}/u;
const empty = new Set([
  ...'的了是在有我你他她它们这那就也还都很又不没吗呢吧啊呀和与及被把让给从到对为以上下来去说要会能',
]);

/** The names whose words a text has; a word found is not found again as part of another. */
function found(text: string, words: { name: string; word: string }[]): Set<string> {
  let rest = text;
  const names = new Set<string>();
  for (const { name, word } of words) {
    if (!rest.includes(word)) continue;
    names.add(name);
    rest = rest.replaceAll(word, '·');
  }
  return names;
}

/** Reads a complaint once; compare the outcome as often as needed. */
export function featuresOf({ text, address, room }: Pick<Account, 'text' | 'address' | 'room'>): Features {
  const said = plain(text);
  const named = found(said, thingWords);
  const told = placesOf(said);
  const shared = [...named].some((name) => sharedThings.includes(name));
  const atHome = homeWords.some((word) => said.includes(word));
  const home = placesOf([address, room].filter(Boolean).join(' '));
  const lone = /^\d{3,4}$/.exec((room ?? '').trim())?.[0];
  const assumed = !told.building && !shared && home.building !== undefined;
  const place: Place = assumed
    ? { ...told, building: home.building, unit: told.unit ?? home.unit }
    : { ...told, unit: told.unit ?? (told.building && told.building === home.building ? home.unit : undefined) };
  return {
    things: named,
    faults: found(said, faultWords),
    place,
    assumed,
    atHome,
    shared,
    room: told.room ?? home.room ?? lone,
    grams: gramsOf(said),
  };
}

/** A gram tells more the less often it is said: common words and particles hardly count. */
function gramsOf(said: string): Map<string, number> {
  const grams = new Map<string, number>();
  for (const word of said.split(/[\p{P}\p{S}]+/u).filter(Boolean)) {
    for (const token of word.match(/[a-z0-9]{2,}/g) ?? []) grams.set(token, token.length >= 5 ? 3 : 1);
    const characters = [...word];
    characters.forEach((character, i) => {
      const next = characters[i + 1];
      if (next === undefined || !han.test(character) || !han.test(next)) return;
      grams.set(character + next, weightOf(character, next));
    });
  }
  return grams;
}

function weightOf(first: string, second: string): number {
  if (common.has(first + second)) return 0.2;
  if (empty.has(first) && empty.has(second)) return 0.05;
  return empty.has(first) || empty.has(second) ? 0.3 : 1;
}

/** The words by which complaints on the same matter may be found: all that mean what this text speaks of. */
export function telling(text: string): string[] {
  const said = plain(text);
  const words = (vocabulary: Vocabulary, names: Set<string>) => [...names].flatMap((name) => vocabulary[name] ?? []);
  const of = words(things, found(said, thingWords));
  return of.length > 0 ? of : words(faults, found(said, faultWords));
}
