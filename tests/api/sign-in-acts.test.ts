/** Coming in and going are acts; reading one's inbox is none. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { type Caller, openHouse, password, type TestHouse } from './house.js';
import { enrol, signingAt } from './signing.js';

let house: TestHouse;
let auditor: Caller;
beforeAll(async () => {
  house = await openHouse();
  auditor = await house.as('auditor');
});
afterAll(() => house.close());
beforeEach(() => house.dataSource.query('delete from login_attempts'));

interface Shown {
  act: string;
  user: string;
  roles: string[];
  about: Record<string, unknown>;
}

/** The latest first. */
async function acts(user: string, kind = 'signIn'): Promise<Shown[]> {
  const { status, body } = await auditor.get(`/api/acts?user=${user}&kind=${kind}`);
  expect(status).toBe(200);
  return (body as { items: Shown[] }).items;
}

const names = async (user: string, kind?: string) => (await acts(user, kind)).map(({ act }) => act);

test('logging in and out, and ending sessions', async () => {
  const { seated } = signingAt(house);
  const [one, two] = [await seated('handler'), await seated('handler')];
  expect((await one.delete('/api/account/sessions')).status).toBe(204);
  expect((await two.get('/api/session')).status).toBe(401);
  expect((await one.delete('/api/session')).status).toBe(204);
  // nobody is logged in by it any more
  expect((await one.delete('/api/session')).status).toBe(204);
  const all = await acts('handler');
  expect(all.map(({ act }) => act)).toEqual(['logOut', 'endOtherSessions', 'logIn', 'logIn']);
  expect(all.at(-1)).toMatchObject({
    roles: ['handler'],
    about: { via: 'password', strong: false, address: '127.0.0.1' },
  });
  expect(all[0]?.about.session).toBe(all.at(-1)?.about.session);
});

test('failures at an account that there is, and its lock once; nothing of one that there is not', async () => {
  const { logIn } = signingAt(house);
  for (const name of ['reception', 'nobody-of-that-name']) {
    for (let i = 0; i < 8; i++) await logIn(name, {}, `guess ${i}`);
  }
  const count = (told: string[], act: string) => told.filter((one) => one === act).length;
  const told = await eventually(async () => {
    const all = await names('reception');
    return all.includes('logInLocked') && count(all, 'logInFailed') >= 5 ? all : undefined;
  });
  expect([count(told, 'logInFailed'), count(told, 'logInLocked')]).toEqual([5, 1]);
  expect(await names('nobody-of-that-name')).toEqual([]);
  // no word that was guessed is kept
  expect(JSON.stringify(await acts('reception'))).not.toContain('guess');
});

test('the second factor: set up, asked for in vain, taken away', async () => {
  const { logIn, seated } = signingAt(house);
  const caller = await seated('company');
  await enrol(caller);
  const half = await logIn('company');
  const cookie = half.headers.getSetCookie().map((one) => one.split(';')[0]).join('; '); // prettier-ignore
  expect((await house.nobody.post('/api/session/second-factor', { code: '000000' }, { cookie })).status).toBe(401);
  expect((await names('company'))[0]).toBe('secondFactorFailed');
  expect((await caller.post('/api/account/second-factor/remove', { password: 'wrong' })).status).toBe(400);
  expect((await caller.post('/api/account/second-factor/remove', { password })).status).toBe(204);
  expect(await names('company', 'account')).toEqual(['removeSecondFactor', 'passwordFailed', 'confirmSecondFactor']);
});

test('what only concerns how one reads is none', async () => {
  const caller = await house.as('supervisor');
  const before = await house.dataSource.query<object[]>('select id from acts');
  expect((await caller.post('/api/inbox/read', { upTo: '1' })).status).toBe(200);
  const { body } = await caller.get('/api/notice-preferences');
  const { language, email, kinds, quiet, digestAt } = body as Record<string, unknown>;
  const kept = await caller.put('/api/notice-preferences', { language, email, kinds, quiet, digestAt });
  expect(kept.status).toBeLessThan(300);
  expect((await caller.post('/api/account/sign-ins/seen')).status).toBe(204);
  expect(await house.dataSource.query<object[]>('select id from acts')).toHaveLength(before.length);
});

test('are filtered by kind, by person and by what they were about; a kind that is none is refused', async () => {
  const id = await house.file();
  const looked = await (await house.as('hq')).post(`/api/complaints/${id}/looks`, { reason: '督办' });
  expect(looked.status).toBe(200);
  const { items } = (await auditor.get(`/api/acts?kind=look&about=${id}`)).body as { items: Shown[] };
  expect(items).toMatchObject([{ act: 'lookAtContact', user: 'hq' }]);
  expect(await auditor.get('/api/acts?kind=nonsense')).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'kind' }] },
  });
});
