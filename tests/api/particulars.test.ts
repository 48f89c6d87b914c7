/** What single regulations add, as the API tells it: ledger, promise, figures, survey, other parties, duty. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openHouse, type TestHouse } from './house.js';

let house: TestHouse;
beforeAll(async () => void (house = await openHouse()));
afterAll(() => house.close());

/** Gives commands one after the other, each as somebody: `[supervisor, accept, {…}]`. */
async function give(id: string, ...steps: [user: string, command: string, input?: object][]) {
  for (const [user, command, input = {}] of steps) {
    const caller = await house.as(user);
    const { status, body } = await caller.post(`/api/complaints/${id}/${command}`, input);
    if (status !== 200) throw new Error(`${command}: ${JSON.stringify(body)}`);
  }
}
const get = async (path: string, user = 'supervisor') => (await (await house.as(user)).get(path)).body;

const repair: [string, string, object?][] = [
  ['supervisor', 'accept', { grade: 'common' }],
  ['supervisor', 'dispatch', { unit: 'engineering', handler: 'handler' }],
  ['handler', 'arrive'],
];

test('the ledger tells who asked, who granted, what was left, and what was promised before and after', async () => {
  const id = await house.file({ channel: 'letter' });
  await give(id, ['supervisor', 'accept']);
  const before = (await get(`/api/complaints/${id}`)).promise;
  expect(before).toMatchObject({ clock: 'reply' });
  const until = new Date(Date.parse(before.due) + 3 * 86_400_000).toISOString();
  await give(id, ['supervisor', 'requestExtension', { clock: 'reply', until, reason: '等厂家答复' }]);
  await give(id, ['approver', 'grantExtension', { clock: 'reply' }]);
  await give(id, ['supervisor', 'suspend', { because: 'awaitingComplainant', reason: '客户出差' }]);
  const { promise, items } = await get(`/api/complaints/${id}/ledger`);
  expect(promise).toEqual({ clock: 'reply', suspended: true });
  expect(items).toMatchObject([
    {
      kind: 'extension',
      by: { user: 'supervisor', name: expect.any(String) },
      reason: '等厂家答复',
      left: { minutes: expect.any(Number) },
      answer: { granted: true, by: { user: 'approver' } },
      promised: { before: { due: before.due } },
    },
    { kind: 'stop', because: 'awaitingComplainant', reason: '客户出差', promised: { after: { suspended: true } } },
  ]);
  expect(Date.parse(items[0].promised.after.due)).toBe(Date.parse(until));
  expect((await (await house.as('supervisor')).get('/api/complaints/none/ledger')).status).toBe(404);
});

test('figures of the service with their targets, each leading to its cases', async () => {
  const [first, again] = [await house.file({ rulebook: 'BX' }), await house.file({ rulebook: 'BX' })];
  await give(first, ...repair, ['handler', 'complete', { result: '已换灯泡。', payer: 'common' }]);
  await give(again, ...repair, ['handler', 'complete', { result: '已换灯泡。', payer: 'common', rework: true }]);
  const { items } = await get('/api/statistics/service');
  expect(items).toContainEqual({
    figure: 'onSite',
    rulebook: 'BX',
    clock: 'arrive',
    formula: 'arrive met / (met + missed)',
    good: 2,
    of: 2,
    share: 1,
    least: 0.98,
    kept: true,
    clauses: ['BX-3.2'],
  });
  expect(items).toContainEqual(
    expect.objectContaining({ figure: 'rework', good: 1, of: 2, share: 0.5, most: 0.01, kept: false }),
  );
  const ids = async (query: string) =>
    (await get(`/api/complaints?rulebook=BX&${query}`)).items.map(({ id }: { id: string }) => id);
  expect((await ids('clock=arrive:met')).sort()).toEqual([first, again].sort());
  expect(await ids('clock=arrive:missed')).toEqual([]);
  expect(await ids('reworked=true')).toEqual([again]);
  const wrong = await (await house.as('supervisor')).get('/api/complaints?clock=arrive');
  expect(wrong.status).toBe(400);
  expect((await get('/api/statistics/service?from=2030-01-01T00:00:00Z')).items[0]).not.toHaveProperty('share');
});

