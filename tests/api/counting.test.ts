/** Counted once: what is merged, and what somebody comes back with (WY-4.2.2.4, WY-4.2.2.5). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { gatherFacts } from '../../database/paper-facts.js';
import { summaryOf } from '../../domain/paper/statistics.js';
import { library, openHouse, type TestHouse } from './house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => {
  await house.close();
  expect(house.faults).toEqual([]);
});

const get = async (path: string, user = 'supervisor') => (await house.as(user)).get(path);
const post = async (path: string, body: object = {}, user = 'supervisor', headers = {}) =>
  (await house.as(user)).post(path, body, headers);
const period = '?from=2026-01-01T00:00:00Z&to=2100-01-01T00:00:00Z';
const listed = async (query: string) =>
  (await get(`/api/complaints?${query}`)).body.items.map(({ id }: { id: string }) => id);
const sumOf = (counts: { count: number }[]) => counts.reduce((sum, { count }) => sum + count, 0);

test('merged, a complaint is in no figure any more; taken apart, it is in all of them again', async () => {
  const [parent, member] = [await house.file({ channel: 'visit' }), await house.file({ channel: 'letter' })];
  for (const id of [parent, member]) await post(`/api/complaints/${id}/accept`);
  const figures = async () => {
    const [all, some, service, board] = await Promise.all([
      get('/api/statistics/overview', 'hq'),
      get(`/api/statistics/overview${period}`),
      get(`/api/statistics/service${period}`),
      get('/api/board', 'hq'),
    ]);
    const now = new Date(Date.now() + 60_000).toISOString();
    const span = { key: 'k', label: { zh: '', en: '' }, from: '2026-01-01T00:00:00+08:00', to: now };
    const asked = { kind: 'yearly' as const, scope: 'cuihu', zone: 'Asia/Shanghai', period: span, cutOff: now };
    const book = library.rulebooks.get('WY')?.document;
    if (!book) throw new Error('no WY');
    const node = { id: 'cuihu', name: '翠湖花园', tier: 'project' as const };
    const facts = await gatherFacts(house.dataSource, { ...asked, node, book, clauses: [], completes: [] });
    const { received, cumulative, open } = summaryOf(facts.complaints, span);
    return {
      overviews: [all.body, some.body].map(({ total, open: alive, ...groups }) => ({
        ...{ total, alive },
        sums: ['byStatus', 'bySeverity', 'byCategory', 'byChannel', 'byProject'].map((by) => sumOf(groups[by])),
        letters: groups.byChannel.find(({ key }: { key: string }) => key === 'letter')?.count ?? 0,
      })),
      service: service.status,
      received: board.body.places.reduce((sum: number, one: { received: number }) => sum + one.received, 0),
      paper: { received, cumulative, open },
    };
  };
  const both = await figures();
  const counted = (n: number, letters: number) => ({ total: n, alive: n, sums: [n, n, n, n, n], letters });
  expect(both).toMatchObject({
    overviews: [counted(2, 1), counted(2, 1)],
    received: 2,
    paper: { received: 2, open: 2 },
  });
  expect(await listed('merged=true')).toEqual([]);
  expect((await post(`/api/complaints/${member}/merge`, { into: parent })).status).toBe(200);
  // the lists that the board leads to have what it counts
  expect(await listed('merged=true')).toEqual([member]);
  expect(await listed('merged=false')).toEqual([parent]);
  expect(await listed('open=true')).toEqual([parent]);
  expect(await listed('open=false')).toEqual([member]);
  expect(await listed('open=true&merged=false&project=cuihu')).toEqual([parent]);
  expect(await figures()).toMatchObject({
    ...{ overviews: [counted(1, 0), counted(1, 0)], received: 1 },
    paper: { received: 1, cumulative: 1, open: 1 },
  });
  expect((await post(`/api/complaints/${member}/unmerge`)).status).toBe(200);
  expect(await figures()).toEqual(both);
});

test('new content in a follow-up is a complaint of its own, once; the one it followed says which', async () => {
  const id = await house.file();
  await post(`/api/complaints/${id}/settle`, { result: '当场修复', form: 'visit' }, 'reception');
  const said = { newContent: true, text: '另外，地下车库照明也坏了。' };
  const path = `/api/complaints/${id}/signals/followedUp`;
  expect((await post(path, { newContent: true })).body).toMatchObject({ code: 'invalid', errors: [{ path: 'text' }] });
  const first = await post(path, said, 'handler', { 'idempotency-key': 'again' });
  const second = await post(path, said, 'handler', { 'idempotency-key': 'again' });
  expect([first.status, second.body]).toEqual([202, first.body]);
  const { filed } = first.body as { filed: { id: string; number: string } };
  const { body: made } = await get(`/api/complaints/${filed.id}`);
  expect(made).toMatchObject({ status: 'received', text: said.text, follows: { id }, channel: 'phone' });
  expect(made.complainant.name).toBe('周女士');
  const { body: followed } = await get(`/api/complaints/${id}`);
  expect(followed.status).toBe('closed');
  const { items } = (await get(`/api/complaints/${id}/events`)).body as { items: { type: string; filed?: object }[] };
  expect(items.find(({ type }) => type === 'FollowedUp')).toMatchObject({ newContent: true, filed });
});

test('the same matter again after it was closed takes it up again', async () => {
  const id = await house.file();
  await post(`/api/complaints/${id}/settle`, { result: '当场修复', form: 'visit' }, 'reception');
  const told = await post(`/api/complaints/${id}/signals/followedUp`, { text: '又停了。' });
  expect([told.status, told.body]).toEqual([202, {}]);
  // what is told is heard before the next command is
  await post(`/api/complaints/${id}/comment`, { text: '已电话核实' }, 'reception');
  expect((await get(`/api/complaints/${id}`)).body).toMatchObject({ status: 'planning', facts: { again: true } });
});
