import type { WordsInUse } from '../parts/words.js';

/** A fact that raises the severity: 涉及人数 ≥ 10. */
export function sayFact(fact: string, is: unknown, { term }: Pick<WordsInUse, 'term'>): string {
  const name = term('fact', fact);
  if (is === true) return name;
  if (fact === 'lawsuit' || fact === 'media') return term(fact, String(is));
  return `${name} ≥ ${String(is)}`;
}
