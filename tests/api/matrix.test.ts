/** Every route for every role, and everything that concerns a complaint for everybody around it: derived from the OpenAPI document. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { commands } from '../../domain/complaint/commands/index.js';
import type { Role } from '../../domain/rulebook/rulebook.js';
import { type Answer, type Caller, callerOf, openHouse, password, type TestHouse } from './house.js';
import { admitted } from './matrix-table.js';
import { filled, isStream, type Operation, operations } from './operations.js';

/** One person for each role, in the project of the complaint or above it. */
const holders: Role[] = ['reception', 'supervisor', 'handler', 'approver', 'revisitor', 'company', 'hq', 'auditor', 'admin']; // prettier-ignore

const absent = '00000000-0000-4000-8000-000000000000';
const canary = '金丝雀八八六四一';
const phone = '13988886464';
const words = { name: canary, phone, address: `${canary}路`, room: `${canary}室`, email: 'canary8864@example.com' };
const grievance = '红隼七七五三二';
const secrets = [canary, phone, words.email];

/** `secrets`: what only it says. */
interface Kept {
  id: string;
  number: string;
  secrets: string[];
}

let house: TestHouse;
/** Accuses 杨帆, the company's 郑国华 and the group's 林建平; 李娜 was to handle it and stepped back. */
let hidden: Kept;
/** Restricted: a grievance of staff. */
let restricted: Kept;

beforeAll(async () => {
  house = await openHouse();
  const supervisor = await house.as('supervisor');
  const one = await house.file({
    text: `${canary} 投诉员工态度恶劣，电话 ${phone}`,
    complainant: words,
    accused: ['yangfan', 'company', 'hq', 'auditor'],
  });
  await supervisor.post(`/api/complaints/${one}/accept`, {});
  await supervisor.post(`/api/complaints/${one}/dispatch`, { unit: 'engineering', handler: 'lina' });
  const key = { 'idempotency-key': 'steps-back' };
  const lina = await house.as('lina');
  expect((await lina.post(`/api/complaints/${one}/recuse`, { reason: '亲属' }, key)).status).toBe(200);
  // the same request is answered again, and nothing else is
  expect((await lina.post(`/api/complaints/${one}/recuse`, { reason: '亲属' }, key)).status).toBe(200);
  expect((await lina.post(`/api/complaints/${one}/recuse`, { reason: '亲属' })).status).toBe(404);
  const two = await house.file({
    rulebook: 'YG',
    text: `${grievance} 主管违章指挥`,
    complainant: { name: grievance },
    category: 'orders',
  });
  const numberOf = async (id: string) => (await supervisor.get(`/api/complaints/${id}`)).body.number as string;
  hidden = { id: one, number: await numberOf(one), secrets };
  restricted = { id: two, number: await numberOf(two), secrets: [grievance] };
});
afterAll(() => house.close());

/** Asks for what no one has, with a body that no route takes: only whether somebody is let in is told. */
async function knock(caller: Caller, { method, path }: Operation, id = absent, body: unknown = []): Promise<Answer> {
  const target = filled(path, id);
  if (method === 'GET') return caller.get(target);
  if (method === 'DELETE') return caller.delete(target);
  return method === 'PUT' ? caller.put(target, body) : caller.post(target, body, { 'if-match': '"999999"' });
}

/** Ends the session that asks. */
const ends = ({ method, path }: Operation) => path.startsWith('/api/session') && method !== 'GET';

test('every route has its line in the table, and no line is without its route', () => {
  expect(Object.keys(admitted).sort()).toEqual(operations.map(({ id }) => id).sort());
});

test('the table of rights tells of every route but the commands whom it lets in', async () => {
  const { body } = await (await house.as('handler')).get('/api/rights?rulebook=WY');
  const told = body as { routes: { id: string; path: string; by: unknown }[]; rows: { what: string }[] };
  const expected = operations.filter(({ id }) => !(id in commands)).map(({ id }) => [id, admitted[id]]);
  const inOrder = (all: unknown[][]) => all.map(([id, by]) => [id, Array.isArray(by) ? [...by].sort() : by]).sort();
  expect(inOrder(told.routes.map(({ id, by }) => [id, by]))).toEqual(inOrder(expected));
  expect(told.rows.map(({ what }) => what)).toEqual(expect.arrayContaining(['see', 'file', 'approve']));
});

