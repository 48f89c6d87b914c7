/** The remote codec: what the engine keeps, in plain for auditors alone, to Temporal's own pages and command line. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engineBinary } from '../../cli/engine/binary.js';
import { type Caller, callerOf, openHouse, type TestHouse } from './house.js';
import { signingAt } from './signing.js';

const temporalUi = 'https://temporal.huiyin.example';
const canary = '金丝雀三一四一五';
const path = '/api/codec/decode';

let house: TestHouse;
let id: string;
let auditor: Caller;
beforeAll(async () => {
  house = await openHouse({ temporalUi });
  auditor = await house.as('auditor');
  id = await house.file({ text: canary });
});
afterAll(() => house.close());

interface Wire {
  metadata: Record<string, string>;
  data: string;
}

/** What the workflow was started with, as the engine keeps it. */
async function kept(complaint: string): Promise<Wire> {
  const { events } = await house.engine.client.workflow.getHandle(complaint).fetchHistory();
  const payload = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const metadata = Object.entries(payload?.metadata ?? {}).map(([name, value]) => [name, base64(value)]);
  return {
    metadata: Object.fromEntries(metadata) as Record<string, string>,
    data: base64(payload?.data ?? new Uint8Array()),
  };
}

const plain = ({ data }: Wire): string => Buffer.from(data, 'base64').toString();
const acts = async (about: string) => {
  const { body } = await auditor.get(`/api/acts?act=decodePayloads&about=${about}`);
  return (body as { items: { user: string; about: object }[] }).items;
};

describe('an auditor', () => {
  test('has payloads in plain, and every complaint is registered once for half an hour', async () => {
    const sealed = await kept(id);
    expect(plain(sealed)).not.toContain(canary);
    const answer = await auditor.post(path, { payloads: [sealed, sealed] }, { 'x-namespace': house.engine.namespace });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { payloads } = answer.body as { payloads: Wire[] };
    expect(payloads.map(plain).every((text) => text.includes(canary))).toBe(true);
    expect(Buffer.from(payloads[0]?.metadata.encoding ?? '', 'base64').toString()).toBe('json/plain');
    await Promise.all(Array.from({ length: 5 }, () => auditor.post(path, { payloads: [sealed] })));
    const { number } = (await auditor.get(`/api/complaints/${id}`)).body as { number: string };
    expect(await acts(id)).toMatchObject([{ user: 'auditor', about: { id, number } }]);
    await house.dataSource.query('alter table acts disable trigger acts_stay');
    await house.dataSource.query(`update acts set at = at - interval '31 minutes'`);
    await house.dataSource.query('alter table acts enable trigger acts_stay');
    await auditor.post(path, { payloads: [sealed] });
    expect(await acts(id)).toHaveLength(2);
  });

  test('reads on what is not encrypted, and is told what is wrong with the rest', async () => {
    const open = { metadata: { encoding: Buffer.from('json/plain').toString('base64') }, data: 'InRleHQi' };
    expect((await auditor.post(path, { payloads: [open] })).body).toEqual({ payloads: [open] });
    expect((await auditor.post(path, { payloads: [] })).body).toEqual({ payloads: [] });
    const sealed = await kept(id);
    const data = Buffer.from(sealed.data, 'base64');
    data.writeUInt8(data.readUInt8(data.length - 1) ^ 1, data.length - 1);
    const wrong: [unknown, string][] = [
      [{ payloads: [{ ...sealed, data: data.toString('base64') }] }, 'payloads.0.data'],
      [{ payloads: [open, { ...sealed, data: '' }] }, 'payloads.1.data'],
      [{ payloads: [{ metadata: { encoding: 5 } }] }, 'payloads.0.metadata.encoding'],
      [{ payloads: [{ data: 'not base64!' }] }, 'payloads.0.data'],
      [{ payloads: 'all' }, 'payloads'],
      [{ payloads: [null] }, 'payloads.0'],
      [{ payloads: Array.from({ length: 2_001 }, () => open) }, 'payloads'],
    ];
    for (const [body, at] of wrong) {
      expect(await auditor.post(path, body)).toMatchObject({ status: 400, body: { errors: [{ path: at }] } });
    }
    const elsewhere = await auditor.post(path, { payloads: [sealed] }, { 'x-namespace': 'another' });
    expect(elsewhere).toMatchObject({ status: 400, body: { errors: [{ path: 'X-Namespace' }] } });
  });

  test('takes payloads as large as the engine keeps', async () => {
    const big = { metadata: {}, data: Buffer.alloc(2 * 1_048_576).toString('base64') };
    expect((await auditor.post(path, { payloads: [big] })).status).toBe(200);
  });

  test('has nothing of a complaint that accuses them, and makes no key by asking', async () => {
    const theirs = await house.file({ text: canary, accused: ['auditor'] });
    const keys = () => house.dataSource.query<object[]>('select complaint_id from complaint_keys order by 1');
    const before = await keys();
    const absent = '00000000-0000-4000-8000-000000000000';
    const sealed = await kept(theirs);
    const other = { ...sealed, metadata: { ...sealed.metadata, key: Buffer.from(absent).toString('base64') } };
    const [hidden, none] = [
      await auditor.post(path, { payloads: [sealed] }),
      await auditor.post(path, { payloads: [other] }),
    ];
    expect(hidden.status).toBe(404);
    expect([hidden.status, hidden.body]).toEqual([none.status, none.body]);
    // nor beside one that is theirs to read
    const both = await auditor.post(path, { payloads: [await kept(id), sealed] });
    expect(JSON.stringify(both.body)).not.toContain('payloads');
    expect(await keys()).toEqual(before);
    const known = await house.dataSource.query<object[]>(
      `select from acts where about ->> 'id' = $1 and act = 'decodePayloads'`,
      [theirs],
    );
    expect(known).toEqual([]);
  });

  test('is told of what a law has deleted that it is', async () => {
    const gone = await house.file({ text: canary });
    const [sealed, other] = [await kept(gone), await kept(id)];
    await house.engine.client.workflow.getHandle(gone).terminate('deleted by law');
    await house.keyring.destroy(gone, 'hq', '个人信息保护法第四十七条');
    const { status, body } = await auditor.post(path, { payloads: [sealed, other] });
    const [first, second] = (body as { payloads: Wire[] }).payloads.map(plain);
    expect(status).toBe(200);
    expect(JSON.parse(first ?? '')).toMatchObject({ deleted: true });
    expect(second).toContain(canary);
  });
});

