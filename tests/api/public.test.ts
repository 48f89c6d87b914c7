/** What residents read without signing in (WY-4.6.1): what was approved, of their project, and of nobody. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { draftDuty, roundsOwed } from '../../database/compose-papers.js';
import { library, openHouse, type TestHouse } from './house.js';

let house: TestHouse;
let address: string;
let paper: string;
let post: string;
const month = 32 * 86_400_000;
const secrets = /周女士|13800000001|501|HY-|张伟|陈静|supervisor/;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => {
  await house.close();
  expect(house.faults).toEqual([]);
});

async function drafted(node: string): Promise<string> {
  const asked = { node, duty: 'publication', at: Date.now() + month };
  const [round] = await roundsOwed(house.dataSource, asked, library.calendars);
  const period = round?.period.key ?? '';
  return (await draftDuty(house.dataSource, { ...asked, period }, new Date(asked.at), library.calendars)) ?? '';
}
const open = async (project: string, user = 'company') =>
  (await house.as(user)).put(`/api/public-addresses/${project}`);
const read = (path = '', headers = {}) => house.nobody.get(`/api/public/${address}${path}`, headers);
const supervise = async (path: string, body: object = {}) => (await house.as('supervisor')).post(path, body);

test('an address is opened above the project, cannot be guessed, and stays', async () => {
  expect((await open('cuihu', 'supervisor')).status).toBe(403);
  expect((await open('huadong')).status).toBe(404);
  expect((await open('xinghai', 'gaofeng')).status).toBe(200);
  expect((await open('cuihu', 'gaofeng')).status).toBe(404);
  const { body } = await open('cuihu');
  expect(body).toMatchObject({ project: 'cuihu', address: expect.stringMatching(/^[\w-]{16}$/), openedBy: '郑国华' });
  address = body.address as string;
  expect((await open('cuihu', 'hq')).body.address).toBe(address);
  expect((await house.nobody.get('/api/public-addresses/cuihu')).status).toBe(401);
});

test('nothing is read before it is approved and issued', async () => {
  await house.file({ category: 'neighbour', text: '周女士家（3栋501室）楼上深夜噪音，找过张伟。' });
  post = await house.file({ category: 'security', text: '门岗夜间无人值守。' });
  await house.file({ category: 'security', text: '保安态度恶劣。', accused: ['zhangwei'] });
  paper = await drafted('cuihu');
  expect((await read()).body).toEqual({ project: '翠湖花园', periods: [] });
  expect((await house.nobody.get(`/public/${address}`)).body).toContain('尚未公布');
  await supervise(`/api/papers/${paper}/approve`);
  expect((await read()).body.periods).toEqual([]);
  expect((await supervise(`/api/papers/${paper}/issue`)).body.state).toBe('issued');
});

test('then it is read by anybody, as a page and as JSON, with nobody in it and nothing of who is accused', async () => {
  const { status, body, headers } = await read();
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('public, max-age=300');
  expect(body.shown).toMatchObject({ project: '翠湖花园', period: body.periods[0].period });
  const text = JSON.stringify(body);
  expect(text).toContain('楼上深夜噪音');
  expect(text).toContain('门岗夜间无人值守');
  expect(text).not.toContain('态度恶劣');
  expect(text).not.toMatch(secrets);
  const page = await house.nobody.get(`/public/${address}/${body.shown.period}`);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.body).toContain('门岗夜间无人值守');
  expect(page.body).not.toMatch(secrets);
  expect(page.body).not.toContain('<script');
  const english = await house.nobody.get(`/public/${address}`, { 'accept-language': 'en' });
  expect(english.body).toContain('How complaints were handled');
  const again = await read('', { 'if-none-match': headers.get('etag') ?? '' });
  expect([again.status, again.body]).toEqual([304, '']);
});

test('what comes to be for few is not read any more; what is corrected is read as corrected', async () => {
  const accused = await supervise(`/api/complaints/${post}/recordFact`, { accused: ['zhangwei'] });
  expect(accused.status).toBe(200);
  const text = JSON.stringify((await read()).body);
  expect(text).not.toContain('门岗夜间无人值守');
  expect(text).toContain('楼上深夜噪音');
  const corrected = await supervise(`/api/papers/${paper}/correct`, { reason: '重新公布', anew: true });
  // a correction is approved like what it puts right; until then this stands
  expect((await read()).body.shown.number).toBeDefined();
  const { id } = corrected.body as { id: string };
  await supervise(`/api/papers/${id}/approve`);
  const issued = (await supervise(`/api/papers/${id}/issue`)).body as { number: string };
  expect((await read()).body).toMatchObject({ periods: [expect.anything()], shown: { number: issued.number } });
});

test('another address, another month and a closed one are nothing; too much is put off', async () => {
  expect((await house.nobody.get('/api/public/AAAAAAAAAAAAAAAA')).status).toBe(404);
  expect((await house.nobody.get('/public/cuihu')).status).toBe(404);
  expect((await read('/1999-01')).status).toBe(404);
  expect((await read('/%00')).status).toBe(404);
  const company = await house.as('company');
  expect((await company.delete('/api/public-addresses/cuihu')).status).toBe(204);
  expect((await read()).status).toBe(404);
  const { body } = await open('cuihu');
  expect(body.address).not.toBe(address);
  address = body.address as string;
  expect((await read()).status).toBe(200);
  const many = await Promise.all(Array.from({ length: 130 }, () => read()));
  const put = many.find(({ status }) => status === 429);
  expect(Number(put?.headers.get('retry-after'))).toBeGreaterThan(0);
});
