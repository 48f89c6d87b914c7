/** Several places at once: what somebody may at one says nothing of another. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { digestOf } from '../../database/demo/seed.js';
import { callerOf, intake, openHouse, password, type Caller, type TestHouse } from './house.js';

let house: TestHouse;
let both: Caller;
let complaints: Record<'cuihu' | 'jinxiu' | 'xinghai', string>;

beforeAll(async () => {
  house = await openHouse();
  both = await person('both', [
    ['cuihu', ['supervisor']],
    ['jinxiu', ['handler']],
  ]);
  const file = async (user: string, project: string) =>
    ((await (await house.as(user)).post('/api/complaints', { ...intake, project })).body as { id: string }).id;
  complaints = {
    cuihu: await file('reception', 'cuihu'),
    jinxiu: await file('zhaomin', 'jinxiu'),
    xinghai: await file('xujing', 'xinghai'),
  };
});
afterAll(() => house.close());

async function person(id: string, memberships: [string, string[]][]): Promise<Caller> {
  const [home] = memberships[0] as [string, string[]];
  await house.dataSource.query(
    `insert into users (id, username, name, password_hash, node_id) values ($1, $1, $1, $2, $3)`,
    [id, await digestOf(password), home],
  );
  for (const [node, roles] of memberships) await member(id, node, roles);
  const { headers } = await house.nobody.post('/api/session', { username: id, password });
  return callerOf(house.url, { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' });
}

const member = (user: string, node: string, roles: string[]) =>
  house.dataSource.query('insert into memberships (user_id, node_id, roles) values ($1, $2, $3)', [user, node, roles]);

const allowedAt = async (caller: Caller, id: string) =>
  ((await caller.get(`/api/complaints/${id}`)).body as { allowed?: string[] }).allowed;

describe('a supervisor at one project who handles at another', () => {
  test('sees the complaints of both and no others', async () => {
    const { items } = (await both.get('/api/complaints')).body as { items: { id: string }[] };
    expect(items.map(({ id }) => id).sort()).toEqual([complaints.cuihu, complaints.jinxiu].sort());
    expect((await both.get(`/api/complaints/${complaints.xinghai}`)).status).toBe(404);
    expect((await both.post(`/api/complaints/${complaints.xinghai}/comment`, { text: 'x' })).status).toBe(404);
  });

  const cells: [keyof typeof complaints, string, object, number][] = [
    ['jinxiu', 'accept', { category: 'equipment' }, 403],
    ['jinxiu', 'acknowledge', {}, 403],
    ['jinxiu', 'writeOff', { analysis: 'x' }, 403],
    ['cuihu', 'writeOff', { analysis: 'x' }, 403],
    ['xinghai', 'accept', { category: 'equipment' }, 404],
    ['cuihu', 'takeOver', {}, 403],
    ['cuihu', 'acknowledge', {}, 200],
  ];
  test.each(cells)('at %s: %s', async (project, command, input, status) => {
    const given = await both.post(`/api/complaints/${complaints[project]}/${command}`, input);
    expect([given.status, given.body.code]).toEqual([status, given.body.code]);
  });

  test('the page offers at each place what its roles give', async () => {
    expect(await allowedAt(both, complaints.cuihu)).toContain('accept');
    expect(await allowedAt(both, complaints.jinxiu)).not.toContain('accept');
  });

  test('files where the role for it holds, and nowhere else', async () => {
    const at = async (project: string) => (await both.post('/api/complaints', { ...intake, project })).status;
    expect([await at('cuihu'), await at('jinxiu'), await at('xinghai')]).toEqual([201, 403, 403]);
  });
});

test('what lets somebody in is all that they see by', async () => {
  const caller = await person('split', [
    ['cuihu', ['auditor']],
    ['jinxiu', ['handler']],
  ]);
  // an auditor may have to register a look first
  expect((await caller.get(`/api/complaints/${complaints.cuihu}/history`)).status).not.toBe(404);
  expect((await caller.get(`/api/complaints/${complaints.jinxiu}/history`)).status).toBe(404);
  expect((await caller.get(`/api/complaints/${complaints.jinxiu}`)).status).toBe(200);
});

test('an administrator of one place who handles at another sees complaints there alone', async () => {
  const caller = await person('admin2', [
    ['huanan', ['admin']],
    ['jinxiu', ['handler']],
  ]);
  expect((await caller.get(`/api/complaints/${complaints.xinghai}`)).status).toBe(404);
  expect((await caller.get(`/api/complaints/${complaints.jinxiu}`)).status).toBe(200);
});

test('without a membership nobody sees anything', async () => {
  const caller = await person('nowhere', [['cuihu', ['handler']]]);
  await house.dataSource.query(`update memberships set valid_to = now() where user_id = 'nowhere'`);
  expect((await caller.get('/api/complaints')).status).toBe(403);
  expect((await caller.get('/api/projects')).body).toEqual({ items: [] });
  expect((await caller.get(`/api/complaints/${complaints.cuihu}`)).status).toBe(403);
});

describe('who stands in for somebody', () => {
  const standIn = (absent: string, substitute: string, from: string, to: string) =>
    house.dataSource.query(
      `insert into substitutions (id, absent_id, substitute_id, why, valid_from, valid_to, given_by)
       values ($1, $2, $3, '年假', now() + $4::interval, now() + $5::interval, 'admin')`,
      [randomUUID(), absent, substitute, from, to],
    );

  test('may do for a time what the absent one may, and the event says for whom', async () => {
    const before = await person('early', [['jinxiu', ['handler']]]);
    await standIn('xujing', 'early', '1 day', '2 days');
    expect((await before.get(`/api/complaints/${complaints.xinghai}`)).status).toBe(404);
    const now = await person('stand-in', [['jinxiu', ['handler']]]);
    await standIn('xujing', 'stand-in', '-1 day', '1 day');
    expect((await now.post(`/api/complaints/${complaints.xinghai}/acknowledge`, {})).status).toBe(200);
    const { items } = (await now.get(`/api/complaints/${complaints.xinghai}/events`)).body as {
      items: { type: string; actor: object }[];
    };
    expect(items.find(({ type }) => type === 'Acknowledged')?.actor).toMatchObject({
      user: 'stand-in',
      role: 'reception',
      onBehalfOf: 'xujing',
    });
    expect((await now.get(`/api/complaints/${complaints.cuihu}`)).status).toBe(404);
  });

  test('not once the time is over, nor for whoever left', async () => {
    const late = await person('late', [['jinxiu', ['handler']]]);
    await standIn('xujing', 'late', '-2 days', '-1 day');
    await standIn('gaofeng', 'late', '-2 days', '1 day');
    expect((await late.get(`/api/complaints/${complaints.xinghai}`)).status).toBe(200);
    await house.dataSource.query(`update users set active = false where id = 'gaofeng'`);
    expect((await late.get(`/api/complaints/${complaints.xinghai}`)).status).toBe(404);
  });
});

test('what was given can be ended, not rewritten', async () => {
  const run = (statement: string) => house.dataSource.query(statement);
  for (const statement of [
    `update memberships set roles = '{admin}' where user_id = 'both'`,
    `delete from memberships where user_id = 'both'`,
    `update memberships set valid_from = now() - interval '1 year', valid_to = now() where user_id = 'both'`,
    `update memberships set valid_to = now() - interval '1 year' where user_id = 'both'`,
    `update memberships set valid_to = null where user_id = 'nowhere'`,
    `update organisation_versions set name = 'x' where node_id = 'cuihu'`,
    `delete from user_versions`,
  ]) {
    await expect(run(statement)).rejects.toThrow(/keeps what was|check constraint/);
  }
});