describe('nobody else', () => {
  test.each(['supervisor', 'hq', 'admin', 'reception'])('%s has anything decoded', async (user) => {
    const answer = await (await house.as(user)).post(path, { payloads: [await kept(id)] });
    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  test('without a session, and no one encodes', async () => {
    expect((await house.nobody.post(path, { payloads: [await kept(id)] })).status).toBe(401);
    for (const user of ['auditor', 'admin']) {
      expect((await (await house.as(user)).post('/api/codec/encode', { payloads: [] })).status).toBe(404);
    }
  });
});

/** What the first event of a history carries, as Temporal's command line writes it. */
const inputOf = (history: string): string => {
  const { events } = JSON.parse(history) as {
    events: { workflowExecutionStartedEventAttributes: { input: { payloads: Wire[] } } }[];
  };
  return (events[0]?.workflowExecutionStartedEventAttributes.input.payloads ?? []).map(plain).join();
};

describe('a program', () => {
  const tokenOf = async (caller: Caller, scopes: string[]) => {
    const { body } = await caller.post('/api/tokens', { name: 'temporal', scopes });
    return (body as { token: string }).token;
  };

  test('decodes with the scope for it alone, and does nothing else by it', async () => {
    const { seated } = signingAt(house);
    const mine = await seated('auditor');
    const program = (token: string) => callerOf(house.url, { authorization: `Bearer ${token}` });
    const body = { payloads: [await kept(id)] };
    const codec = program(await tokenOf(mine, ['codec']));
    expect((await codec.post(path, body)).status).toBe(200);
    expect((await codec.get('/api/complaints')).status).toBe(403);
    const reader = program(await tokenOf(mine, ['read', 'file', 'commands']));
    expect(await reader.post(path, body)).toMatchObject({ status: 403, body: { code: 'beyond-token' } });
    const theirs = program(await tokenOf(await house.as('supervisor'), ['codec']));
    expect(await theirs.post(path, body)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  test("of Temporal's own shows by it what it otherwise shows encrypted", async () => {
    const { seated } = signingAt(house);
    const token = await tokenOf(await seated('auditor'), ['codec']);
    const { address, namespace } = house.engine;
    const base = [
      'workflow',
      'show',
      '--workflow-id',
      id,
      '--address',
      address,
      '--namespace',
      namespace,
      '--output',
      'json',
    ];
    const show = async (...more: string[]) => {
      const { stdout } = await promisify(execFile)(await engineBinary(), [...base, ...more], {
        maxBuffer: 64 * 1_048_576,
      });
      return inputOf(stdout);
    };
    expect(await show()).not.toContain(canary);
    expect(await show('--codec-endpoint', `${house.url}/api/codec`, '--codec-auth', `Bearer ${token}`)).toContain(
      canary,
    );
  });
});

describe("Temporal's own pages", () => {
  const preflight = (origin: string, at = path) =>
    fetch(house.url + at, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,x-namespace',
      },
    });

  test('are let ask by a browser, with the cookie of whoever is logged in', async () => {
    const asked = await preflight(temporalUi);
    expect(asked.status).toBe(204);
    expect(Object.fromEntries(asked.headers)).toMatchObject({
      'access-control-allow-origin': temporalUi,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'POST',
      vary: 'Origin',
    });
    expect(asked.headers.get('access-control-allow-headers')).toMatch(/content-type.*x-namespace/);
    for (const site of ['same-site', 'cross-site']) {
      const headers = { origin: temporalUi, 'sec-fetch-site': site };
      const answer = await auditor.post(path, { payloads: [await kept(id)] }, headers);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('access-control-allow-origin')).toBe(temporalUi);
      // what is refused is told as such, not as a failure of the network
      const refused = await house.nobody.post(path, { payloads: [] }, headers);
      expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, temporalUi]);
      // and nothing else is open to them
      const other = await auditor.post('/api/tokens', { name: 'x' }, headers);
      expect(other).toMatchObject({ status: 403, body: { code: 'foreign-page' } });
      expect(other.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  test.each(['https://evil.example', 'null', 'http://temporal.huiyin.example', `${temporalUi}.evil.example`])(
    'are not those of %s',
    async (origin) => {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
      const answer = await auditor.post(path, { payloads: [] }, { origin, 'sec-fetch-site': 'cross-site' });
      expect(answer).toMatchObject({ status: 403, body: { code: 'foreign-page' } });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test('ask for nothing else', async () => {
    for (const at of ['/api/complaints', '/api/codec/encode', '/api/session']) {
      expect((await preflight(temporalUi, at)).headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});
