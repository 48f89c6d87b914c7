import type { WordsInUse } from '../parts/words.js';

const kinds: [RegExp, string][] = [
  [/^(45009|45033|130101|660026|11232|9499|429)\b/, 'tooFast'],
  [/^(310000|19021)\b/, 'sign'],
  [/^(93000|93017|300001|300005|400101|400102|19001)\b/, 'notOurs'],
  [/inside the operator/, 'inside'],
  [/^no answer in time|timeout/i, 'silent'],
  [/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ECONNRESET/, 'away'],
  [/ENOTFOUND|EAI_AGAIN/, 'noName'],
  [/^410\b/, 'gone'],
  [/^55\d\b/, 'bounced'],
  [/^4[25]\d\b/, 'later'],
  [/^5\d\d$/, 'fault'],
  [/^40[134]$/, 'refused'],
];

/** What the other side said, in the reader's words, with what it said behind it. */
export function sayProblem(problem: string, { t }: WordsInUse): string {
  const kind = kinds.find(([pattern]) => pattern.test(problem))?.[1];
  return kind ? t('channels.said', { what: t(`channels.problem.${kind}`), said: problem }) : problem;
}
