/** Full text for Chinese, English, numbers and phones alike: single characters and pairs of them. */

const separators = /[\s\p{P}\p{S}\p{C}]+/u;
const han = /\p{Script=Han}/u;

/** One case, one width; words apart by single spaces. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().split(separators).filter(Boolean).join(' ');
}

/** The grams of a folded text: each pair of neighbours within a word, each Chinese character, each lone character. */
export function grams(text: string): string[] {
  const found = new Set<string>();
  for (const word of text.split(' ')) {
    const characters = [...word];
    characters.forEach((character, i) => {
      const next = characters[i + 1];
      if (han.test(character) || characters.length === 1) found.add(character);
      if (next !== undefined) found.add(character + next);
    });
  }
  return [...found];
}

/** What a query asks of the index and, exactly, of the text: every word of it, as part of a word or whole. */
export function wanted(query: string): { grams: string[]; words: string[] } {
  const words = [...new Set(folded(query).split(' '))].filter(Boolean).slice(0, 20);
  const pairs = words.flatMap((word) => {
    const all = grams(word);
    const long = all.filter((gram) => [...gram].length > 1);
    return long.length > 0 ? long : all;
  });
  return { grams: [...new Set(pairs)], words };
}
