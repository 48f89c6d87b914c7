/** Notices say the same in every language: the same facts, in the words of the pages, with nothing of another language. */
import { expect, test } from '@jest/globals';
import { mailOf } from '../../courier/delivery/senders/mail.js';
import type { DueNotice } from '../../database/queries/deliveries.js';
import { sayOfReset } from '../../domain/account/telling.js';
import { contentIn, type NoticeContent } from '../../domain/notice/content.js';
import { sayDeadAddress } from '../../domain/notice/dead-address.js';
import { noticeWords, type NoticeText } from '../../domain/notice/say.js';
import { paperKinds } from '../../domain/paper/kinds.js';
import type { Paper } from '../../domain/paper/paper.js';
import { sayOfPaper, tellingOf } from '../../domain/paper/telling.js';
import { en as pagesInEnglish } from '../../web/language/en/index.js';
import { zh as pagesInChinese } from '../../web/language/zh/index.js';
import { weeklyPaper } from '../support/papers/weekly.js';

const { zh, en } = noticeWords;
const chinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
const latin = /[A-Za-z]{2,}/;

// what is put in stands out of every sentence, in whatever order
const names = ['severity', 'clock', 'due', 'tier'] as const;
const mark = (name: string | number) => `⟨${name}⟩`;
const told = Object.fromEntries(names.map((name) => [name, mark(name)])) as Record<(typeof names)[number], string>;
const marksIn = (said: string) => [...said.matchAll(/⟨\w+⟩/g)].map(([one]) => one).sort();
const bare = (said: string) => said.replace(/⟨\w+⟩/g, '');

/** Every sentence of a language by its name, with marks for what is put in. */
function sentences(words: unknown, path = ''): Record<string, string> {
  if (typeof words === 'string') return { [path]: words };
  if (typeof words !== 'function')
    return Object.assign(
      {},
      ...Object.entries(words as object).map(([key, value]) => sentences(value, `${path}.${key}`)),
    ) as Record<string, string>;
  const say = words as (...given: unknown[]) => string;
  return { [path]: path.startsWith('.headlines') ? say(told) : say(mark(0), mark(1)) };
}

const inChinese = sentences(zh);
const inEnglish = sentences(en);

test('both languages have the same sentences', () => {
  expect(Object.keys(inEnglish).sort()).toEqual(Object.keys(inChinese).sort());
  expect(Object.keys(inEnglish).length).toBeGreaterThan(100);
});

test.each(Object.keys(inChinese))('%s tells the same in both languages', (name) => {
  const [a = '', b = ''] = [inChinese[name], inEnglish[name]];
  expect(marksIn(b)).toEqual(marksIn(a));
  expect(bare(b)).not.toMatch(chinese);
  expect(bare(a)).not.toMatch(latin);
  // whoever is asked for something is asked for it in both
  if (name.startsWith('.headlines')) expect(/please/i.test(b)).toBe(/(?<!申)请/.test(a));
});

test('clocks and severities are called as on the pages', () => {
  expect([zh.clocks, en.clocks]).toEqual([pagesInChinese.clock, pagesInEnglish.clock]);
  expect([zh.severities, en.severities]).toEqual([pagesInChinese.severity, pagesInEnglish.severity]);
});

/** What a text is made of: its labels by number, and what is only for programs. */
const shapeOf = ({ lines, quote, ...more }: NoticeText) => ({
  ...{ lines: lines.length, quote: quote !== undefined },
  ...{ paper: more.paper, page: more.page },
});

function saysTheSame(content: NoticeContent, given: string[]): void {
  expect(shapeOf(content.en)).toEqual(shapeOf(content.zh));
  for (const value of given) for (const text of [content.zh, content.en]) expect(JSON.stringify(text)).toContain(value);
  const without = given.reduce((text, value) => text.replaceAll(value, ''), JSON.stringify(content.en));
  expect(without).not.toMatch(chinese);
}

const steps = ['drafted', 'returned', 'completed', 'overdue', 'issued', 'reminded'];

test.each(steps)('a paper that is %s', (step) => {
  const told = tellingOf(step, {
    ...weeklyPaper,
    approves: ['hq'],
    parts: [{ ...weeklyPaper.parts[0], by: ['company'] }],
  } as Paper);
  expect(told).toBeDefined();
  for (const kind of paperKinds) {
    const { number: _, ...draft } = weeklyPaper;
    const missing = [{ what: 'approval', title: { zh: '批准', en: 'Approval' }, by: [], people: [] }];
    for (const paper of [weeklyPaper, { ...draft, missing }] as Paper[]) {
      const content = sayOfPaper(step, { ...paper, kind }, '请补充原因。');
      saysTheSame(content, [paper.node.name, ...(paper.number ? [paper.number] : []), '请补充原因。']);
      expect(content.zh.title).not.toMatch(latin);
    }
  }
});

test.each(['channel', 'person', 'complainant'] as const)('a dead address: %s', (kind) => {
  saysTheSame(sayDeadAddress({ kind, name: '甲', nodeName: '乙', waiting: 3 }), ['甲', '乙', '3']);
  saysTheSame(sayDeadAddress({ kind, name: '甲', nodeName: '乙', waiting: 0 }), ['甲', '乙']);
});

test('what is said of an account', () => {
  saysTheSame(sayOfReset({ by: '林建平', reason: '手机丢失' }), ['林建平', '手机丢失']);
});

test('where to go is called as on the pages', () => {
  const all = (['channel', 'person', 'complainant'] as const).map((kind) =>
    sayDeadAddress({ kind, name: '', nodeName: '', waiting: 1 }),
  );
  const named = (text: unknown) => [...JSON.stringify(text).matchAll(/“([^”]+)”/g)].map(([, name]) => name);
  const known = (words: typeof pagesInChinese) => [words.channels.title, words.preferences.title, words.me.title];
  for (const content of [...all, sayOfReset({ by: '', reason: '' })]) {
    for (const name of named(content.zh)) expect(known(pagesInChinese)).toContain(name);
    for (const name of named(content.en)) expect(known(pagesInEnglish)).toContain(name);
    expect(named(content.en)).toHaveLength(named(content.zh).length);
  }
});

test('what was put down in one language is read in it', () => {
  const old: NoticeText = { title: '收到文书', lines: [] };
  expect(contentIn(old, 'en')).toBe(old);
  const both = { zh: old, en: { title: 'A paper has come', lines: [] } };
  expect([contentIn(both, 'zh').title, contentIn(both, 'en').title]).toEqual(['收到文书', 'A paper has come']);
});

test('a mail in English is punctuated as English is', () => {
  const item: NoticeText = { title: 'Urgent: Overdue: “Reply”', lines: [['Number', 'TS-1']], quote: 'Sign in.' };
  const message = { key: 'k', title: item.title, items: [{ ...item, link: 'https://h/c' }], language: 'en' as const };
  const { subject, text, html } = mailOf(message, 'a@b.cn', { id: 'c', number: 'TS-1' } as DueNotice['complaint']);
  expect(subject).toBe('[TS-1] Urgent: Overdue: “Reply”');
  expect(text).toContain('Number: TS-1\nSign in.\nOpen the complaint: https://h/c');
  const paper = { id: 'p', family: 'duty' as const };
  const [one] = message.items;
  expect(mailOf({ ...message, items: [{ ...item, ...one, paper }] }, 'a@b.cn', null).text).toContain(
    'Open the paper: ',
  );
  expect(text + html).not.toMatch(chinese);
});
