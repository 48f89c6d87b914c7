import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fileName } from '../../../renderings/file-name.js';
import { mail } from '../../../renderings/mail/mail.js';
import { clean } from '../../../renderings/layout/clean.js';
import { layoutOf } from '../../../renderings/layout/compose.js';
import { chineseNumeral } from '../../../renderings/layout/numerals.js';
import { widthsOf } from '../../../renderings/layout/widths.js';
import { hardPaper, rowsPaper, tricks } from '../../support/papers/hard.js';
import { weeklyPaper } from '../../support/papers/weekly.js';

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [21, '二十一'],
])('%i is %s', (n, said) => expect(chineseNumeral(n)).toBe(said));

test('sections are numbered as offices do, unless they bring their number', () => {
  const headings = (paper: typeof hardPaper) =>
    layoutOf(paper, 'zh').blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
  expect(headings(hardPaper)).toEqual([
    ...['一、投诉内容', '二、少见的字与符号', '三、照写的文字', '四、教训', '五、整改措施', '（一）其他'],
  ]);
  expect(headings(weeklyPaper)[0]).toBe('一、总体情况');
});

test('midnight ends the day before it', () => {
  const paper = { ...weeklyPaper, cutOff: '2026-12-01T00:00:00+08:00' };
  expect(layoutOf(paper, 'zh').notes[1]).toEqual({ label: '数据截止', value: '2026年11月30日 24:00' });
});

test('a moment is told in the zone of the paper', () => {
  const paper = { ...weeklyPaper, cutOff: '2026-11-23T01:00:00Z' };
  expect(layoutOf(paper, 'en').notes[1]?.value).toBe('23 November 2026 09:00');
});

describe('a text as a document can carry it', () => {
  test('loses what no reader sees', () => {
    expect(clean('a\u202eb\u0000c\ufeff\r\n\td\ud800')).toBe('abc\n d\ufffd');
  });

  test('is the same when it is cleaned twice, and has no control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = clean(text);
        expect(clean(once)).toBe(once);
        // eslint-disable-next-line no-control-regex
        expect(once).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
      }),
    );
  });
});

test('columns fill the room, each as wide as its longest number where there is room', () => {
  const column = (width: number) => ({ label: '列', end: false, width });
  const widths = widthsOf([column(1), column(9)], [['HY-202611-000123', '长文']], 400, 10);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(400);
  expect(widths[0]).toBeGreaterThanOrEqual(16 * 6);
});

test('a file name has nothing that a file system refuses, nor more than one line', () => {
  const title = { zh: '../a\\b:c*?"<>|\r\n题', en: 'x' };
  expect(fileName({ ...hardPaper, content: { ...hardPaper.content, title } }, 'zh')).toBe(
    '专题〔2026〕第12号 .. a b c 题',
  );
  expect(fileName(rowsPaper(0), 'zh')).toBe('投诉月报');
});

test('a mail says in its subject what is wrong, holds no markup from people, and carries both files', async () => {
  const { subject, html, attachments } = await mail(hardPaper, 'zh');
  expect(subject).toBe('专题〔2026〕第12号 关于翠湖花园3号楼电梯反复停运引发集体投诉的专题报告【迟发】【缺项】');
  for (const trick of tricks.filter((one) => one.includes('<'))) expect(html).not.toContain(trick);
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toMatch(/<(a|img|script|link)\b/);
  expect(attachments.map(({ filename }) => filename.slice(-5))).toEqual(['告.pdf', '.docx']);
});
