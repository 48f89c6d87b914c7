/** Who has an account is not told: the same answer and the same hashing for a name that is one and a name that is none. */
import type * as argon from '@node-rs/argon2';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Answer, TestHouse } from '../house.js';

type Argon = typeof argon;
const real = createRequire(import.meta.url)('@node-rs/argon2') as Argon;
/** What every verified digest says that it costs. */
let verified: string[] = [];
let hashed = 0;
jest.unstable_mockModule('@node-rs/argon2', () => ({
  ...real,
  hash: (...given: Parameters<Argon['hash']>) => {
    hashed++;
    return real.hash(...given);
  },
  verify: (...given: Parameters<Argon['verify']>) => {
    verified.push(String(given[0]).split('$').slice(0, 4).join('$'));
    return real.verify(...given);
  },
}));

let house: TestHouse;
beforeAll(async () => {
  const { openHouse } = await import('../house.js');
  house = await openHouse();
  await house.dataSource.query(`update users set active = false where id = 'zhangwei'`);
  await house.dataSource.query(`update users set password_hash = null where id = 'liuyang'`);
  await house.nobody.post('/api/session', { username: 'first-of-all', password: 'x' });
});
afterAll(() => house.close());

async function work(username: string, password = 'not the one'): Promise<[Answer, string[], number]> {
  verified = [];
  hashed = 0;
  const answer = await house.nobody.post('/api/session', { username, password });
  return [answer, verified, hashed];
}

test('a name that is none, one that is no longer, one without a password and a wrong password cost and say the same', async () => {
  const [known, checks, made] = await work('supervisor');
  expect([known.status, checks.length, made]).toEqual([401, 1, 0]);
  expect(checks[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1$/);
  const names = ['nobody-at-all', 'zhangwei', 'liuyang', "' or 1=1 --", '张三', 'SUPERVISOR', 'x'.repeat(200)];
  for (const name of names) {
    const [answer, same, more] = await work(name);
    expect([name, answer.status, answer.body]).toEqual([name, 401, known.body]);
    expect([name, same, more]).toEqual([name, checks, 0]);
    const heads = (one: Answer) => [...one.headers.keys()].sort();
    expect(heads(answer)).toEqual(heads(known));
  }
});

test('nor by waiting: a name that has to wait is hashed for no more than one that is none', async () => {
  const tries = async (name: string) => {
    const all: [number, number][] = [];
    for (let i = 0; i < 7; i++) {
      const [{ status }, checks] = await work(name);
      all.push([status, checks.length]);
    }
    return all;
  };
  const known = await tries('approver');
  expect(known.at(-1)).toEqual([429, 0]);
  expect(await tries('nobody-either')).toEqual(known);
});

test('a second factor is asked for after the right password alone', async () => {
  await house.dataSource.query('delete from login_attempts');
  const [wrong] = await work('hq');
  expect(wrong.headers.getSetCookie()).toEqual([]);
  const { password } = await import('../house.js');
  const [right] = await work('hq', password);
  expect(right.status).toBe(200);
});
