/** Rulebooks that people write: drafted, checked, approved by a second person, withdrawn in time. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { plusDays } from '../../domain/calendar/zone.js';
import { type Caller, library, openHouse, type TestHouse } from './house.js';

let house: TestHouse;
let admin: Caller;
let hq: Caller;
beforeAll(async () => {
  house = await openHouse();
  [admin, hq] = await Promise.all([house.as('admin'), house.as('hq')]);
});
afterAll(async () => {
  await house.close();
  expect(house.faults).toEqual([]);
});

const textOf = (id: string): string => library.rulebooks.get(id)?.text ?? '';
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const in3Days = () => plusDays(today(), 3);
/** The revision that an answer carries, to be sent back. */
const asRead = (version: { headers: Headers }) => ({ 'if-match': version.headers.get('etag') ?? '' });

/** A draft of a rulebook: a copy of its latest version, changed. */
async function draftOf(id: string, change = (text: string) => text) {
  const { body } = await admin.post(`/api/rulebooks/${id}/versions`, { why: '期限从严' });
  const path = `/api/rulebooks/${id}/versions/${body.version}`;
  const text = change(body.text as string);
  const changed = await admin.put(path, { text, why: '期限从严' }, { 'if-match': `"${body.revision}"` });
  expect(changed.status).toBe(200);
  return { path, version: body.version as number, changed };
}

const slower = (text: string) => text.replace('within: 2 working days', 'within: 4 working days');

test('a draft is a copy with the next number, its text as it was written but for that', async () => {
  const { status, body, headers } = await admin.post('/api/rulebooks/HF/versions', { why: '试拟', copyOf: 1 });
  expect(status).toBe(201);
  expect(headers.get('location')).toBe('/api/rulebooks/HF/versions/2');
  expect(body).toMatchObject({
    ...{ id: 'HF', version: 2, state: 'draft', origin: 'written', revision: 1, why: '试拟', problems: [] },
    written: { by: { id: 'admin', name: '系统管理员' } },
    document: { rulebook: 'HF', version: 2 },
  });
  expect(body.text).toBe(textOf('HF').replace(/^version: 1/m, 'version: 2'));
  expect((await admin.get('/api/rulebooks/HF')).body.version).toBe(1);
});

test('a mistake is told with its line, at the check and in the draft, which nobody approves', async () => {
  const wrong = textOf('WG').replace(/^calendar: .*$/m, 'calendar: XX');
  const line = wrong.split('\n').findIndex((one) => one.startsWith('calendar:')) + 1;
  const check = await admin.post('/api/rulebooks/check', { text: wrong });
  expect(check).toMatchObject({ status: 200, body: { problems: [{ path: 'calendar', line }] } });
  expect((await admin.post('/api/rulebooks/check', { text: 'a: [' })).body.problems).toMatchObject([{ line: 1 }]);
  expect(
    (await admin.post('/api/rulebooks/check', { text: textOf('WG'), rulebook: 'WY' })).body.problems,
  ).toMatchObject([{ path: 'rulebook' }]);
  const draft = await admin.post('/api/rulebooks/WG/versions', { text: wrong, why: 'x' });
  expect(draft).toMatchObject({ status: 201, body: { state: 'draft', problems: [{ path: 'calendar', line }] } });
  expect(draft.body.document).toBeUndefined();
  const refused = await hq.post('/api/rulebooks/WG/versions/2/approve', {}, asRead(draft));
  expect(refused).toMatchObject({ status: 409, body: { code: 'has-problems', errors: [{ line }] } });
});

