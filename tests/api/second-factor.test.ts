/** The second factor: what a stolen password, a code that was overheard and a guesser can not do. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { codeOf, stepAt } from '../../api/sessions/totp.js';
import { type Answer, type Caller, callerOf, openHouse, password, type TestHouse } from './house.js';
import { bytesOf, cookieOf, enrol, type Signing, signingAt } from './signing.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse({ signIn: { secondFactorFor: ['hq'] } });
});
afterAll(() => house.close());
afterEach(() => house.dataSource.query('delete from login_attempts'));

const desk = () => signingAt(house);
const logIn = (...given: Parameters<Signing['logIn']>) => desk().logIn(...given);
const seated = (...given: Parameters<Signing['seated']>) => desk().seated(...given);

const codeFor = (secret: string) => codeOf(bytesOf(secret), stepAt(Date.now()));

/** As if half a minute and more had passed since the last code. */
const forgetStep = (user: string) =>
  house.dataSource.query('update second_factors set last_step = 0 where user_id = $1', [user]);

async function enrolled(user: string): Promise<{ caller: Caller; secret: string; codes: string[] }> {
  const caller = await seated(user);
  const made = await enrol(caller);
  await forgetStep(user);
  return { caller, ...made };
}

const secondStep = (half: Answer, code: string) =>
  house.nobody.post('/api/session/second-factor', { code }, { cookie: cookieOf(half, 'huiyin_login') });

describe('a second factor', () => {
  test('is asked for after the password; each code and each recovery code is taken once', async () => {
    const { secret, codes } = await enrolled('supervisor');
    const half = await logIn('supervisor');
    expect(half).toMatchObject({ status: 202, body: { secondFactor: true } });
    expect(cookieOf(half)).toBe('');
    // half a session opens nothing
    const cookie = cookieOf(half, 'huiyin_login').replace('huiyin_login', 'huiyin_session');
    expect((await callerOf(house.url, { cookie }).get('/api/session')).status).toBe(401);
    expect(await secondStep(half, '000000')).toMatchObject({ status: 401, body: { code: 'wrong-code' } });
    const code = codeFor(secret);
    const whole = await secondStep(half, code);
    expect(whole).toMatchObject({ status: 200, body: { user: { id: 'supervisor' } } });
    expect((await secondStep(half, code)).status).toBe(401);
    // the same code in another login is a replay
    const again = await logIn('supervisor');
    expect(await secondStep(again, code)).toMatchObject({ status: 401, body: { code: 'wrong-code' } });
    expect((await secondStep(again, codes[0] ?? '')).status).toBe(200);
    const third = await logIn('supervisor');
    expect((await secondStep(third, codes[0] ?? '')).status).toBe(401);
    expect((await secondStep(third, (codes[1] ?? '').toUpperCase())).status).toBe(200);
    const { body } = await (await seatedWith('supervisor', codes[2] ?? '')).get('/api/account');
    expect(body).toMatchObject({ secondFactor: { on: true, codesLeft: 7 }, leastLength: 8 });
  });

  test('cannot be guessed: neither by trying on, nor by logging in again', async () => {
    await enrolled('approver');
    for (let i = 0; i < 5; i++) {
      expect((await secondStep(await logIn('approver'), `00000${i}`)).status).toBe(401);
    }
    const answer = await secondStep(await logIn('approver'), '000009');
    expect(answer).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await secondStep(await logIn('approver'), 'aaaa-bbbb-cccc')).status).toBe(429);
  });

  test('is kept encrypted, and ends the sessions that were opened without it', async () => {
    const without = await seated('revisitor');
    const { secret, codes } = await enrolled('revisitor');
    expect((await without.get('/api/session')).status).toBe(401);
    const kept = await house.dataSource.query<{ secret: Buffer }[]>('select * from second_factors');
    expect(kept.some((row) => row.secret.includes(Buffer.from(bytesOf(secret))))).toBe(false);
    const rows = await house.dataSource.query<object[]>('select * from recovery_codes');
    expect(JSON.stringify(rows)).not.toContain(codes[0]?.replaceAll('-', ''));
  });

  test('is set up and taken away with the password alone, not by whoever found a screen open', async () => {
    const caller = await seated('handler');
    for (const path of ['', '/remove', '/recovery-codes']) {
      expect((await caller.post(`/api/account/second-factor${path}`, { password: 'wrong' })).status).toBe(400);
    }
    expect((await caller.put('/api/account/second-factor', { code: '123456' })).status).toBe(409);
  });

  test('comes before anything else for the roles that need one, and stays', async () => {
    const before = await seated('hq');
    expect((await before.get('/api/session')).body).toMatchObject({ mustSetUpSecondFactor: true });
    expect(await before.get('/api/complaints')).toMatchObject({
      status: 403,
      body: { code: 'second-factor-to-set-up' },
    });
    expect((await before.post('/api/tokens', { name: 'a way around' })).status).toBe(403);
    const { caller } = await enrolled('hq');
    expect((await caller.get('/api/complaints')).status).toBe(200);
    expect((await caller.get('/api/session')).body).not.toHaveProperty('mustSetUpSecondFactor');
    expect(await caller.post('/api/account/second-factor/remove', { password })).toMatchObject({
      status: 409,
      body: { code: 'second-factor-needed' },
    });
  });
});

async function seatedWith(user: string, code: string): Promise<Caller> {
  const whole = await secondStep(await logIn(user), code);
  return callerOf(house.url, { cookie: cookieOf(whole) });
}
