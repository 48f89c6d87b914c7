/** What administrators do for accounts: an address by which they are linked, and the second factor of a phone that is lost. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, openHouse, type TestHouse } from './house.js';
import { enrol, signingAt } from './signing.js';

let house: TestHouse;
let admin: Caller;
beforeAll(async () => {
  house = await openHouse();
  admin = await house.as('admin');
  // of one company alone
  await admin.post('/api/people/gaofeng/memberships', { node: 'huanan', roles: ['company', 'admin'] });
});
afterAll(() => house.close());

const setEmail = (user: string, email: unknown, by = admin) => by.put(`/api/people/${user}/email`, { email });

describe('an e-mail address', () => {
  test('is set, changed and taken away by an administrator, and is not verified by that', async () => {
    const given = await setEmail('handler', '  Wang.Qiang@Example.CN ');
    expect(given).toMatchObject({ status: 200, body: { email: 'wang.qiang@example.cn', emailVerified: false } });
    await house.dataSource.query(`update users set email_verified_at = now() where id = 'handler'`);
    expect((await setEmail('handler', 'wang.qiang@example.cn')).body).toMatchObject({ emailVerified: true });
    expect((await setEmail('handler', 'wq@example.cn')).body).toMatchObject({ emailVerified: false });
    expect((await setEmail('handler', null)).body).toMatchObject({ email: null, emailVerified: false });
    const { body } = await (await house.as('auditor')).get('/api/acts?act=setEmail&about=handler');
    const { items } = body as { items: { about: object }[] };
    expect(items).toHaveLength(4);
    // the acts are kept for ever, and tell nobody the address
    expect(JSON.stringify(items)).not.toContain('@example.cn');
  });

  test('belongs to one account, whoever is faster', async () => {
    expect((await setEmail('lina', 'same@example.cn')).status).toBe(200);
    const taken = { status: 409, body: { code: 'email-taken' } };
    expect(await setEmail('liuyang', 'SAME@example.cn')).toMatchObject(taken);
    const users = ['liuyang', 'zhangwei', 'revisitor', 'approver'];
    const answers = await Promise.all(users.map((user) => setEmail(user, 'one@example.cn')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  test.each(['no-address', 'a@b', 'a b@example.cn', `${'a'.repeat(250)}@example.cn`, '', 5, {}, undefined])(
    'is none: %j',
    async (email) => {
      expect(await setEmail('handler', email)).toMatchObject({ status: 400, body: { errors: [{ path: 'email' }] } });
    },
  );

  test('is for administrators of the whole person, and not for oneself', async () => {
    expect((await setEmail('admin', 'me@example.cn')).body.code).toBe('own-roles');
    expect((await setEmail('handler', 'x@example.cn', await house.as('gaofeng'))).status).toBe(404);
    expect((await setEmail('xujing', 'xujing@example.cn', await house.as('gaofeng'))).status).toBe(200);
    expect((await setEmail('handler', 'x@example.cn', await house.as('supervisor'))).status).toBe(403);
  });
});

describe('a second factor', () => {
  const reset = (user: string, reason: unknown, by = admin) =>
    by.post(`/api/people/${user}/reset-second-factor`, { reason });

  test('is reset with a reason: sessions end, the password alone opens, and the person is told by whom and why', async () => {
    const { logIn, seated } = signingAt(house);
    const caller = await seated('company');
    const { codes } = await enrol(caller);
    expect((await admin.get('/api/people/company')).body).toMatchObject({ secondFactor: true });
    for (const reason of ['', ' ', 5, undefined, 'x'.repeat(201)])
      expect((await reset('company', reason)).status).toBe(400);
    const answer = await reset('company', ' 手机遗失，已当面核实 ');
    expect(answer).toMatchObject({ status: 200, body: { secondFactor: false } });
    expect((await caller.get('/api/session')).status).toBe(401);
    const [left] = await house.dataSource.query<object[]>(`select from recovery_codes where user_id = 'company'`);
    expect([left, codes.length]).toEqual([undefined, 10]);

    expect((await logIn('company')).status).toBe(200);
    const again = await seated('company');
    const { items } = (await again.get('/api/inbox/house')).body as { items: { text: object }[] };
    expect(JSON.stringify(items[0])).toMatch(/两步验证已由管理员重置.*系统管理员.*手机遗失，已当面核实/);
    const acts = await (await house.as('auditor')).get('/api/acts?act=resetSecondFactor');
    expect(acts.body.items).toMatchObject([
      { user: 'admin', about: { id: 'company', reason: '手机遗失，已当面核实' } },
    ]);
    expect(await reset('company', '再来一次')).toMatchObject({ status: 409, body: { code: 'no-second-factor' } });
  });

  test('is none of the business of whoever is no administrator of the whole person', async () => {
    const { seated } = signingAt(house);
    await enrol(await seated('revisitor'));
    expect((await reset('revisitor', '手机遗失', await house.as('gaofeng'))).status).toBe(404);
    expect((await reset('revisitor', '手机遗失', await house.as('hq'))).status).toBe(403);
    expect((await reset('admin', '手机遗失')).body.code).toBe('own-roles');
    expect((await admin.get('/api/people/revisitor')).body).toMatchObject({ secondFactor: true });
  });
});