test('whoever changes a draft has read it as it is', async () => {
  const { path, changed } = await draftOf('ZX');
  const old = { 'if-match': '"1"' };
  expect(await admin.put(path, { text: textOf('ZX'), why: 'x' }, old)).toMatchObject({
    status: 412,
    body: { code: 'stale' },
  });
  expect(await admin.put(path, { text: textOf('ZX'), why: 'x' })).toMatchObject({
    ...{ status: 400, body: { errors: [{ path: 'If-Match' }] } },
  });
  // nor is approved what was changed since it was read
  expect(await hq.post(`${path}/approve`, {}, old)).toMatchObject({ status: 412 });
  const both = await Promise.all(
    ['a', 'b'].map((why) => admin.put(path, { text: textOf('ZX'), why }, asRead(changed))),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('approved by a second person, of the group or an administrator, from a date that has not passed', async () => {
  const { path, changed } = await draftOf('YH');
  const read = asRead(changed);
  expect(await admin.post(`${path}/approve`, {}, read)).toMatchObject({ status: 409, body: { code: 'self-approval' } });
  expect((await (await house.as('company')).post(`${path}/approve`, {}, read)).status).toBe(403);
  expect(await hq.post(`${path}/approve`, { inForceFrom: plusDays(today(), -1) }, read)).toMatchObject({
    ...{ status: 400, body: { errors: [{ path: 'inForceFrom' }] } },
  });
  expect((await hq.post(`${path}/approve`, { inForceFrom: '2027-02-30' }, read)).status).toBe(400);
  expect((await hq.post(`${path}/approve`, {})).status).toBe(400);
  const approved = await hq.post(`${path}/approve`, { inForceFrom: in3Days(), remarks: '同意' }, read);
  expect(approved).toMatchObject({
    status: 200,
    body: {
      state: 'approved',
      approved: { by: { id: 'hq' }, remarks: '同意' },
      inForce: { from: new Date(`${in3Days()}T00:00:00+08:00`).toISOString(), now: false },
    },
  });
  const { items } = (await admin.get('/api/rulebooks/YH/versions')).body;
  expect(items).toMatchObject([
    { version: 2, inForce: { now: false } },
    { version: 1, origin: 'shipped', written: { by: null }, inForce: { to: approved.body.inForce.from, now: true } },
  ]);
  expect(items[1].inForce.from).toBeUndefined();
  expect((await admin.get('/api/rulebooks/YH')).body.version).toBe(1);
});

test('approved: nothing of it changes any more; withdrawn only before it is in force, with a reason', async () => {
  const { path, changed } = await draftOf('DS');
  expect(await hq.post(`${path}/withdraw`, { reason: 'x' })).toMatchObject({
    status: 409,
    body: { code: 'not-approved' },
  });
  const approved = await hq.post(`${path}/approve`, { inForceFrom: in3Days() }, asRead(changed));
  expect(await admin.put(path, { text: 'x', why: 'x' }, asRead(approved))).toMatchObject({
    body: { code: 'not-a-draft' },
  });
  expect(await admin.delete(path)).toMatchObject({ status: 409, body: { code: 'not-a-draft' } });
  expect(await hq.post(`${path}/approve`, {}, asRead(approved))).toMatchObject({ body: { code: 'not-a-draft' } });
  expect((await hq.post(`${path}/withdraw`, { reason: ' ' })).status).toBe(400);
  const withdrawn = await hq.post(`${path}/withdraw`, { reason: '与新条例冲突' });
  expect(withdrawn).toMatchObject({
    body: { state: 'withdrawn', withdrawn: { by: { id: 'hq' }, reason: '与新条例冲突' } },
  });
  expect(withdrawn.body.inForce).toBeUndefined();
  expect(await hq.post(`${path}/withdraw`, { reason: 'x' })).toMatchObject({ body: { code: 'already' } });
  expect(await hq.post('/api/rulebooks/DS/versions/1/withdraw', { reason: 'x' })).toMatchObject({
    ...{ status: 409, body: { code: 'in-force' } },
  });
  // its number is never given again
  expect((await draftOf('DS')).version).toBe(3);
});

test('a draft may be thrown away', async () => {
  const { path } = await draftOf('LD');
  expect((await admin.delete(path)).status).toBe(204);
  expect((await admin.get(path)).status).toBe(404);
  expect((await admin.delete(path)).status).toBe(404);
});

test('two who draft at once get numbers of their own', async () => {
  const drafts = await Promise.all([1, 2, 3].map(() => admin.post('/api/rulebooks/YJ/versions', { why: 'x' })));
  expect(drafts.map(({ body }) => body.version as number).sort()).toEqual([2, 3, 4]);
});

test('the differences of two versions, rule by rule', async () => {
  const { path } = await draftOf('WY', slower);
  const { body } = await admin.get(`${path}/differences?against=1`);
  expect(body).toMatchObject({ before: 1, after: 2 });
  expect(body.items).toMatchObject([{ change: 'changed' }]);
  expect(body.items[0].before).toContain('2 working days');
  expect(body.items[0].after).toContain('4 working days');
  expect((await admin.get(`${path}/differences`)).body).toEqual(body);
  expect((await admin.get('/api/rulebooks/WY/versions/1/differences')).body).toEqual({ after: 1, items: [] });
  expect((await admin.get(`${path}/differences?against=77`)).status).toBe(404);
  expect((await admin.get(`${path}/differences?against=x`)).status).toBe(400);
});

test('a rulebook of one’s own, from its first draft to the first complaint under it', async () => {
  const text = textOf('HF')
    .replace(/^rulebook: HF/m, 'rulebook: AJ')
    .replaceAll('HF-', 'AJ-');
  expect((await admin.post('/api/rulebooks', { text: 'rulebook: AJ', why: 'x' })).status).toBe(400);
  expect(await admin.post('/api/rulebooks', { text: textOf('HF'), why: 'x' })).toMatchObject({
    ...{ status: 409, body: { code: 'rulebook-exists' } },
  });
  const begun = await admin.post('/api/rulebooks', { text, why: '集团自订' });
  expect(begun).toMatchObject({ status: 201, body: { id: 'AJ', version: 1, problems: [] } });
  expect((await admin.get('/api/rulebooks/AJ')).status).toBe(404);
  const ours = (answer: { body: { items: { id: string }[] } }) => answer.body.items.filter(({ id }) => id === 'AJ');
  expect(ours(await admin.get('/api/rulebooks'))).toEqual([]);
  expect(ours(await admin.get('/api/rulebooks?all=true'))).toMatchObject([{ version: 1, inForce: false, drafts: 1 }]);
  const reception = await house.as('reception');
  const complaint = { project: 'cuihu', channel: 'phone', text: '电梯停运', rulebook: 'AJ' };
  expect((await reception.post('/api/complaints', complaint)).status).toBe(400);
  expect((await hq.post('/api/rulebooks/AJ/versions/1/approve', {}, asRead(begun))).status).toBe(200);
  const filed = await reception.post('/api/complaints', complaint);
  expect(filed.status).toBe(201);
  const { body } = await reception.get(`/api/complaints/${filed.body.id}`);
  expect(body.rulebook).toMatchObject({ id: 'AJ', version: 1 });
});

test('only administrators write', async () => {
  for (const user of ['hq', 'company', 'supervisor', 'auditor']) {
    const caller = await house.as(user);
    expect((await caller.post('/api/rulebooks/WY/versions', { why: 'x' })).status).toBe(403);
    expect((await caller.post('/api/rulebooks', { text: 'x', why: 'x' })).status).toBe(403);
    expect((await caller.put('/api/rulebooks/WY/versions/1', { why: 'x' })).status).toBe(403);
    expect((await caller.delete('/api/rulebooks/WY/versions/1')).status).toBe(403);
  }
  expect((await house.nobody.get('/api/rulebooks/WY/versions')).status).toBe(401);
});

test.each([
  ['no reason', { text: 'x' }],
  ['a blank reason', { why: ' ' }],
  ['a text and a copy', { text: 'x', copyOf: 1, why: 'x' }],
  ['a copy of none', { copyOf: 99, why: 'x' }],
  ['what nobody knows', { why: 'x', state: 'approved' }],
  ['what cannot be kept', { why: 'x\0' }],
])('a draft with %s is refused', async (_, body) => {
  expect(await admin.post('/api/rulebooks/WY/versions', body)).toMatchObject({
    status: 400,
    body: { code: 'invalid' },
  });
});

test.each([
  '/api/rulebooks/XX/versions',
  '/api/rulebooks/%00/versions',
  '/api/rulebooks/WY/versions/0',
  '/api/rulebooks/WY/versions/x',
])('%s is not found', async (path) => {
  expect((await admin.get(path)).status).toBe(404);
});
