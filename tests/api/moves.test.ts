/** Open complaints moved to the version in force: previewed, one by one, many at once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ComplaintEngine } from '../../api/engine/complaint-engine.js';
import { teller } from '../../cli/tell.js';
import { until } from '../support/eventually.js';
import { type Caller, library, openHouse, type TestHouse } from './house.js';

let house: TestHouse;
let company: Caller;
let hq: Caller;
/** Complaints under version 1. */
let ids: string[];

const clock = 'reply';
const dueOf = async (id: string): Promise<string> => {
  const { body } = await company.get(`/api/complaints/${id}/deadlines`);
  return (body.items as { clock: string; due: string }[]).find((one) => one.clock === clock)?.due ?? '';
};
const versionOf = async (id: string) => (await company.get(`/api/complaints/${id}`)).body.rulebook.version as number;

beforeAll(async () => {
  house = await openHouse();
  [company, hq] = await Promise.all([house.as('company'), house.as('hq')]);
  ids = [];
  for (let i = 0; i < 4; i++) ids.push(await house.file({ channel: 'letter' }));
  const admin = await house.as('admin');
  const text = (library.rulebooks.get('WY')?.text ?? '').replaceAll('within: 2 working days', 'within: 9 working days');
  const draft = await admin.post('/api/rulebooks/WY/versions', { text, why: '期限放宽' });
  expect(draft.body.problems).toEqual([]);
  const url = '/api/rulebooks/WY/versions/2/approve';
  expect(await company.post('/api/rulebooks/WY/versions/2/move-preview', {})).toMatchObject({
    ...{ status: 409, body: { code: 'not-in-force' } },
  });
  const early = { version: 2, reason: '新版已发布' };
  expect(await company.post(`/api/complaints/${ids[0]}/changeRulebook`, early)).toMatchObject({
    ...{ status: 409, body: { code: 'not-in-force' } },
  });
  expect((await hq.post(url, {}, { 'if-match': '"1"' })).status).toBe(200);
});
afterAll(async () => {
  await house.close();
  expect(house.faults).toEqual([]);
});

test('open complaints keep their version, new ones get the one in force', async () => {
  expect(await versionOf(ids[0] as string)).toBe(1);
  expect(await versionOf(await house.file())).toBe(2);
});

test('one that arrived before the version was in force is filed under the one of its arrival', async () => {
  const id = await house.file({ arrivedAt: '2026-01-05T10:00:00+08:00', backdatedBecause: '纸质登记' });
  expect(await versionOf(id)).toBe(1);
});

test('the preview tells which clock would move from when to when, and changes nothing', async () => {
  const [one] = ids as [string];
  const due = await dueOf(one);
  const shown = await company.get(`/api/complaints/${one}`);
  expect(shown.body).toMatchObject({ allowed: expect.arrayContaining(['changeRulebook']), rulebook: { inForce: 2 } });
  const preview = await company.post('/api/rulebooks/WY/versions/2/move-preview', { ids: [one] });
  expect(preview).toMatchObject({
    status: 200,
    body: { total: 1, next: null, items: [{ complaint: { id: one, project: { name: '翠湖花园' } }, from: 1 }] },
  });
  const moves = preview.body.items[0].clocks as { clock: string; before: { due: string }; after: { due: string } }[];
  expect(moves).toMatchObject([{ clock, change: 'moved', before: { due, state: 'open' } }]);
  expect(await versionOf(one)).toBe(1);
  const given = await company.post(`/api/complaints/${one}/changeRulebook`, { version: 2, reason: '业主要求从新' });
  expect(given.status).toBe(200);
  expect(await dueOf(one)).toBe(moves[0]?.after.due);
  expect((await company.get(`/api/complaints/${one}`)).body.allowed).not.toContain('changeRulebook');
  expect(await versionOf(one)).toBe(2);
});

test('moved once however often it is sent, refused the second time, with the clauses of the new version', async () => {
  const [, two] = ids as [string, string];
  const key = { 'idempotency-key': 'move-two' };
  const path = `/api/complaints/${two}/changeRulebook`;
  const first = await company.post(path, { version: 2, reason: '从新' }, key);
  expect(first.status).toBe(200);
  expect(await company.post(path, { version: 2, reason: '从新' }, key)).toMatchObject({
    status: 200,
    body: first.body,
  });
  expect(await company.post(path, { version: 2, reason: '从新' })).toMatchObject({
    status: 409,
    body: { code: 'already' },
  });
  const { body } = await company.get(`/api/complaints/${two}/deadlines/${clock}`);
  expect(body.budget).toBe('9 working days');
  const { items } = (await company.get(`/api/complaints/${two}/events`)).body as { items: { type: string }[] };
  expect(items.filter(({ type }) => type === 'RulebookChanged')).toMatchObject([
    { version: 2, from: 1, reason: '从新', actor: { user: 'company' } },
  ]);
});

