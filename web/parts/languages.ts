import type { Language } from '../app/preferences.js';
import { useWords } from './words.js';

/** The languages in which the house writes, to choose from. */
export function useLanguages(): { value: Language; label: string }[] {
  const { term } = useWords();
  return (['zh', 'en'] as const).map((value) => ({ value, label: term('languageName', value) }));
}
