import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Paper } from '../../../domain/paper/paper.js';
import { pdf } from '../../../renderings/pdf/pdf.js';
import { hardPaper, rowsPaper, tricks } from '../../support/papers/hard.js';
import { publicationPaper } from '../../support/papers/publication.js';
import { weeklyPaper } from '../../support/papers/weekly.js';
import { dense, readPdf } from './read-pdf.js';

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

test('a bulletin has its red head, number, period, every cell, its marks and the page of pages', async () => {
  const { pages, text, title } = await readPdf(await pdf(weeklyPaper, 'zh'));
  expect(title).toBe('周报〔2026〕第47号 重大投诉每周快报');
  const page = dense(text);
  for (const said of ['重大投诉每周快报', '周报〔2026〕第47号', '华东物业公司', '2026年11月23日', '2026-11-1810:05']) {
    expect(page).toContain(said);
  }
  expect(page).toContain('HY-202611-000123翠湖花园2026-11-1810:05协商中2026-11-2510:05');
  expect(page).toContain('困难：备件为厂家定制，供货周期无法再压缩。');
  expect(page).toContain('需要的支持：【发出时未填写，责任人：郑国华】');
  expect(page).toContain('数据截止：2026年11月23日09:00');
  expect(pages.map((lines) => dense(lines.at(-1) ?? ''))).toEqual(
    pages.map((_, at) => `第${at + 1}页共${pages.length}页`),
  );
});

test('the fonts are in the file, as subsets, and nothing asks for a font of the reader', async () => {
  const file = latin1(await pdf(weeklyPaper, 'zh'));
  const fonts = [...file.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) => name);
  expect(new Set(fonts.map((name) => name?.replace(/^[A-Z]{6}\+/, '')))).toEqual(
    new Set(['NotoSerifSC-Regular', 'NotoSerifSC-Bold', 'NotoSerifSC-Black']),
  );
  expect(fonts.every((name) => /^[A-Z]{6}\+/.test(name ?? ''))).toBe(true);
  expect(file.match(/\/FontFile[23]? /g)).toHaveLength(3);
  expect(file.length).toBeLessThan(200_000);
});

test('a table over many pages repeats its header on each of them and loses no row', async () => {
  const { pages, text } = await readPdf(await pdf(rowsPaper(80), 'zh'));
  const numbers = new Set(text.match(/HY-202611-\d{6}/g));
  expect(numbers.size).toBe(80);
  const withRows = pages.filter((lines) => lines.some((line) => /HY-202611-\d{6}/.test(line)));
  expect(withRows.length).toBeGreaterThan(10);
  for (const lines of withRows)
    expect(dense(lines.join(''))).toContain('序号编号项目类别内容受理时间责任部门状态级别满意度');
  expect(dense(text)).toContain('本期无。');
});

test('what looks like markup, a file or an address is text; a letter that the font has not is told by its code', async () => {
  const bytes = await pdf(hardPaper, 'zh');
  const { text } = await readPdf(bytes);
  for (const trick of tricks) expect(dense(text)).toContain(dense(trick));
  expect(text).toContain('〔U+20BB7〕田、㛃女士、赵䶮、王喆');
  expect(text).toContain('〔U+1F621〕');
  expect(latin1(bytes)).not.toMatch(/\/Subtype \/(Image|Link)|\/URI/);
  expect(dense(text)).toContain(`https://example.org/${'abcdefghij'.repeat(20)}`);
});

test('late, incomplete, signed: an office sees it', async () => {
  const page = dense((await readPdf(await pdf(hardPaper, 'zh'))).text);
  expect(page).toContain('迟发本件应于2026年11月23日17:00发出，实际于2026年11月24日08:10发出。');
  expect(page).toContain('发出时尚缺：整改措施（责任人：客服主管）。');
  for (const said of ['编制人', '王敏', '签发人', '李国强', '确认人', '（盖章）', '四、教训无'])
    expect(page).toContain(said);
});

test('the public reads no name: neither who wrote, approved or confirmed it, nor who left something out', async () => {
  const paper: Paper = {
    ...publicationPaper,
    missing: [{ what: 'x', title: { zh: '整改', en: 'x' }, by: ['supervisor'], people: [{ id: 'p', name: '郑国华' }] }],
    confirmed: { by: { id: 'q', name: '钱多多' }, at: publicationPaper.due },
  };
  const people = [paper.completed, paper.approved, paper.confirmed].flatMap((signed) =>
    signed ? [signed.by.name] : [],
  );
  expect(people).toContain('钱多多');
  for (const language of ['zh', 'en'] as const) {
    const { text } = await readPdf(await pdf(paper, language));
    for (const name of [...people, '郑国华']) expect(text).not.toContain(name);
  }
});

test('no line begins with what closes, none ends with what opens', async () => {
  const words = fc.array(fc.constantFrom(...'物业投诉电梯停运噪声业主委员会', '45dB', '22:30', 'HY-1', '2026年'), {
    minLength: 1,
    maxLength: 9,
  });
  const clause = fc
    .tuple(words, fc.constantFrom('，', '。', '；', '：', '！', '？', '、', '”。', '」，', '》、', '）。'))
    .map(([parts, close]) => {
      const open = { '”': '“', '」': '「', '》': '《', '）': '（' }[close[0] ?? ''];
      return (open ?? '') + parts.join('') + close;
    });
  const body = fc.array(clause, { minLength: 40, maxLength: 160 }).map((clauses) => clauses.join(''));
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const section = { id: 's', level: 1 as const, title: { zh: '正文', en: 'Text' } };
      const content = {
        title: { zh: '题', en: 't' },
        sections: [{ ...section, blocks: [{ type: 'paragraph' as const, text }] }],
      };
      const { pages } = await readPdf(await pdf({ ...weeklyPaper, missing: [], parts: [], content }, 'zh'));
      for (const line of pages.flat().map((one) => one.trim())) {
        expect(line).not.toMatch(/^[，。；：！？、”」》）]/);
        expect(line).not.toMatch(/[“「《（]$/);
      }
    }),
    { numRuns: 12 },
  );
});
