import type { Rulebook } from '../api/shapes.js';
import type { WordsInUse } from './words.js';

const lists: Record<string, string> = {
  channel: 'channel',
  severity: 'severity',
  reached: 'severity',
  tier: 'tier',
  receivedBy: 'tier',
  lawsuit: 'lawsuit',
  media: 'media',
  moment: 'rulebooks.moment',
};

/** When a rule applies, in words: 来源：电话、来访. */
export function sayCondition(when: unknown, book: Rulebook, words: WordsInUse): string {
  const { t, zh } = words;
  if (typeof when !== 'object' || when === null) return t('rulebooks.always');
  if (Array.isArray(when)) {
    return when
      .map((one) => sayCondition(one, book, words))
      .join(zh ? `；${t('rulebooks.any')} ` : ` ${t('rulebooks.any')} `);
  }
  const comma = zh ? '、' : ', ';
  return Object.entries(when)
    .map(([key, value]) => {
      const name = t(`rulebooks.condition.${key}`, { defaultValue: key });
      const said = [value].flat().map((one) => sayValue(key, one, book, words));
      return `${name}${zh ? '：' : ': '}${said.join(comma)}`;
    })
    .join(zh ? '；' : '; ');
}

function sayValue(key: string, value: unknown, book: Rulebook, words: WordsInUse): string {
  const { t, term, from } = words;
  if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no');
  if (typeof value === 'object' && value !== null) return sayBound(key, value, book, words);
  const id = String(value);
  if (key === 'category') return from(book.categories, id);
  if (key === 'grade') return from(book.grades, id);
  if (key === 'nature') return from(book.natures, id);
  if (key === 'payer') return from(book.payers, id);
  const list = lists[key];
  return list ? term(list, id) : id;
}

/** `{not: ...}` and `{over: 3}`. */
function sayBound(key: string, value: object, book: Rulebook, words: WordsInUse): string {
  const [[name, bound] = ['', '']] = Object.entries(value) as [string, unknown][];
  const what = [bound].flat().map((one) => sayValue(key, one, book, words));
  return words.t(`rulebooks.${name}`, {
    what: what.join(words.zh ? '、' : ', '),
    defaultValue: `${name} ${what.join(', ')}`,
  });
}
