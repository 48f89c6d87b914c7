/** Administrators put an organisation in: nodes, people, tables, and what follows when somebody leaves. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readSheet } from '../../documents/sheets/read.js';
import { writeSheet } from '../../documents/sheets/write.js';
import { eventually } from '../support/eventually.js';
import { type Answer, callerOf, intake, openHouse, password, type Caller, type TestHouse } from './house.js';

let house: TestHouse;
let admin: Caller;
beforeAll(async () => {
  house = await openHouse();
  admin = await house.as('admin');
});
afterAll(() => house.close());

const logIn = (username: string, word: string) => house.nobody.post('/api/session', { username, password: word });
const cookieOf = ({ headers }: Answer) => ({ cookie: headers.get('set-cookie')?.split(';')[0] ?? '' });

describe('nodes', () => {
  test('are added once for a key, renamed, moved and closed; how they were is kept', async () => {
    const key = { 'idempotency-key': 'a-new-project' };
    const input = { tier: 'project', parent: 'huadong', name: '云栖苑' };
    const added = await admin.post('/api/organisation/nodes', input, key);
    expect(added.status).toBe(201);
    const { id } = added.body as { id: string };
    expect((await admin.post('/api/organisation/nodes', input, key)).body).toMatchObject({ id, inherits: 'WY' });
    const under = (await admin.get('/api/organisation/nodes?parent=huadong')).body as { items: { name: string }[] };
    expect(under.items.filter(({ name }) => name === '云栖苑')).toHaveLength(1);
    const moved = await admin.put(`/api/organisation/nodes/${id}`, { name: '云栖苑二期', parent: 'huanan' });
    expect(moved.body).toMatchObject({ name: '云栖苑二期', parent: 'huanan' });
    expect((await admin.post(`/api/organisation/nodes/${id}/close`)).body).toHaveProperty('closedAt');
    const { history } = (await admin.get(`/api/organisation/nodes/${id}`)).body as { history: object[] };
    expect(history).toMatchObject([
      { closed: true, parent: 'huanan' },
      { closed: false, parent: 'huanan', name: '云栖苑二期', by: '系统管理员' },
      { parent: 'huadong', name: '云栖苑' },
    ]);
    expect((await (await house.as('gaofeng')).post('/api/complaints', { ...intake, project: id })).status).toBe(400);
  });

  test('do not stand where they cannot', async () => {
    const put = (id: string, body: object) => admin.put(`/api/organisation/nodes/${id}`, body);
    expect((await put('huadong', { name: 'x', parent: 'cuihu' })).status).toBe(400);
    expect((await put('cuihu', { name: 'x', parent: 'jinxiu' })).status).toBe(400);
    expect((await put('anju', { name: 'x', parent: 'huadong' })).status).toBe(400);
    const add = (body: object) => admin.post('/api/organisation/nodes', body);
    expect((await add({ tier: 'group', parent: 'anju', name: 'x' })).status).toBe(400);
    expect((await add({ tier: 'project', parent: 'nowhere', name: 'x' })).status).toBe(404);
    expect((await add({ id: 'cuihu', tier: 'project', parent: 'huadong', name: 'x' })).body.code).toBe('taken');
    expect((await add({ tier: 'project', parent: 'huadong', name: 'x', rulebook: 'NO' })).status).toBe(400);
  });

  test('are not closed while there is something in the way', async () => {
    await house.file();
    const { status, body } = await admin.post('/api/organisation/nodes/cuihu/close');
    expect([status, body.code]).toEqual([409, 'in-the-way']);
    expect(body.params.complaints).toBeGreaterThan(0);
    expect(body.params.people).toBeGreaterThan(0);
  });

  test('a project’s base is entered by month, and what was entered before is kept', async () => {
    const enter = (body: object) => admin.put('/api/organisation/nodes/cuihu/bases/2026-10', body);
    await enter({ kind: 'residential', households: 1200, floorArea: 98000.5 });
    await enter({ kind: 'residential', households: 1200, floorArea: 98000.5 });
    const { bases } = (await enter({ kind: 'residential', households: 1210, floorArea: 98000.5 })).body;
    expect(bases).toMatchObject([
      { month: '2026-10', version: 2, households: 1210, floorArea: 98000.5, by: '系统管理员' },
      { month: '2026-10', version: 1, households: 1200 },
    ]);
    expect((await admin.put('/api/organisation/nodes/huadong/bases/2026-10', { households: 1 })).status).toBe(400);
    expect((await admin.put('/api/organisation/nodes/cuihu/bases/2026-13', { households: 1 })).status).toBe(400);
    expect((await enter({})).status).toBe(400);
  });

  test('an administrator of a company looks after that company alone', async () => {
    const added = await admin.post('/api/people', {
      username: 'hnadmin',
      name: '韦敏',
      home: 'huanan',
      roles: ['admin'],
    });
    await house.dataSource.query(`update users set must_change_password = false where id = 'hnadmin'`);
    const one = callerOf(house.url, cookieOf(await logIn('hnadmin', added.body.password)));
    expect((await one.get('/api/organisation/nodes')).body.items.map(({ id }: { id: string }) => id)).toEqual([
      'huanan',
    ]);
    expect((await one.get('/api/organisation/nodes/cuihu')).status).toBe(404);
    expect((await one.get('/api/people/supervisor')).status).toBe(404);
    expect((await one.post('/api/people/hq/reset-password')).status).toBe(404);
    expect((await one.post('/api/people/xujing/memberships', { node: 'anju', roles: ['hq'] })).status).toBe(400);
    // somebody with a place elsewhere is not theirs alone
    await admin.post('/api/people/xujing/memberships', { node: 'cuihu', roles: ['handler'] });
    expect((await one.post('/api/people/xujing/reset-password')).status).toBe(403);
    expect((await one.post('/api/people/hnadmin/memberships', { node: 'huanan', roles: ['company'] })).body.code).toBe(
      'own-roles',
    );
  });

  test('nobody but administrators', async () => {
    for (const user of ['supervisor', 'company', 'hq', 'auditor']) {
      const caller = await house.as(user);
      expect((await caller.get('/api/organisation/nodes')).status).toBe(403);
      expect((await caller.get('/api/people')).status).toBe(403);
      expect((await caller.post('/api/people', { username: 'xx', name: 'x', home: 'cuihu' })).status).toBe(403);
    }
  });
});

describe('people', () => {
  test('get a password that is shown once, and must be changed', async () => {
    const input = { username: 'new.person', name: '沈一诺', home: 'cuihu', roles: ['handler'] };
    const { status, body } = await admin.post('/api/people', input);
    expect(status).toBe(201);
    expect((await admin.post('/api/people', input)).body.code).toBe('taken');
    const kept = await house.dataSource.query<object[]>('select * from users');
    expect(JSON.stringify(kept)).not.toContain(body.password);
    expect((await admin.get('/api/people/new.person')).body).not.toHaveProperty('password');
    const session = await logIn('new.person', body.password);
    expect([session.status, session.body.mustChangePassword]).toEqual([200, true]);
    const caller = callerOf(house.url, cookieOf(session));
    expect((await caller.get('/api/complaints')).body.code).toBe('password-to-change');
    const reset = await admin.post('/api/people/new.person/reset-password');
    expect((await caller.get('/api/session')).status).toBe(401);
    expect((await logIn('new.person', body.password)).status).toBe(401);
    expect((await logIn('new.person', reset.body.password)).status).toBe(200);
  });

  test('roles are given and ended, and a day tells who could do what', async () => {
    const give = (roles: string[]) => admin.post('/api/people/huanglei/memberships', { node: 'cuihu', roles });
    await give(['handler']);
    const { given } = (await give(['revisitor'])).body;
    const here = given.filter(({ node }: { node: { id: string } }) => node.id === 'cuihu');
    expect(here).toMatchObject([
      { roles: ['revisitor'], to: null, by: '系统管理员' },
      { roles: ['handler'], endedBy: '系统管理员' },
    ]);
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const { items } = (await admin.get(`/api/organisation/access?on=${today}&user=huanglei`)).body;
    expect(items.map(({ roles }: { roles: string[] }) => roles[0]).sort()).toEqual(['handler', 'handler', 'revisitor']);
    expect(items[0].path[0]).toBe('安居物业集团');
    const before = await (await house.as('auditor')).get('/api/organisation/access?on=2020-01-01&user=huanglei');
    expect(before.body.items).toEqual([]);
    expect((await admin.get('/api/organisation/access?on=yesterday')).status).toBe(400);
    const ended = await admin.post(`/api/people/huanglei/memberships/${here[0].id}/end`);
    expect(ended.body.memberships).toMatchObject([{ node: { id: 'jinxiu' } }]);
  });

  test('whoever leaves hands over first; then nobody gets in as them', async () => {
    const supervisor = await house.as('supervisor');
    const ids = [await house.file(), await house.file()];
    for (const id of ids) {
      await supervisor.post(`/api/complaints/${id}/accept`, {});
      await supervisor.post(`/api/complaints/${id}/dispatch`, { unit: 'engineering', handler: 'zhangwei' });
    }
    const zhangwei = await house.as('zhangwei');
    const { body: token } = await zhangwei.post('/api/tokens', { name: 'x', scopes: ['read'], days: 30 });
    const refused = await admin.post('/api/people/zhangwei/deactivate');
    expect([refused.status, refused.body.params]).toEqual([409, { complaints: 2 }]);
    expect((await admin.get('/api/people/zhangwei/work')).body.items).toHaveLength(2);
    const key = { 'idempotency-key': 'zhangwei-leaves' };
    const order = { to: 'lina', reason: '离职' };
    const batch = await admin.post('/api/people/zhangwei/hand-over', order, key);
    expect((await admin.post('/api/people/zhangwei/hand-over', order, key)).body.id).toBe(batch.body.id);
    const ended = await eventually(async () => {
      const { body } = await admin.get(`/api/batches/${batch.body.id}`);
      return body.endedAt ? body : undefined;
    });
    expect(ended).toMatchObject({ state: 'done', done: 2, refused: 0, problems: [] });
    expect((await supervisor.get(`/api/complaints/${ids[0]}`)).body.handler.id).toBe('lina');
    expect((await admin.post('/api/people/zhangwei/deactivate')).body.active).toBe(false);
    expect((await zhangwei.get('/api/session')).status).toBe(401);
    expect((await logIn('zhangwei', password)).status).toBe(401);
    if (token.token) {
      const program = callerOf(house.url, { authorization: `Bearer ${token.token}` });
      expect((await program.get('/api/complaints')).status).toBe(401);
    }
  });

  test('somebody stands in for a period', async () => {
    const span = (from: number, to: number) => ({
      from: new Date(Date.now() + from).toISOString(),
      until: new Date(Date.now() + to).toISOString(),
    });
    const say = (body: object) =>
      admin.post('/api/people/approver/substitutions', { why: '年假', ...body }, { 'idempotency-key': 'leave' });
    expect((await say({ substitute: 'approver', ...span(0, 1e8) })).status).toBe(400);
    expect((await say({ substitute: 'yangfan', ...span(1e8, 0) })).status).toBe(400);
    const given = await say({ substitute: 'yangfan', ...span(-1e6, 1e8) });
    await say({ substitute: 'yangfan', ...span(-1e6, 1e8) });
    expect(given.body.substitutions).toHaveLength(1);
    const session = async () => (await (await house.as('yangfan')).get('/api/session')).body.user.roles as string[];
    expect(await session()).toEqual(expect.arrayContaining(['supervisor', 'approver']));
    const [{ id }] = given.body.substitutions;
    expect((await admin.post(`/api/people/approver/substitutions/${id}/end`)).status).toBe(200);
    expect(await session()).toEqual(['supervisor']);
  });
});

describe('tables', () => {
  const type = (format: 'csv' | 'xlsx') => ({
    'content-type': format === 'csv' ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  const send = async (path: string, rows: string[][], format: 'csv' | 'xlsx' = 'csv') => {
    const body = await writeSheet(rows, format);
    const { cookie } = cookieOf(await logIn('admin', password));
    const answer = await fetch(`${house.url}/api/organisation/sheets/${path}`, {
      method: 'POST',
      headers: { cookie, ...type(format) },
      body: new Uint8Array(body),
    });
    return { status: answer.status, body: await answer.json() };
  };
  const nodes = ['编号', '上级编号', '层级', '名称', '规程'];
  const people = ['用户名', '姓名', '单位编号', '角色'];

  test('what is wrong is told by row and column, and nothing is taken in', async () => {
    const rows = [
      nodes,
      ['hubei', 'anju', '公司', '湖北公司', ''],
      ['donghu', 'hubei', '项目', '', 'NO'],
      ['donghu', 'cuihu', '项目', '东湖', ''],
      ['Bad Id', 'nowhere', '小区', '汉口', ''],
    ];
    const { body } = await send('nodes/preview', rows);
    expect(body.problems.map(({ row, column, code }: Record<string, unknown>) => [row, column, code])).toEqual(
      expect.arrayContaining([
        [3, '名称', 'blank'],
        [3, '规程', 'unknown-rulebook'],
        [4, '编号', 'twice'],
        [4, '上级编号', 'wrong-parent'],
        [5, '编号', 'bad-id'],
        [5, '层级', 'unknown-tier'],
      ]),
    );
    const taken = await send('nodes', rows);
    expect([taken.status, taken.body.code]).toEqual([409, 'sheet-has-problems']);
    expect((await admin.get('/api/organisation/nodes/hubei')).status).toBe(404);
    expect((await send('nodes/preview', [['编号']])).body.problems[0]).toMatchObject({
      row: 1,
      code: 'column-missing',
    });
  });

  test.each(['csv', 'xlsx'] as const)('%s: first nodes, then people who log in', async (format) => {
    const [company, project] = [`hubei-${format}`, `donghu-${format}`];
    const tree = [nodes, [project, company, '项目', '东湖花园', ''], [company, 'anju', '公司', '湖北公司', 'WY']];
    expect((await send('nodes/preview', tree, format)).body).toMatchObject({ added: 2, problemCount: 0 });
    expect((await send('nodes', tree, format)).body).toMatchObject({ added: 2 });
    expect((await send('nodes', tree, format)).body).toMatchObject({ added: 0, changed: 0, kept: 2 });
    const staff = [
      people,
      [`liu.${format}`, '刘一帆', project, '前台、客服主管'],
      [`liu.${format}`, '刘一帆', company, 'company'],
    ];
    const { body } = await send('people', staff, format);
    expect(body).toMatchObject({ added: 2, problemCount: 0 });
    expect((await send('people', staff, format)).body).toMatchObject({ added: 0, changed: 0, kept: 2, passwords: [] });
    const [{ username, password: word }] = body.passwords;
    expect((await logIn(username, word)).body.user.roles.sort()).toEqual(['company', 'reception', 'supervisor']);
  });

  test('people: unknown places and roles, oneself, and those of others are told', async () => {
    const { body } = await send('people/preview', [
      people,
      ['admin', '系统管理员', 'anju', '前台'],
      ['x', '某', 'nowhere', '总裁'],
      ['someone', '', 'cuihu', ''],
    ]);
    expect(body.problems.map(({ row, code }: Record<string, unknown>) => [row, code])).toEqual(
      expect.arrayContaining([
        [2, 'own-roles'],
        [3, 'bad-username'],
        [3, 'unknown-node'],
        [3, 'unknown-role'],
        [4, 'blank'],
      ]),
    );
  });

  test('go out as they are taken in again, and no cell is a formula', async () => {
    await admin.put('/api/organisation/nodes/nanshan', { name: '=HYPERLINK("http://x","南山")' });
    const csv = Buffer.from(await admin.bytes('/api/organisation/sheets/nodes?format=csv'));
    expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(csv.toString('utf8')).toContain(`'=HYPERLINK`);
    for (const format of ['csv', 'xlsx'] as const) {
      const bytes = Buffer.from(await admin.bytes(`/api/organisation/sheets/nodes?format=${format}`));
      const rows = await readSheet(bytes, format);
      expect(rows.find(([id]) => id === 'nanshan')?.[3]).toBe('=HYPERLINK("http://x","南山")');
      expect((await send('nodes', rows, format)).body).toMatchObject({ added: 0, changed: 0, problemCount: 0 });
    }
    const { cookie } = cookieOf(await logIn('admin', password));
    const junk = await fetch(`${house.url}/api/organisation/sheets/nodes/preview`, {
      method: 'POST',
      headers: { cookie, ...type('xlsx') },
      body: 'no zip at all',
    });
    expect(junk.status).toBe(400);
  });
});
