import type { Rulebook } from '../rulebook/rulebook.js';

/** The first word of an input that the rulebook does not know. */
export function unknownTerm(
  rulebook: Rulebook,
  words: { category?: string; grade?: string; unit?: string },
): { path: string; detail: string } | undefined {
  const lists: [string, string | undefined, string[]][] = [
    ['category', words.category, rulebook.categories],
    ['grade', words.grade, rulebook.grades],
    ['unit', words.unit, rulebook.units],
  ];
  for (const [path, word, known] of lists) {
    if (word === undefined || known.length === 0 || known.includes(word)) continue;
    return { path, detail: `${path} "${word}" is none of this rulebook's: ${known.join(', ')}.` };
  }
  return undefined;
}
