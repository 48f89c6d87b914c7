import type { WordsInUse } from '../parts/words.js';

/** A fact that raises the severity: 涉及人数 ≥ 10. */
export function sayFact(fact: string, is: unknown, { term, zh }: Pick<WordsInUse, 'term' | 'zh'>): string {
  const name = term('fact', fact);
  if (is === true) return name;
  // what is said of them in Chinese names them
  if (fact === 'lawsuit' || fact === 'media') return `${zh ? '' : `${name}: `}${term(fact, String(is))}`;
  return `${name} ≥ ${String(is)}`;
}
