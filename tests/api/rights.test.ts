/** Who sees what, and who does not. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ordinaryWay } from '../support/ordinary-way.js';
import { callerOf, intake, openHouse, type TestHouse } from './house.js';

let house: TestHouse;
let cuihu: string;
let xinghai: string;
beforeAll(async () => {
  house = await openHouse();
  cuihu = await house.file();
  const filed = await (await house.as('xujing')).post('/api/complaints', { ...intake, project: 'xinghai' });
  xinghai = (filed.body as { id: string }).id;
});
afterAll(() => house.close());

const ids = async (user: string) =>
  ((await (await house.as(user)).get('/api/complaints')).body as { items: { id: string }[] }).items
    .map(({ id }) => id)
    .sort();

describe('each sees their part of the organisation', () => {
  const sights: [string, () => string[], () => string[]][] = [
    ['reception', () => [cuihu], () => [xinghai]],
    ['handler', () => [cuihu], () => [xinghai]],
    ['zhaomin', () => [], () => [cuihu, xinghai]],
    ['company', () => [cuihu], () => [xinghai]],
    ['gaofeng', () => [xinghai], () => [cuihu]],
    ['hq', () => [cuihu, xinghai], () => []],
    ['auditor', () => [cuihu, xinghai], () => []],
  ];
  test.each(sights)('%s', async (user, seen, hidden) => {
    expect(await ids(user)).toEqual(seen().sort());
    const caller = await house.as(user);
    for (const id of seen()) expect((await caller.get(`/api/complaints/${id}`)).status).toBe(200);
    for (const id of hidden()) {
      for (const path of ['', '/events', '/deadlines', '/deadlines/reply', '/archive']) {
        expect((await caller.get(`/api/complaints/${id}${path}`)).status).toBe(404);
      }
      expect([403, 404]).toContain((await caller.post(`/api/complaints/${id}/comment`, { text: 'x' })).status);
    }
    const { total } = (await caller.get('/api/statistics/overview')).body as { total: number };
    expect(total).toBe(seen().length);
  });
});

test('what was handed up is handled by a supervisor whose place is the company, and by none of the project', async () => {
  const id = await house.file();
  const asUser = async (user: string, command: string, input: object) =>
    (await house.as(user)).post(`/api/complaints/${id}/${command}`, input);
  expect((await asUser('supervisor', 'escalate', { to: 'company', reason: '项目无力解决' })).status).toBe(200);
  for (const user of ['supervisor', 'yangfan'])
    expect((await asUser(user, 'accept', {})).body).toMatchObject({ code: 'handed-up', clauses: ['WY-4.4.3.4'] });
  await house.dataSource.query(
    `insert into memberships (user_id, node_id, roles) values ('yangfan', 'huadong', '{supervisor}')`,
  );
  const tasks = (await (await house.as('yangfan')).get('/api/tasks')).body as { items: { complaint: { id: string }; commands: string[] }[] }; // prettier-ignore
  expect(tasks.items.find(({ complaint }) => complaint.id === id)?.commands).toContain('accept');
  expect((await asUser('yangfan', 'accept', {})).status).toBe(200);
  expect((await asUser('yangfan', 'dispatch', { unit: 'engineering', handler: 'handler' })).status).toBe(200);
  const { body } = await asUser('supervisor', 'dispatch', { unit: 'engineering', handler: 'handler' });
  expect(body).toMatchObject({ code: 'handed-up' });
});

test('an administrator sees no content of complaints', async () => {
  const admin = await house.as('admin');
  const paths = ['', `/${cuihu}`, `/${cuihu}/events`, `/${cuihu}/deadlines`, `/${cuihu}/archive`, `/${cuihu}/history`];
  for (const path of paths) expect((await admin.get(`/api/complaints${path}`)).status).toBe(403);
  for (const path of ['/api/tasks', '/api/statistics/overview', '/api/events'])
    expect((await admin.get(path)).status).toBe(403);
  expect((await admin.post('/api/complaints', intake)).status).toBe(403);
  expect((await admin.get('/api/users')).status).toBe(200);
});

test('an auditor reads everything and changes nothing', async () => {
  const auditor = await house.as('auditor');
  const history = await auditor.get(`/api/complaints/${cuihu}/history`);
  const { items } = history.body as {
    items: { type: string; attributes: { input?: { payloads: { rulebook: { id: string } }[] } } }[];
  };
  expect(items[0]?.type).toBe('WorkflowExecutionStarted');
  expect(items[0]?.attributes.input?.payloads[0]?.rulebook.id).toBe('WY');
  const { allowed } = (await auditor.get(`/api/complaints/${cuihu}`)).body as { allowed: string[] };
  expect(allowed).toEqual([]);
  expect((await auditor.post('/api/complaints', intake)).status).toBe(403);
  expect((await auditor.post(`/api/complaints/${cuihu}/accept`, {})).status).toBe(403);
});

test('histories are for auditors only', async () => {
  for (const user of ['reception', 'supervisor', 'company', 'hq']) {
    expect((await (await house.as(user)).get(`/api/complaints/${cuihu}/history`)).status).toBe(403);
  }
});

test('nobody sees anything without logging in', async () => {
  const paths = [
    'complaints',
    `complaints/${cuihu}`,
    'tasks',
    'projects',
    'users',
    'rulebooks',
    'statistics/overview',
    'events',
    'session',
  ];
  for (const path of paths) {
    const answer = await house.nobody.get(`/api/${path}`);
    expect([path, answer.status, answer.body.code]).toEqual([path, 401, 'unauthenticated']);
  }
  expect((await house.nobody.post('/api/complaints', intake)).status).toBe(401);
  for (const path of ['/api/health/live', '/api/health/ready', '/api/openapi.json', '/metrics']) {
    expect((await house.nobody.get(path)).status).toBe(200);
  }
});

test('a program acts as the user who gave it a token, until it is taken back', async () => {
  const reception = await house.as('reception');
  const granted = await reception.post('/api/tokens', { name: 'hotline', scopes: ['read', 'file'] });
  const { id, token } = granted.body as { id: string; token: string };
  const program = callerOf(house.url, { authorization: `Bearer ${token}` });
  expect((await program.post('/api/complaints', intake)).status).toBe(201);
  expect((await program.get('/api/session')).body).toMatchObject({ user: { id: 'reception' } });
  expect((await reception.get('/api/tokens')).body).toMatchObject({ items: [{ id, name: 'hotline' }] });
  expect((await (await house.as('supervisor')).delete(`/api/tokens/${id}`)).status).toBe(404);
  expect((await reception.delete(`/api/tokens/${id}`)).status).toBe(204);
  expect((await program.get('/api/session')).status).toBe(401);
});

describe('a revisitor whose place is the company', () => {
  const ready = async (handUp: boolean) => {
    const id = await house.file({ channel: 'letter' });
    if (handUp) {
      const given = await (
        await house.as('company')
      ).post(`/api/complaints/${id}/escalate`, { to: 'company', reason: '需公司协调' });
      expect(given.status).toBe(200);
    }
    const users: Partial<Record<string, string>> = { supervisor: handUp ? 'company' : 'supervisor' };
    for (const [command, role, input = {}] of ordinaryWay.slice(0, -1)) {
      const caller = await house.as(users[role] ?? role);
      const given = await caller.post(`/api/complaints/${id}/${command}`, input);
      expect([command, given.status, given.body.code]).toEqual([command, 200, undefined]);
    }
    return id;
  };
  test.each([
    ['of its own', false, 200],
    ['that the company took over', true, 403],
  ])('revisits a complaint %s in a project below; the project’s revisitor: %s %i', async (_, handUp, atProject) => {
    await house.dataSource.query(
      `insert into memberships (user_id, node_id, roles) values ('huanglei', 'huadong', '{revisitor}') on conflict do nothing`,
    );
    const above = await house.as('huanglei');
    const id = await ready(handUp);
    const path = `/api/complaints/${id}`;
    const answer = { outcome: 'unreachable', form: 'phone' };
    const offered = async (user: string) => (await (await house.as(user)).get(path)).body.allowed as string[];
    expect((await offered('revisitor')).includes('revisit')).toBe(atProject === 200);
    expect((await (await house.as('revisitor')).post(`${path}/revisit`, answer)).status).toBe(atProject);
    expect(await offered('huanglei')).toContain('revisit');
    expect((await above.post(`${path}/revisit`, { ...answer, outcome: 'satisfied' })).status).toBe(200);
    const { items } = (await above.get(`${path}/events`)).body as { items: { type: string; actor: object }[] };
    expect(items.findLast(({ type }) => type === 'RevisitRecorded')?.actor).toMatchObject({
      user: 'huanglei',
      role: 'revisitor',
    });
  });
});
