/** Logging in and out. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { callerOf, openHouse, password, type TestHouse } from './house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const logIn = (username: unknown, word: unknown = password) =>
  house.nobody.post('/api/session', { username, password: word });

test('a login tells who I am and what I may', async () => {
  const { status, body, headers } = await logIn('supervisor');
  expect(status).toBe(200);
  expect(body.user).toEqual({
    id: 'supervisor',
    username: 'supervisor',
    name: '陈静',
    roles: ['supervisor'],
    tier: 'project',
    node: { id: 'cuihu', name: '翠湖花园' },
  });
  expect(body.commands).toEqual(expect.arrayContaining(['file', 'accept', 'dispatch', 'approve']));
  const cookie = headers.get('set-cookie') ?? '';
  for (const part of ['huiyin_session=', 'HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part);
  expect(JSON.stringify(body)).not.toMatch(/argon|hash/);
});

test('the token itself is kept nowhere', async () => {
  const { headers } = await logIn('handler');
  const token = /huiyin_session=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1];
  const kept = await house.dataSource.query<object[]>('select * from sessions');
  expect(JSON.stringify(kept)).not.toContain(token);
});

test('after logging out the cookie is worth nothing', async () => {
  const { headers } = await logIn('company');
  const caller = callerOf(house.url, { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' });
  expect((await caller.get('/api/session')).status).toBe(200);
  expect((await caller.delete('/api/session')).status).toBe(204);
  expect((await caller.get('/api/session')).status).toBe(401);
  expect((await callerOf(house.url, { cookie: 'huiyin_session=forged' }).get('/api/session')).status).toBe(401);
});

test('wrong words are refused alike, whether the user exists or not', async () => {
  const wrong = await logIn('approver', 'nonsense');
  const unknown = await logIn('nobody-of-that-name', 'nonsense');
  expect(wrong.status).toBe(401);
  expect(unknown).toMatchObject({ status: 401, body: wrong.body });
  for (const body of [{}, { username: 5, password: [] }, { username: 'hq' }]) {
    expect((await house.nobody.post('/api/session', body)).status).toBe(400);
  }
});

test('who guesses has to wait, and says so', async () => {
  for (let i = 0; i < 5; i++) expect((await logIn('hq', `guess ${i}`)).status).toBe(401);
  const answer = await logIn('hq');
  expect(answer).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await logIn('auditor')).status).toBe(200);
  await house.dataSource.query(`update login_attempts set last_at = last_at - interval '5 minutes'`);
  expect((await logIn('hq')).status).toBe(200);
});
