import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label, Labels } from '../api/shapes.js';
import { isProblem, type Problem } from '../api/problem.js';

/** How the pages speak: terms by id, labels of documents, moments. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  return useMemo(() => wordsIn(t, language), [t, language]);
}

/** `language`: what `t` speaks. */
export function wordsIn(t: TFunction, language: string) {
  const zh = language.startsWith('zh');
  /** A word of a known list; an unknown one stays as it is. */
  const term = (list: string, id: string | undefined) => (id ? t(`${list}.${id}`, { defaultValue: id }) : '');
  const label = (one: Label | string | undefined, otherwise = '') =>
    typeof one === 'string' ? one : ((zh ? (one?.zh ?? one?.en) : (one?.en ?? one?.zh)) ?? otherwise);
  const from = (labels: Labels | undefined, id: string | undefined) => (id ? label(labels?.[id], id) : '');
  const problem = (error: unknown) => {
    if (!isProblem(error)) return t('refusal.unknown');
    return t(`refusal.${meant(error)}`, { defaultValue: error.message || t('refusal.unknown'), ...error.params });
  };
  return { t, language, zh, term, label, from, problem, ...punctuation(zh) };
}

/** A list, a name with what it is, and what stands in brackets behind it, as each language writes them. */
export const punctuation = (zh: boolean) => ({
  list: (all: readonly string[]): string => all.join(zh ? '、' : ', '),
  clauses: (all: readonly string[]): string => all.join(zh ? '；' : '; '),
  colon: zh ? '：' : ': ',
  aside: (text: string, more: string): string => (zh ? `${text}（${more}）` : `${text} (${more})`),
});

export type WordsInUse = ReturnType<typeof wordsIn>;

/** The text for a code: some codes come with what makes them another thing. */
function meant({ code, params }: Problem): string {
  if (code === 'stale' && params.revision !== undefined) return 'staleDraft';
  if (code !== 'too-late' || params.clock === undefined) return code;
  return params.until === undefined ? 'periodOver' : 'tooFar';
}