describe.each(holders)('%s', (role) => {
  test('is let in where the table says, and nowhere else', async () => {
    const caller = await house.as(role);
    const found: Record<string, boolean> = {};
    const wanted: Record<string, boolean> = {};
    for (const operation of operations.filter((one) => !isStream(one) && !ends(one))) {
      const { status, body } = await knock(caller, operation);
      const refusedAtTheDoor = status === 403 && (body as { code?: string }).code === 'forbidden';
      found[operation.id] = status !== 401 && !refusedAtTheDoor;
      const by = admitted[operation.id];
      wanted[operation.id] = by === 'everybody' || by === 'signedIn' || Boolean(by?.includes(role));
    }
    expect(found).toEqual(wanted);
  });
});

test('nobody without a session is let in but where the table says so', async () => {
  for (const operation of operations.filter((one) => !isStream(one))) {
    const { status } = await knock(house.nobody, operation);
    if (admitted[operation.id] !== 'everybody') expect([operation.id, status]).toEqual([operation.id, 401]);
    else expect([operation.id, status === 401 && !ends(operation)]).toEqual([operation.id, false]);
  }
  expect((await house.nobody.get('/api/events')).status).toBe(401);
});

const about = operations.filter(({ path }) => path.includes('/complaints/{id}') || path.includes('{thread}'));
const keptFrom: [string, string, () => Kept][] = [
  ['yangfan', 'accused, supervisor of the project', () => hidden],
  ['company', 'accused, of the company above', () => hidden],
  ['hq', 'accused, of the group', () => hidden],
  ['auditor', 'accused, an auditor', () => hidden],
  ['lina', 'recused, was to handle it', () => hidden],
  ['zhaomin', 'another project', () => hidden],
  ['gaofeng', 'another company', () => hidden],
  ['handler', 'restricted, not the handler', () => restricted],
  ['zhaomin', 'another project, restricted', () => restricted],
  ['gaofeng', 'another company, restricted', () => restricted],
  ['hq', 'restricted, and not come to the group', () => restricted],
];

describe.each(keptFrom)('%s (%s)', (user, _, which) => {
  test('has the answers of a complaint that is none, by every route', async () => {
    const caller = await house.as(user);
    for (const operation of about) {
      for (const body of [{}, { text: 'x', reason: 'x' }]) {
        const [there, none] = [
          await knock(caller, operation, which().id, body),
          await knock(caller, operation, absent, body),
        ];
        const told = JSON.stringify(there.body).replaceAll(which().id, absent);
        expect([operation.id, there.status, told]).toEqual([operation.id, none.status, JSON.stringify(none.body)]);
      }
    }
  });

  test('finds nothing of it in anything that is read', async () => {
    const caller = await house.as(user);
    const reads = operations.filter((one) => one.method === 'GET' && !isStream(one) && !about.includes(one));
    const { id, number, secrets: said } = which();
    for (const operation of reads) {
      const { status, body } = await caller.get(filled(operation.path, absent));
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const found = [id, number, ...said].filter((one) => text.includes(one));
      // a list that fails shows nothing either
      expect([operation.id, status < 500 ? found : status]).toEqual([operation.id, []]);
    }
    for (const q of [...said, number]) {
      const { body } = await caller.get(`/api/complaints?q=${encodeURIComponent(q)}`);
      expect((body.items as { id: string }[]).some((one) => one.id === id)).toBe(false);
    }
  });
});

test('what changes is told live to those who see it, and to nobody else', async () => {
  const told: Record<string, string[]> = {};
  const users = ['supervisor', 'yangfan', 'company', 'hq', 'auditor', 'lina', 'zhaomin', 'gaofeng'];
  const stop = new AbortController();
  const streams = await Promise.all(
    users.map(async (user) => {
      const { headers } = await callerOf(house.url, {}).post('/api/session', { username: user, password });
      const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
      const answer = await fetch(`${house.url}/api/events`, { headers: { cookie }, signal: stop.signal });
      told[user] = [];
      return { user, body: answer.body as ReadableStream<Uint8Array> };
    }),
  );
  const reading = streams.map(async ({ user, body }) => {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) told[user]?.push(decoder.decode(chunk));
    } catch {
      // it was stopped
    }
  });
  const supervisor = await house.as('supervisor');
  const has = (user: string, id: string) => told[user]?.join('').includes(id) ?? false;
  const within = ['supervisor', 'yangfan', 'company', 'hq', 'auditor', 'lina'];
  // a stream is open a moment before it hears
  for (let heard = false; !heard;) {
    const after = await house.file({ text: '随后的一件' });
    await new Promise((done) => setTimeout(done, 300));
    heard = within.every((user) => has(user, after));
  }
  await supervisor.post(`/api/complaints/${hidden.id}/comment`, { text: '核实中' });
  const last = await house.file({ text: '最后一件' });
  while (!within.every((user) => has(user, last))) await new Promise((done) => setTimeout(done, 50));
  stop.abort();
  await Promise.all(reading);
  expect(users.filter((user) => has(user, hidden.id))).toEqual(['supervisor']);
});

