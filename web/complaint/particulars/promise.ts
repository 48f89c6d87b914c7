import type { CustomerPromise } from '../../api/shapes.js';
import { sayExactly } from '../../parts/time.js';
import type { WordsInUse } from '../../parts/words.js';

/** 回复 3月4日（周三）18:00 */
export function sayPromise(promise: CustomerPromise | undefined, words: WordsInUse): string {
  const { t, term } = words;
  if (!promise) return t('ledger.nothingPromised');
  const what = promise.clock === 'agreed' ? t('complaint.agreed') : term('clock', promise.clock);
  return promise.due === undefined ? `${what} ${t('ledger.later')}` : `${what} ${sayExactly(promise.due, words, true)}`;
}
