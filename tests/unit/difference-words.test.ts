/** What one version of a rulebook changes against another is said in the reader's language, key by key. */
import { expect, test } from '@jest/globals';
import i18next from 'i18next';
import { differences } from '../../documents/differences.js';
import { readLibrary } from '../../documents/library.js';
import { paperKinds, kinds } from '../../domain/paper/kinds.js';
import type { RulebookDocument } from '../../domain/rulebook/document.js';
import type { Difference, Rulebook } from '../../web/api/shapes.js';
import { en } from '../../web/language/en/index.js';
import { zh } from '../../web/language/zh/index.js';
import { wordsIn, type WordsInUse } from '../../web/parts/words.js';
import { sayChange, sayPath, withRemoved } from '../../web/rulebooks/versions/rules.js';

const { rulebooks } = readLibrary(new URL('../../rulebooks', import.meta.url).pathname);
const documents = [...rulebooks.values()].map(({ document }) => document);
const bare = { zone: '', calendar: '', clauses: {}, categories: {}, decisions: {} };

async function speaking(lng: 'zh' | 'en'): Promise<WordsInUse> {
  const i18n = i18next.createInstance();
  const resources = { zh: { translation: zh }, en: { translation: en } };
  await i18n.init({ lng, fallbackLng: false, resources, interpolation: { escapeValue: false } });
  return wordsIn(i18n.t, lng);
}

/** All that is said of what differs, a line for each rule. */
function said(before: object, after: RulebookDocument, words: WordsInUse): string[] {
  const items = differences(before as RulebookDocument, after) as Difference[];
  const book = withRemoved(after as unknown as Rulebook, items);
  return items.map((one) => {
    const change = sayChange(one, book, words);
    return [sayPath(one.path, one.rules?.after ?? one.rules?.before, book, words), change.before, change.after].join(
      ' | ',
    );
  });
}

// ids of clauses and places, which are the same in every language
const ids = /\b[A-Z]{2}-[\w.]+|\bAsia\/\w+|\bEurope\/\w+|\bCN\b|\bGB\b/g;
const own: object = {
  hours: { opens: '09:00', closes: '18:00' },
  restricted: { to: { project: ['supervisor'], group: ['hq'] }, when: { accused: true }, clauses: ['SY-3.3'] },
  notices: {
    'DeadlineMissed:reply': { firstReceiver: ['inbox'], hq: [] },
    'SeverityRaised:hot': { assisting: ['robot'] },
  },
};

test.each(documents.map((one) => [one.rulebook, one] as const))('%s, from nothing and back', async (_, document) => {
  const whole = { ...document, ...own };
  for (const [before, after] of [
    [bare, whole],
    [
      { ...whole, clocks: {} },
      { ...document, ...bare },
    ],
  ] as const) {
    const chinese = said(before, after, await speaking('zh'));
    const english = said(before, after, await speaking('en'));
    // one is written in English alone
    if (document.title.zh) expect(chinese.filter((line) => /[A-Za-z]{2,}/.test(line.replace(ids, '')))).toEqual([]);
    expect(english.filter((line) => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(line))).toEqual([]);
    expect(chinese).toHaveLength(english.length);
  }
});

test('an entry is called by its name, and told in words', async () => {
  const after = documents.find(({ rulebook }) => rulebook === 'WY') as RulebookDocument;
  const before = { ...after, categories: {}, severities: {}, bulletins: undefined };
  const lines = said(before, { ...after, ...own }, await speaking('zh'));
  for (const line of [
    '级别怎样上升 · 重大 |  | 告知层级：集团；升级的情况：已起诉、媒体已曝光、涉及人数 ≥ 10',
    '工作时间 · 开始 |  | 09:00',
    '通知 · 超时（回复） |  | 首问责任人：站内消息；集团：不通知',
  ])
    expect(lines.filter((one) => one.split(' |')[0] === line.split(' |')[0])).toEqual([line]);
});

test('where only clauses change, these are told; where only another language does, what is written', async () => {
  const words = await speaking('zh');
  const book = {} as Rulebook;
  const one = { path: 'grounds.x', change: 'changed', clauses: [], before: '甲 / A (WY-1)', after: '甲 / A (WY-2)' };
  const rules = (clauses: string[], name: string) => ({ zh: '甲', en: name, clauses });
  expect(
    sayChange(
      { ...one, rules: { before: rules(['WY-1'], 'A'), after: rules(['WY-2'], 'A') } } as Difference,
      book,
      words,
    ),
  ).toEqual({ before: '甲（WY-1）', after: '甲（WY-2）' });
  expect(
    sayChange(
      { ...one, rules: { before: rules(['WY-1'], 'A'), after: rules(['WY-1'], 'B') } } as Difference,
      book,
      words,
    ),
  ).toEqual({ before: one.before, after: one.after });
});

test('papers are called as they are titled', () => {
  const titles = (language: 'zh' | 'en') =>
    Object.fromEntries(paperKinds.map((kind) => [kind, kinds[kind].title[language]]));
  expect([zh.differences.paper, en.differences.paper]).toEqual([titles('zh'), titles('en')]);
});