test('who complained is shown to those who need to know, masked for others, and every look is registered', async () => {
  const id = await house.file({ text: `业主 ${canary} 来电，回电 ${phone}`, complainant: words });
  const path = `/api/complaints/${id}`;
  for (const user of ['reception', 'supervisor', 'revisitor'])
    expect((await (await house.as(user)).get(path)).body).toMatchObject({ contact: 'shown', complainant: words });
  for (const user of ['handler', 'approver', 'company', 'hq', 'auditor']) {
    const caller = await house.as(user);
    for (const part of ['', '/events', '/ledger', '/matter', '/deadlines']) {
      const { status, body } = await caller.get(path + part);
      expect([status, [canary, phone, words.email].filter((one) => JSON.stringify(body).includes(one))]).toEqual([
        200,
        [],
      ]);
    }
    expect((await caller.get(path)).body.complainant).toMatchObject({ name: '金**', phone: '139****6464' });
    const list = JSON.stringify((await caller.get('/api/complaints')).body);
    expect([canary, phone].filter((one) => list.includes(one))).toEqual([]);
    const found = (await caller.get(`/api/complaints?q=${phone}`)).body.items as unknown[];
    expect(found).toEqual([]);
    // its archive is masked as well, and carries no salt to guess by
    const files = unzipSync(await caller.bytes(`${path}/archive`));
    const told = Object.entries(files).map(([name, content]) => `${name} ${strFromU8(content)}`);
    expect(told.filter((one) => [canary, phone, words.email].some((word) => one.includes(word)))).toEqual([]);
    expect(strFromU8(files['proof.json'] ?? new Uint8Array())).not.toContain('salt');
  }
  const auditor = await house.as('auditor');
  expect((await auditor.post(`${path}/looks`, { reason: ' ' })).status).toBe(400);
  expect((await auditor.post(`${path}/looks`, { reason: '核对回访记录' })).body.complainant).toMatchObject(words);
  expect((await auditor.get(path)).body).toMatchObject({ contact: 'looked', complainant: words });
  expect(Object.keys(unzipSync(await auditor.bytes(`${path}/archive`)))).toContain('history.json');
  const { body } = await auditor.get(`/api/acts?act=lookAtContact&about=${id}`);
  expect(body.items).toMatchObject([{ user: 'auditor', about: { id, reason: '核对回访记录' } }]);
  expect((await (await house.as('company')).get(path)).body.contact).toBe('masked');
});

test('whoever a restricted complaint is for works on it', async () => {
  for (const user of ['supervisor', 'approver', 'revisitor', 'auditor'])
    expect((await (await house.as(user)).get(`/api/complaints/${restricted.id}`)).status).toBe(200);
});

test('nothing of it is in the log, nor in what the engine can be asked', async () => {
  expect(JSON.stringify(house.faults)).not.toContain(canary);
  const { workflow } = house.engine.client;
  const { raw } = await workflow.getHandle(hidden.id).describe();
  const shown: string[] = [];
  const query = `WorkflowId = '${hidden.id}'`;
  for await (const { memo, searchAttributes, raw: listed } of workflow.list({ query }))
    shown.push(
      JSON.stringify({ searchAttributes, memo: Object.keys(memo ?? {}) }),
      Buffer.from(JSON.stringify(listed)).toString(),
    );
  shown.push(JSON.stringify(raw));
  for (const one of [canary, phone, words.email, Buffer.from(canary).toString('base64')])
    expect(shown.join('')).not.toContain(one);
});
