/** The inbox, how people are told, and what administrators set up and mend. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startCourier } from '../../courier/courier.js';
import { openChannel, sealChannels, Secrets } from '../../vault/secrets.js';
import { type Hook, openHook } from '../courier/office.js';
import { until } from '../support/eventually.js';
import { callerOf, library, openHouse, password, type TestHouse } from './house.js';

let house: TestHouse;
let hook: Hook;
let courier: ReturnType<typeof startCourier>;
let status = 200;
beforeAll(async () => {
  hook = await openHook(() => ({ status, body: { errcode: 0 } }));
  house = await openHouse({ openChannels: true });
  courier = startCourier({
    dataSource: house.dataSource,
    library,
    tell: () => Promise.resolve([]) as never,
    post: { openly: true, patience: 2_000, unseal: (kept) => openChannel(new Secrets(house.keyring), kept) },
    onFault: (fault) => house.faults.push(fault),
  });
});
afterAll(async () => {
  await courier.stop();
  await house.close();
  await hook.close();
});

const unread = async (user: string) => (await (await house.as(user)).get('/api/inbox/unread')).body.unread as number;

describe('the inbox', () => {
  test('what happened arrives, is counted, told in words and live, and marked as read', async () => {
    const supervisor = await house.as('supervisor');
    const { headers } = await callerOf(house.url, {}).post('/api/session', { username: 'supervisor', password });
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    const stream = await fetch(`${house.url}/api/events`, { headers: { cookie } });
    const reader = stream.body?.getReader();
    let heard = '';
    const live = (async () => {
      while (!heard.includes('event: inbox')) heard += new TextDecoder().decode((await reader?.read())?.value);
    })();
    const before = await unread('supervisor');
    const id = await house.file();
    await until(
      () => unread('supervisor'),
      (n) => n > before,
    );
    await live;
    await reader?.cancel();
    const { body } = await supervisor.get('/api/inbox', { 'accept-language': 'en' });
    const [thread] = body.items;
    expect(thread).toMatchObject({
      thread: id,
      complaint: { id, project: '翠湖花园' },
      count: 1,
      unread: 1,
      latest: { title: 'A new complaint: please accept it', kind: 'work', read: false },
    });
    const within = await supervisor.get(`/api/inbox/${id}`);
    expect(within.body.items[0].title).toBe('收到新的投诉，请受理');
    const read = await supervisor.post('/api/inbox/read', { upTo: thread.latest.id, thread: id });
    expect(read.body).toEqual({ unread: before });
    expect(
      (await supervisor.get('/api/inbox?unread=true')).body.items.map((one: { thread: string }) => one.thread),
    ).not.toContain(id);
  });

  test('is everybody’s own, and holds nothing that they may not see any more', async () => {
    const id = await house.file();
    const thread = async (user: string) => (await (await house.as(user)).get(`/api/inbox/${id}`)).status;
    await until(
      () => thread('supervisor'),
      (code) => code === 200,
    );
    expect(await Promise.all(['reception', 'handler', 'zhaomin', 'admin'].map(thread))).toEqual([404, 404, 404, 404]);
    const before = await unread('yangfan');
    await house.dataSource.query(
      `update complaints set state = jsonb_set(state, '{accused}', '["yangfan"]'), hidden_from = '{yangfan}' where id = $1`,
      [id],
    );
    expect(await thread('yangfan')).toBe(404);
    expect(await unread('yangfan')).toBe(before - 1);
    expect(await thread('supervisor')).toBe(200);
  });

  test('pages through threads, each once', async () => {
    for (let i = 0; i < 5; i++) await house.file();
    const supervisor = await house.as('supervisor');
    const total = (
      await until(
        () => supervisor.get('/api/inbox?limit=100'),
        ({ body }) => body.items.length >= 7,
      )
    ).body.items.length;
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body } = await supervisor.get(`/api/inbox?limit=2${next ? `&before=${next}` : ''}`);
      seen.push(...body.items.map((one: { thread: string }) => one.thread));
      next = body.next;
    }
    expect(new Set(seen).size).toBe(total);
    expect(seen).toHaveLength(total);
  });

  test.each(['?before=x', '?limit=0', '?limit=1000', '?unread=maybe'])('%s is refused', async (query) => {
    expect((await (await house.as('supervisor')).get(`/api/inbox${query}`)).status).toBe(400);
  });
});

describe('how I am told', () => {
  const good = {
    language: 'en',
    email: 'me@example.com',
    kinds: { progress: [] },
    quiet: { from: '21:00', to: '08:00' },
    digestAt: null,
  };
  const put = async (body: unknown) => {
    const cookie = await login('lina');
    const answer = await fetch(`${house.url}/api/notice-preferences`, {
      method: 'PUT',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as { errors?: { path: string }[] } };
  };
  test('as usual until I say otherwise, then as I said', async () => {
    const { body } = await (await house.as('lina')).get('/api/notice-preferences');
    expect(body).toEqual({
      language: 'zh',
      email: null,
      kinds: {},
      quiet: { from: '22:00', to: '07:30' },
      digestAt: null,
    });
    expect(await put(good)).toEqual({ status: 200, body: good });
    expect((await (await house.as('lina')).get('/api/notice-preferences')).body).toEqual(good);
  });
  test.each([
    ['email', 'a@b.cn, c@d.cn'],
    ['email', 'nobody'],
    ['digestAt', '25:00'],
    ['quiet', { from: '9', to: '10:00' }],
    ['kinds', { progress: ['pigeon'] }],
    ['language', 'fr'],
  ])('%s: %j is refused', async (path, value) => {
    const { status: code, body } = await put({ ...good, [path]: value });
    expect(code).toBe(400);
    expect(body.errors?.[0]?.path).toMatch(new RegExp(`^${path}`));
  });
});

describe('channels', () => {
  const robot = () => ({
    kind: 'wecom',
    name: '翠湖客服群',
    address: `${hook.url}/cgi-bin/webhook/send?key=very-secret`,
    node: 'cuihu',
    audience: ['supervisor'],
    language: 'zh',
    active: true,
  });
  const channel = async (id: string) =>
    (await (await house.as('admin')).get('/api/notice-channels')).body.items.find(
      (one: { id: string }) => one.id === id,
    );

  test('only administrators see them, and never their address or secret', async () => {
    const admin = await house.as('admin');
    const { status: code, body } = await admin.post('/api/notice-channels', robot());
    expect(code).toBe(201);
    expect(JSON.stringify(body)).not.toContain('very-secret');
    expect(JSON.stringify((await admin.get('/api/notice-channels')).body)).not.toContain('very-secret');
    for (const user of ['supervisor', 'hq', 'auditor']) {
      expect((await (await house.as(user)).get('/api/notice-channels')).status).toBe(403);
      expect((await (await house.as(user)).get('/api/undelivered')).status).toBe(403);
    }
    expect(body.host).toBe(new URL(hook.url).host);
    await admin.delete(`/api/notice-channels/${body.id}`);
    expect(await channel(body.id)).toBeUndefined();
  });

  test('the database alone has neither address nor secret; what an earlier release left open is sealed', async () => {
    const admin = await house.as('admin');
    const secret = `whsec_${'A'.repeat(32)}`;
    const given = {
      ...robot(),
      kind: 'webhook',
      address: `${hook.url}/hook?key=very-secret`,
      secret,
      audience: ['hq'],
    };
    const { body } = await admin.post('/api/notice-channels', given);
    const kept = async () =>
      (await house.dataSource.query('select * from notice_channels where id = $1', [body.id]))[0] as {
        id: string;
        address: string;
        secret: string;
      };
    const sealed = await kept();
    expect(JSON.stringify(sealed)).not.toMatch(/very-secret|AAAA/);
    const secrets = new Secrets(house.keyring);
    expect(await openChannel(secrets, sealed)).toMatchObject({ address: given.address, secret });
    // sealed for one channel, it is nothing for another
    await expect(openChannel(secrets, { ...sealed, id: 'another' })).rejects.toThrow();
    await house.dataSource.query('update notice_channels set address = $2, secret = $3 where id = $1', [
      ...[body.id, given.address, secret],
    ]);
    expect([await sealChannels(house.dataSource, secrets), await sealChannels(house.dataSource, secrets)]).toEqual([
      1, 0,
    ]);
    expect(JSON.stringify(await kept())).not.toMatch(/very-secret|AAAA/);
    expect(await openChannel(secrets, await kept())).toMatchObject({ address: given.address, secret });
    // left out, both stay
    const { address: _, secret: __, ...rest } = given;
    expect((await admin.put(`/api/notice-channels/${body.id}`, { ...rest, name: '新名称' })).status).toBe(200);
    expect(await openChannel(secrets, await kept())).toMatchObject({ address: given.address, secret });
    await admin.delete(`/api/notice-channels/${body.id}`);
  });

  test.each([
    ['address', { address: 'ftp://x' }],
    ['address', { address: 'https://example.com/' }],
    ['secret', { secret: 'x' }],
    ['node', { node: 'elsewhere' }],
    ['audience', { audience: ['complainant'] }],
    ['audience', { audience: [] }],
    ['name', { name: ' ' }],
  ])('%s: %j is refused', async (path, given) => {
    const { status: code, body } = await (
      await house.as('admin')
    ).post('/api/notice-channels', { ...robot(), ...given });
    expect(code).toBe(400);
    expect(body.errors[0].path).toBe(path);
  });

  test('a test is sent; what fails is listed, tried again and skipped', async () => {
    const admin = await house.as('admin');
    const { body } = await admin.post('/api/notice-channels', robot());
    const sentAt = async () => (await channel(body.id)).sentAt as string | null;
    expect((await admin.post(`/api/notice-channels/${body.id}/test`)).status).toBe(202);
    await until(sentAt, (at) => at !== null);
    expect(hook.arrivals.at(-1)?.body.markdown.content).toContain('通知渠道测试');
    status = 500;
    await house.file();
    const listed = () => admin.get('/api/undelivered');
    const failed = await until(listed, (answer) => answer.body.items.length > 0);
    const [one] = failed.body.items;
    expect(one).toMatchObject({
      state: 'failed',
      way: 'robot',
      problem: '500',
      recipient: { kind: 'channel', name: '翠湖客服群' },
    });
    expect(JSON.stringify(one)).not.toMatch(/电梯|周女士/);
    status = 200;
    expect((await admin.post(`/api/undelivered/${one.id}/retry`)).body).toEqual({ settled: 1 });
    await until(listed, (answer) => answer.body.items.length === 0);
    status = 500;
    await house.file();
    const again = await until(listed, (answer) => answer.body.items.length > 0);
    expect((await admin.post('/api/undelivered/skip')).body.settled).toBe(again.body.items.length);
    expect((await listed()).body.items).toEqual([]);
    expect((await admin.post('/api/undelivered/12345/retry')).status).toBe(404);
    expect((await admin.post('/api/undelivered/eat')).status).toBe(404);
    status = 200;
  });
});

async function login(username: string): Promise<string> {
  const { headers } = await callerOf(house.url, {}).post('/api/session', { username, password });
  return headers.get('set-cookie')?.split(';')[0] ?? '';
}
