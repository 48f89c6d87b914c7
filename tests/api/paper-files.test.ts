/** Papers as files: what is sent, under which name, to whom. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { attachment } from '../../api/kernel/attachment.js';
import { manyRows } from '../support/papers/hard.js';
import { keepPaper } from '../support/papers/keep.js';
import { weeklyPaper } from '../support/papers/weekly.js';
import { openHouse, type TestHouse } from './house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
  await keepPaper(house.dataSource, weeklyPaper);
  await keepPaper(house.dataSource, manyRows);
});
afterAll(() => house.close());

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test.each([
  ['bulletins', weeklyPaper.id, 'pdf', 'application/pdf', '%PDF-', '周报〔2026〕第1号 重大投诉每周快报.pdf'],
  ['bulletins', weeklyPaper.id, 'docx', word, 'PK', '周报〔2026〕第1号 重大投诉每周快报.docx'],
  ['duties', manyRows.id, 'pdf', 'application/pdf', '%PDF-', '投诉月报.pdf'],
  ['duties', manyRows.id, 'docx', word, 'PK', '投诉月报.docx'],
])('%s/%s.%s is a file with its name, for saving only', async (family, id, form, type, begins, name) => {
  const { status, headers, body } = await (await house.as('company')).get(`/api/${family}/${id}.${form}`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe(type);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''/);
  const encoded = headers.get('content-disposition')?.split("filename*=UTF-8''")[1] ?? '';
  expect(decodeURIComponent(encoded)).toBe(name);
  expect((body as string).startsWith(begins)).toBe(true);
});

test('the language is asked for, or read from the header', async () => {
  const hq = await house.as('hq');
  const name = async (query: string, language?: string) => {
    const headers: Record<string, string> = language ? { 'accept-language': language } : {};
    const answer = await hq.get(`/api/bulletins/${weeklyPaper.id}.docx${query}`, headers);
    return decodeURIComponent(answer.headers.get('content-disposition') ?? '');
  };
  expect(await name('?language=en', 'zh')).toContain('Weekly bulletin');
  expect(await name('', 'en')).toContain('Weekly bulletin');
  expect((await hq.get(`/api/bulletins/${weeklyPaper.id}.docx?language=fr`)).status).toBe(400);
});

test('fetching the file at headquarters is a receipt', async () => {
  const read = (user: string) =>
    house
      .as(user)
      .then((caller) => caller.get(`/api/bulletins/${weeklyPaper.id}.pdf`))
      .then(({ status }) => status);
  expect(await read('hq')).toBe(200);
  const { body } = await (await house.as('company')).get(`/api/bulletins/${weeklyPaper.id}`);
  expect(body.receipts).toHaveLength(1);
  expect(body.receipts[0]).not.toHaveProperty('acknowledgedAt');
});

test('whoever does not see the paper has no file of it, nor under another family', async () => {
  const path = `/api/bulletins/${weeklyPaper.id}.pdf`;
  expect((await house.nobody.get(path)).status).toBe(401);
  expect((await (await house.as('admin')).get(path)).status).toBe(403);
  expect((await (await house.as('gaofeng')).get(path)).status).toBe(404);
  expect((await (await house.as('hq')).get(`/api/duties/${weeklyPaper.id}.pdf`)).status).toBe(404);
  expect((await (await house.as('hq')).get('/api/bulletins/none.docx')).status).toBe(404);
});

test('a name ends no header and names no folder', () => {
  const disposition = attachment('../a"b\r\nx: y（第1号）.pdf');
  expect(disposition).not.toMatch(/[\r\n]/);
  expect(disposition).toMatch(/^attachment; filename="[^"/]*"; filename\*=UTF-8''[\w.%~-]+$/);
});
