/** What the tests of signing in share. */
import { codeOf, stepAt } from '../../api/sessions/totp.js';
import { type Answer, type Caller, callerOf, password, type TestHouse } from './house.js';

export const cookieOf = ({ headers }: Answer, name = 'huiyin_session'): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .find((cookie) => cookie.startsWith(`${name}=`)) ?? '';

export interface Signing {
  logIn(username: string, headers?: Record<string, string>, word?: string): Promise<Answer>;
  /** A session of one's own, not the one that the other tests share. */
  seated(username: string, headers?: Record<string, string>): Promise<Caller & { cookie: string }>;
}

export function signingAt(house: TestHouse): Signing {
  const logIn: Signing['logIn'] = (username, headers = {}, word = password) =>
    house.nobody.post('/api/session', { username, password: word }, headers);
  return {
    logIn,
    async seated(username, headers = {}) {
      const cookie = cookieOf(await logIn(username, headers));
      return { ...callerOf(house.url, { cookie }), cookie };
    },
  };
}

/** What an authenticator app makes of what it is shown. */
export const bytesOf = (base32: string): Uint8Array => {
  const bits = [...base32].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')); // prettier-ignore
  return Uint8Array.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
};

/** Sets up a second factor for whoever calls. */
export async function enrol(caller: Caller): Promise<{ secret: string; codes: string[] }> {
  const { body } = await caller.post('/api/account/second-factor', { password });
  const { secret } = body as { secret: string };
  const code = codeOf(bytesOf(secret), stepAt(Date.now()));
  const confirmed = await caller.put('/api/account/second-factor', { code });
  if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed.body));
  return { secret, codes: (confirmed.body as { codes: string[] }).codes };
}
