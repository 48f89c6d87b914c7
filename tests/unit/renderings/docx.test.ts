import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { docx } from '../../../renderings/docx/docx.js';
import { hardPaper, rowsPaper, tricks } from '../../support/papers/hard.js';
import { weeklyPaper } from '../../support/papers/weekly.js';

/** What another program reads from it. */
const textOf = async (bytes: Uint8Array) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
const xmlOf = (bytes: Uint8Array, part = 'word/document.xml') => strFromU8(unzipSync(bytes)[part] ?? new Uint8Array());

test('another program reads every word of a bulletin', async () => {
  const text = await textOf(await docx(weeklyPaper, 'zh'));
  for (const said of [
    '周报〔2026〕第47号',
    'HY-202611-000123',
    '2026-11-18 10:05',
    '【发出时未填写，责任人：郑国华】',
    '（盖章）',
  ]) {
    expect(text).toContain(said);
  }
});

test('the header of a long table is repeated and each row is there', async () => {
  const bytes = await docx(rowsPaper(200), 'zh');
  const xml = xmlOf(bytes);
  expect(xml.match(/<w:tblHeader/g)).toHaveLength(2);
  expect(xml).toContain('w:orient="landscape"');
  expect(new Set((await textOf(bytes)).match(/HY-202611-\d{6}/g)).size).toBe(200);
});

test('what looks like markup stays text, rare letters stay themselves, nothing is linked or fetched', async () => {
  const bytes = await docx(hardPaper, 'zh');
  const text = await textOf(bytes);
  for (const said of [...tricks, '𠮷田、㛃女士、赵䶮', '😡']) expect(text).toContain(said);
  expect(Object.keys(unzipSync(bytes)).filter((name) => /media|embeddings|vba/i.test(name))).toEqual([]);
  expect(xmlOf(bytes, 'word/_rels/document.xml.rels')).not.toContain('External');
});

test('pages are numbered in the footer, by the program that shows them', async () => {
  const parts = unzipSync(await docx(weeklyPaper, 'zh'));
  const footers = Object.keys(parts).filter((name) => /^word\/footer\d/.test(name));
  expect(footers.length).toBeGreaterThan(0);
  for (const name of footers) {
    const xml = strFromU8(parts[name] ?? new Uint8Array());
    expect(xml).toContain('PAGE');
    expect(xml).toContain('NUMPAGES');
  }
});
