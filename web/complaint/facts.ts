import type { WordsInUse } from '../parts/words.js';
import type { Labels } from './labels.js';

/** Facts in words: 媒体已曝光 · 涉及人数 12. */
export function sayFacts(facts: Record<string, unknown>, { term, zh }: WordsInUse, labels: Labels): string[] {
  const colon = zh ? '：' : ': ';
  return Object.entries(facts).flatMap(([name, value]): string[] => {
    if (value === undefined || value === null || value === false) return [];
    if (value === true) return [term('fact', name)];
    if (typeof value === 'string') return [zh ? term(name, value) : `${term('fact', name)} ${term(name, value)}`];
    if (Array.isArray(value)) {
      return value.length
        ? [term('fact', name) + colon + value.map((one) => labels.person(String(one))).join(zh ? '、' : ', ')]
        : [];
    }
    return typeof value === 'number' ? [term('fact', name) + colon + value.toLocaleString()] : [];
  });
}
