/** Signing in: what a foreign page, a guesser, a thief of a cookie or a password and a program can not do. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, callerOf, intake, openHouse, password, type TestHouse } from './house.js';
import { cookieOf, type Signing, signingAt } from './signing.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
afterEach(() => house.dataSource.query('delete from login_attempts'));

const desk = () => signingAt(house);
const logIn = (...given: Parameters<Signing['logIn']>) => desk().logIn(...given);
const seated = (...given: Parameters<Signing['seated']>) => desk().seated(...given);

describe('a session', () => {
  test('has another id after each login, whatever cookie was planted before', async () => {
    const planted = 'huiyin_session=planted-by-somebody-else';
    const first = await logIn('handler', { cookie: planted });
    const cookie = cookieOf(first);
    expect(cookie).not.toBe(planted);
    expect((await callerOf(house.url, { cookie: planted }).get('/api/session')).status).toBe(401);
    const again = cookieOf(await logIn('handler', { cookie }));
    expect(again).not.toBe(cookie);
    // the one that this browser had before is over
    expect((await callerOf(house.url, { cookie }).get('/api/session')).status).toBe(401);
    expect((await callerOf(house.url, { cookie: again }).get('/api/session')).status).toBe(200);
  });

  test('is listed with device and address, and one or all others can be ended', async () => {
    const mine = await seated('revisitor', { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140' });
    const [other, third] = [await seated('revisitor'), await seated('revisitor')];
    const { items } = (await mine.get('/api/account/sessions')).body as { items: Record<string, unknown>[] };
    expect(items).toHaveLength(3);
    const current = items.find((one) => one.current);
    expect(current).toMatchObject({ address: '127.0.0.1', device: 'Mozilla/5.0 (Windows NT 10.0) Chrome/140' });
    expect(JSON.stringify(items)).not.toContain(mine.cookie.split('=')[1]);
    const [oldest] = items.filter((one) => !one.current);
    expect((await mine.delete(`/api/account/sessions/${String(oldest?.id)}`)).status).toBe(204);
    const alive = async () =>
      await Promise.all([mine, other, third].map(async (one) => (await one.get('/api/session')).status));
    expect((await alive()).sort()).toEqual([200, 200, 401]);
    expect((await mine.delete('/api/account/sessions')).status).toBe(204);
    expect(await alive()).toEqual([200, 401, 401]);
  });

  test('of somebody else is not there to be ended', async () => {
    const theirs = await seated('reception');
    const { items } = (await theirs.get('/api/account/sessions')).body as { items: { id: string }[] };
    const handler = await house.as('handler');
    expect((await handler.delete(`/api/account/sessions/${items[0]?.id}`)).status).toBe(404);
    expect((await theirs.get('/api/session')).status).toBe(200);
  });

  test.each(["last_used_at = now() - interval '121 minutes'", 'expires_at = now()'])('ends: %s', async (set) => {
    const caller = await seated('company');
    await house.dataSource.query(`update sessions set ${set} where user_id = 'company'`);
    expect((await caller.get('/api/session')).status).toBe(401);
  });

  test('from a browser never used before is told of, until the person says that they know it', async () => {
    const first = await logIn('auditor');
    const device = cookieOf(first, 'huiyin_device');
    const known = await seated('auditor', { cookie: device });
    expect((await known.get('/api/session')).body).not.toHaveProperty('unknownSignIns');
    await logIn('auditor', { 'user-agent': 'Stranger/1.0' });
    const told = (await known.get('/api/session')).body as { unknownSignIns: object[] };
    expect(told.unknownSignIns).toMatchObject([{ device: 'Stranger/1.0', address: '127.0.0.1' }]);
    expect((await known.post('/api/account/sign-ins/seen')).status).toBe(204);
    expect((await known.get('/api/session')).body).not.toHaveProperty('unknownSignIns');
  });
});

describe('a foreign page', () => {
  test.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('changes nothing with the cookie of its visitor: %j', async (headers) => {
    const caller = await house.as('reception');
    const refused = await caller.post('/api/complaints', intake, headers);
    expect(refused).toMatchObject({ status: 403, body: { code: 'foreign-page' } });
    // nor logs them in as somebody else, or out
    expect((await logIn('handler', headers)).status).toBe(403);
    expect((await caller.get('/api/complaints', headers)).status).toBe(200);
  });

  test('is none of ours, and a program has no page at all', async () => {
    const caller = await house.as('reception');
    const own: Record<string, string>[] = [
      { origin: house.url },
      { 'sec-fetch-site': 'same-origin', origin: 'http://other-name' },
    ];
    for (const headers of own) {
      expect((await caller.post('/api/complaints', intake, headers)).status).toBe(201);
    }
    const { body } = await caller.post('/api/tokens', { name: 'p', scopes: ['file'] });
    const program = callerOf(house.url, { authorization: `Bearer ${(body as { token: string }).token}` });
    expect((await program.post('/api/complaints', intake, { origin: 'https://partner.example' })).status).toBe(201);
  });
});

test('all of an office may sign in at the same moment', async () => {
  expect((await logIn('handler', {}, 'mistyped')).status).toBe(401);
  const waits = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  const { answer } = await house.dataSource.transaction(async (another) => {
    await another.query('select from login_attempts for update');
    const answer = logIn('handler');
    while ((await house.dataSource.query<object[]>(waits)).length === 0);
    // the other one was counted after this one began
    await another.query('update login_attempts set last_at = clock_timestamp()');
    return { answer };
  });
  expect((await answer).status).toBe(200);
});

describe('one who guesses', () => {
  test('waits for an account from wherever they come, and is not told whether it exists', async () => {
    const guess = (username: string, i: number) =>
      house.nobody.post('/api/session', { username, password: `guess ${i}` });
    const tries = async (username: string) => {
      const answers: [number, unknown][] = [];
      for (let i = 0; i < 6; i++) {
        const { status, body } = await guess(username, i);
        answers.push([status, (body as { code: string }).code]);
      }
      return answers;
    };
    const known = await tries('approver');
    expect(known.at(-1)).toEqual([429, 'too-many-attempts']);
    expect(await tries('nobody-at-all')).toEqual(known);
  });

  test('gains nothing by guessing many at once', async () => {
    const began = performance.now();
    const many = await Promise.all(Array.from({ length: 12 }, (_, i) => logIn('approver', {}, `at once ${i}`)));
    // after five one may try again in 2 seconds, then in 4: a slow machine may have taken so long
    const waited = (performance.now() - began) / 1000;
    const earned = [2, 2 + 4, 2 + 4 + 8].filter((seconds) => waited >= seconds).length;
    const tried = many.filter(({ status }) => status === 401).length;
    expect(tried).toBeGreaterThanOrEqual(5);
    expect(tried).toBeLessThanOrEqual(5 + earned);
    expect(many.filter(({ status }) => status === 429)).toHaveLength(12 - tried);
  });

  test('of one password for many accounts waits by address', async () => {
    for (let i = 0; i < 50; i++) await logIn(`user-${i}`, {}, 'Spring2026');
    const answer = await logIn('supervisor');
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('a new password', () => {
  const change = (caller: Caller, before: string, next: string) =>
    caller.put('/api/account/password', { before, password: next });

  test('needs the old one, ends the other sessions, and must be a good one', async () => {
    const [mine, other] = [await seated('company'), await seated('company')];
    expect(await change(mine, 'not mine', 'a long and quiet river')).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'before' }] },
    });
    for (const bad of ['short', 'company12345', 'iloveyouiloveyou', password]) {
      expect(await change(mine, password, bad)).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'password' }] },
      });
    }
    expect((await other.get('/api/session')).status).toBe(200);
    expect((await change(mine, password, 'a long and quiet river')).status).toBe(204);
    expect((await mine.get('/api/session')).status).toBe(200);
    expect((await other.get('/api/session')).status).toBe(401);
    expect((await logIn('company')).status).toBe(401);
    expect((await logIn('company', {}, 'a long and quiet river')).status).toBe(200);
  });

  test('is the first thing that somebody does whose password was made for them', async () => {
    await house.dataSource.query(`update users set must_change_password = true where id = 'reception'`);
    const caller = await seated('reception');
    expect(await caller.get('/api/tasks')).toMatchObject({ status: 403, body: { code: 'password-to-change' } });
    expect((await change(caller, password, 'ein Fluss fließt langsam')).status).toBe(204);
    expect((await caller.get('/api/tasks')).status).toBe(200);
    await house.dataSource.query(
      `update users set password_hash = (select password_hash from users where id = 'handler') where id = 'reception'`,
    );
  });

  test('cannot be tried out by guessing the old one', async () => {
    const caller = await seated('revisitor');
    for (let i = 0; i < 5; i++) expect((await change(caller, `guess ${i}`, 'a long and quiet river')).status).toBe(400);
    expect((await change(caller, password, 'a long and quiet river')).status).toBe(429);
  });
});

describe('a program', () => {
  const programOf = async (caller: Caller, scopes?: string[]) => {
    const { body, status } = await caller.post('/api/tokens', { name: 'program', ...(scopes ? { scopes } : {}) });
    expect(status).toBe(201);
    return callerOf(house.url, { authorization: `Bearer ${(body as { token: string }).token}` });
  };

  test('does what its scopes say, and reads alone unless told', async () => {
    const reception = await seated('reception');
    const reader = await programOf(reception);
    expect((await reader.get('/api/complaints')).status).toBe(200);
    expect(await reader.post('/api/complaints', intake)).toMatchObject({ status: 403, body: { code: 'beyond-token' } });
    const filer = await programOf(reception, ['file']);
    const filed = await filer.post('/api/complaints', intake);
    expect(filed.status).toBe(201);
    expect((await filer.get('/api/complaints')).status).toBe(403);
    const { id } = filed.body as { id: string };
    const comment = [`/api/complaints/${id}/comment`, { text: '已联系' }] as const;
    expect((await filer.post(...comment)).status).toBe(403);
    expect((await (await programOf(reception, ['commands'])).post(...comment)).status).toBe(200);
  });

  test('can never do more than its owner, nor look after the house', async () => {
    const admin = await house.as('admin');
    const program = await programOf(admin, ['read', 'file', 'commands']);
    expect((await admin.get('/api/notice-channels')).status).toBe(200);
    expect((await program.get('/api/notice-channels')).status).toBe(403);
    const handler = await programOf(await seated('handler'), ['read', 'file', 'commands']);
    expect((await handler.get('/api/acts')).status).toBe(403);
  });

  test('manages neither sessions nor tokens nor passwords, however the address is written', async () => {
    const program = await programOf(await seated('handler'), ['read', 'file', 'commands']);
    const refused = [
      await program.get('/api/account'),
      await program.get('/api/account/sessions'),
      await program.get('/api/%61ccount/sessions'),
      await program.delete('/api/account/sessions'),
      await program.get('/api/tokens'),
      await program.post('/api/tokens', { name: 'another' }),
      await program.put('/api/account/password', { before: password, password: 'a long and quiet river' }),
      await program.post('/api/account/second-factor', { password }),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
  });

  test('ends on its day, or when its owner is not active any more', async () => {
    const caller = await seated('handler');
    for (const endsAt of ['2020-01-01T00:00:00Z', '2999-01-01T00:00:00Z', 'tomorrow']) {
      expect((await caller.post('/api/tokens', { name: 'x', endsAt })).status).toBe(400);
    }
    expect((await caller.post('/api/tokens', { name: 'x', scopes: ['admin'] })).status).toBe(400);
    const program = await programOf(caller);
    expect((await program.get('/api/session')).status).toBe(200);
    await house.dataSource.query(`update users set active = false where id = 'handler'`);
    expect((await program.get('/api/session')).status).toBe(401);
    await house.dataSource.query(`update users set active = true where id = 'handler'`);
    await house.dataSource.query(`update api_tokens set expires_at = now() where user_id = 'handler'`);
    expect((await program.get('/api/session')).status).toBe(401);
  });
});
