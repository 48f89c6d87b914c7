/** What the tests of signing in share. */
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