test('what still is under the old version shows its texts', async () => {
  const [, , three] = ids as [string, string, string];
  const { body } = await company.get(`/api/complaints/${three}/deadlines/${clock}`);
  expect(body.budget).toBe('2 working days');
  expect(body.clauseTexts[0].zh).toBeTruthy();
  const version = await company.get('/api/rulebooks/WY/versions/1');
  expect(version.body.text).toBe(library.rulebooks.get('WY')?.text);
});

test('taken up again after its workflow ended, it is under the version that it was moved to', async () => {
  const [one] = ids as [string];
  await house.engine.client.workflow.getHandle(one).terminate();
  const path = `/api/complaints/${one}`;
  expect((await company.post(`${path}/comment`, { text: '继续' })).status).toBe(200);
  expect(await company.post(`${path}/changeRulebook`, { version: 2, reason: 'x' })).toMatchObject({
    ...{ status: 409, body: { code: 'already' } },
  });
});

test('taken up again to be told something, too', async () => {
  const [, two] = ids as [string, string];
  const { dataSource, engine } = house;
  await engine.client.workflow.getHandle(two).terminate();
  const tell = teller({ dataSource, client: engine.client, library, taskQueue: engine.taskQueue });
  await tell({ id: '1', complaint: two, signal: 'urged', data: { text: '请尽快' } });
  const { client, taskQueue } = engine;
  const started = await new ComplaintEngine({ dataSource, client, taskQueue, library }).pinned(two);
  expect(started?.rulebook).toMatchObject({ id: 'WY', version: 2 });
  const types = async () =>
    ((await company.get(`/api/complaints/${two}/events`)).body.items as { type: string }[]).map(({ type }) => type);
  await until(types, (found) => found.includes('Urged'));
});

test('nobody brings a rulebook along', async () => {
  const [, , three] = ids as [string, string, string];
  const rulebook = library.rulebooks.get('SY')?.rulebook;
  expect(
    (await company.post(`/api/complaints/${three}/changeRulebook`, { version: 2, reason: 'x', rulebook })).status,
  ).toBe(400);
});

test('for the company and the group, within what they see', async () => {
  const moves = '/api/rulebooks/WY/versions/2';
  for (const user of ['supervisor', 'handler', 'auditor', 'admin']) {
    const caller = await house.as(user);
    expect((await caller.post(`${moves}/move-preview`, {})).status).toBe(403);
    expect((await caller.post(`${moves}/moves`, { reason: 'x' })).status).toBe(403);
  }
  const elsewhere = await (await house.as('gaofeng')).post(`${moves}/move-preview`, {});
  expect(elsewhere).toMatchObject({ status: 200, body: { total: 0, items: [] } });
  expect((await company.post(`${moves}/moves`, { reason: ' ' })).status).toBe(400);
  expect((await company.post(`${moves}/moves`, { reason: 'x', statuses: ['nonsense'] })).status).toBe(400);
  expect(await company.post('/api/rulebooks/WY/versions/1/moves', { reason: 'x' })).toMatchObject({
    ...{ status: 409, body: { code: 'not-in-force' } },
  });
});

test('the rest, as a batch; page by page in the preview', async () => {
  const left = ids.slice(2);
  const page = await hq.post('/api/rulebooks/WY/versions/2/move-preview', { ids: left, limit: 1 });
  expect(page.body).toMatchObject({ total: 2, next: page.body.items[0].complaint.id });
  const last = await hq.post('/api/rulebooks/WY/versions/2/move-preview', {
    ids: left,
    limit: 1,
    after: page.body.next,
  });
  expect(last.body).toMatchObject({ total: 2, next: null, items: [{ from: 1 }] });
  const key = { 'idempotency-key': 'move-the-rest' };
  const started = await hq.post('/api/rulebooks/WY/versions/2/moves', { ids: left, reason: '统一从新' }, key);
  expect(started).toMatchObject({ status: 202, body: { kind: 'changeRulebook', total: 2, why: '统一从新' } });
  const again = await hq.post('/api/rulebooks/WY/versions/2/moves', { ids: left, reason: '统一从新' }, key);
  expect(again.body.id).toBe(started.body.id);
  await house.engine.client.workflow.getHandle(`batch-${started.body.id}`).result();
  expect((await hq.get(`/api/batches/${started.body.id}`)).body).toMatchObject({ state: 'done', done: 2, refused: 0 });
  expect(await Promise.all(left.map(versionOf))).toEqual([2, 2]);
  const empty = await hq.post('/api/rulebooks/WY/versions/2/move-preview', { ids: left });
  expect(empty.body).toEqual({ total: 0, items: [], next: null });
});