test('items of the survey are counted as they were rated at the revisit', async () => {
  const id = await house.file({ rulebook: 'HF' });
  await give(
    id,
    ['supervisor', 'accept'],
    ['supervisor', 'dispatch', { unit: 'engineering', handler: 'handler' }],
    ['handler', 'complete', { result: '已修剪。' }],
    ['supervisor', 'verify', { passed: true }],
  );
  const revisitor = await house.as('revisitor');
  const ratings = { greening: 'satisfied', repairs: 'dissatisfied' };
  const asked = { outcome: 'satisfied', form: 'phone' };
  const wrong = await revisitor.post(`/api/complaints/${id}/revisit`, { ...asked, ratings: { greening: 'excellent' } });
  expect(wrong.status).toBe(400);
  expect(wrong.body.errors[0].path).toBe('ratings');
  await give(id, ['revisitor', 'revisit', { ...asked, ratings }]);
  expect((await get(`/api/complaints/${id}`)).ratings).toEqual(ratings);
  const { items } = await get('/api/statistics/survey');
  expect(items).toHaveLength(8);
  expect(items).toContainEqual({
    ...{ rulebook: 'HF', item: 'repairs', zh: '维修服务', en: 'Repairs', clauses: ['HF-1.g'] },
    ...{ satisfied: 0, fair: 0, dissatisfied: 1, rated: 1, share: 0 },
  });
  const listed = await get('/api/complaints?rated=repairs:dissatisfied');
  expect(listed.items.map((one: { id: string }) => one.id)).toEqual([id]);
});

test('compensation, sheets, penalties and other parties are read as they stand', async () => {
  const id = await house.file({ rulebook: 'BX', category: 'developer' });
  await give(
    id,
    ...repair,
    ['supervisor', 'compensate', { step: 'propose', size: 'small', amount: 300, reason: '地板泡水' }],
    ['approver', 'compensate', { step: 'approve', manner: 'phone' }],
  );
  expect((await get(`/api/complaints/${id}`)).compensation).toMatchObject({
    state: 'approved',
    sheetOwed: 'contact-sheet',
  });
  await give(
    id,
    ['supervisor', 'issueSheet', { kind: 'contact-sheet', content: '请开发商保修' }],
    ['supervisor', 'contact', { party: '开发商工程部', form: 'letter', text: '随附联系单' }],
  );
  const complaint = await get(`/api/complaints/${id}`);
  expect(complaint.compensation).not.toHaveProperty('sheetOwed');
  expect(complaint.sheets).toMatchObject([{ number: 1, kind: 'contact-sheet', reference: complaint.number }]);
  expect(complaint.contacts).toMatchObject([{ path: 'developer', party: '开发商工程部' }]);
  expect(complaint.allowed).toContain('conclude');
});

test('duty periods in which a moment falls, and in which a complaint arrived', async () => {
  const at = encodeURIComponent('2026-10-01T08:00:00+08:00');
  const { items } = await get(`/api/duty-periods?rulebook=LD&at=${at}`, 'reception');
  expect(items.map(({ name }: { name: string }) => name)).toEqual(['festival', 'autumn-harvest']);
  expect(items[0]).toMatchObject({ zh: '重大节日24小时值班', clauses: ['LD-3'] });
  const none = encodeURIComponent('2026-01-20T08:00:00+08:00');
  expect((await get(`/api/duty-periods?rulebook=LD&at=${none}`, 'reception')).items).toEqual([]);
  const reception = await house.as('reception');
  expect((await reception.get('/api/duty-periods?rulebook=XX')).status).toBe(404);
  expect((await reception.get('/api/duty-periods')).status).toBe(400);
  const backdated = { arrivedAt: '2026-10-01T08:00:00+08:00', backdatedBecause: '值班室移交' };
  const id = await house.file({ rulebook: 'LD', ...backdated });
  expect((await get(`/api/complaints/${id}`)).duty).toMatchObject([{ name: 'festival' }, { name: 'autumn-harvest' }]);
});
