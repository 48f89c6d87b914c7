/** Robots and webhooks as each of them wants to be spoken to, on the wire. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { deliver } from '../../courier/delivery/deliver.js';
import { isInside, post as postTo } from '../../courier/delivery/post.js';
import type { Post } from '../../courier/delivery/send.js';
import { createDataSource } from '../../database/data-source.js';
import type { ChannelKind } from '../../domain/notice/channel.js';
import { addressProblem, secretProblem } from '../../domain/notice/channel.js';
import { type Desk, openDesk } from './desk.js';
import {
  accuse,
  addChannel,
  type Arrival,
  type Clock,
  deliverAll,
  forgetNotices,
  type Hook,
  jumpingClock,
  makeNotices,
  noticeRows,
  openHook,
} from './office.js';

const secrets: Partial<Record<ChannelKind, string>> = {
  dingtalk: 'SEC0f1e2d3c',
  feishu: 'feishu-secret',
  webhook: `whsec_${Buffer.from('thirty-two bytes of a good secret').toString('base64')}`,
};
const places: Record<ChannelKind, string> = {
  wecom: '/cgi-bin/webhook/send?key=k',
  dingtalk: '/robot/send?access_token=t',
  feishu: '/open-apis/bot/v2/hook/h',
  webhook: '/hook',
};

let desk: Desk;
let hook: Hook;
let clock: Clock;
/** What the other side says before it looks at anything. */
let trouble: (arrival: Arrival) => object | undefined = () => undefined;
const post: Post = { openly: true, patience: 5_000, publicUrl: 'https://huiyin.example.com' };

/** Each as its documents say. */
function answer(arrival: Arrival): { status?: number; body?: object } {
  const { path, query, headers, body, text } = arrival;
  const given = trouble(arrival);
  if (given) return given;
  if (path === '/cgi-bin/webhook/send') {
    return {
      body: query.get('key') === 'k' ? { errcode: 0, errmsg: 'ok' } : { errcode: 93000, errmsg: 'invalid webhook url' },
    };
  }
  if (path === '/robot/send') {
    const at = query.get('timestamp') ?? '';
    const sign = createHmac('sha256', 'SEC0f1e2d3c').update(`${at}\nSEC0f1e2d3c`).digest('base64');
    const fits = query.get('sign') === sign && Math.abs(Number(at) - clock.now()) < 3_600_000;
    return { body: fits ? { errcode: 0, errmsg: 'ok' } : { errcode: 310000, errmsg: 'sign not match' } };
  }
  if (path.startsWith('/open-apis/')) {
    const sign = createHmac('sha256', `${body.timestamp}\nfeishu-secret`).update('').digest('base64');
    const fits = body.sign === sign && Math.abs(Number(body.timestamp) * 1_000 - clock.now()) < 3_600_000;
    return { body: fits ? { code: 0, msg: 'success', data: {} } : { code: 19021, msg: 'sign match fail' } };
  }
  new Webhook(secrets.webhook ?? '').verify(text, headers as Record<string, string>);
  return { status: 204 };
}

beforeAll(async () => {
  desk = await openDesk();
  hook = await openHook((arrival) => {
    try {
      return answer(arrival);
    } catch {
      return { status: 401 };
    }
  });
});
afterAll(async () => {
  await hook.close();
  await desk.close();
});
beforeEach(async () => {
  await forgetNotices(desk);
  hook.arrivals.length = 0;
  clock = jumpingClock();
  trouble = () => undefined;
});

const channelOf = (kind: ChannelKind, secret = secrets[kind]) =>
  addChannel(desk, { kind, address: hook.url + places[kind], ...(secret ? { secret } : {}) });
const state = async () => (await noticeRows(desk, 'address is not null')).map(({ state, problem }) => [state, problem]);
const address = async () =>
  (
    await desk.dataSource.query<{ dead: boolean; failures: number; problem: string | null; wait: number | null }[]>(
      `select dead_at is not null as dead, failures, problem, extract(epoch from next_try_at - $1)::int as wait from notice_addresses`,
      [new Date(clock.now())],
    )
  )[0];
const filed = async (given = {}) => {
  const { complaint } = await desk.file(given);
  await makeNotices(desk, { mail: false, now: clock.now });
  return complaint;
};
const soon = () => deliverAll(desk, post, clock, { until: clock.now() });

describe.each<ChannelKind>(['wecom', 'dingtalk', 'feishu', 'webhook'])('%s', (kind) => {
  test('takes what we sign, and hears number and project, never who complains or what they wrote', async () => {
    await channelOf(kind);
    const { number } = await filed();
    await soon();
    expect(await state()).toEqual([['sent', null]]);
    const [arrival] = hook.arrivals;
    expect(arrival?.text).toContain(number);
    expect(arrival?.text).toContain('翠湖花园');
    expect(arrival?.text).toContain('https://huiyin.example.com/complaints/');
    expect(arrival?.text).not.toMatch(/周女士|13800000001|电梯/);
  });
  test('hears of a confidential complaint no more than number, kind, due moment and link', async () => {
    await channelOf(kind);
    const { number } = await filed({ accused: ['zhangwei'] });
    await soon();
    const [arrival] = hook.arrivals;
    expect(arrival?.text).toContain(number);
    expect(arrival?.text).not.toMatch(/翠湖花园|cuihu|ordinary|一般|yangfan|周女士|电梯/);
  });
  test('hears nothing of what is hidden from somebody who is in its room', async () => {
    await channelOf(kind);
    await filed({ accused: ['yangfan'] });
    await soon();
    expect([await state(), hook.arrivals]).toEqual([[], []]);
  });
  test('nor when somebody in its room was accused after it was written down', async () => {
    await channelOf(kind);
    const { id } = await filed();
    await accuse(desk, id, 'yangfan');
    await soon();
    expect([await state(), hook.arrivals]).toEqual([[['givenUp', 'recused']], []]);
  });
  test('is tried again when it does not answer, and the key stays the same', async () => {
    await channelOf(kind);
    await filed();
    let calls = 0;
    trouble = () => (calls++ < 2 ? { status: 503 } : undefined);
    await soon();
    expect(await state()).toEqual([['failed', '503']]);
    expect((await address())?.wait).toBe(30);
    await deliverAll(desk, post, clock);
    expect(await state()).toEqual([['sent', null]]);
    expect(new Set(hook.arrivals.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });
});

test.each<[ChannelKind, string]>([
  ['dingtalk', '310000 sign not match'],
  ['feishu', '19021 sign match fail'],
])('%s: a wrong secret stops the channel, and what waits goes when it is mended', async (kind, problem) => {
  const id = await channelOf(kind, 'wrong');
  await filed();
  await soon();
  expect(await state()).toEqual([['failed', problem]]);
  expect(await address()).toMatchObject({ dead: true, problem });
  await deliverAll(desk, post, clock);
  expect(hook.arrivals).toHaveLength(1);
  await desk.dataSource.query('update notice_channels set secret = $2 where id = $1', [id, secrets[kind]]);
  await desk.dataSource.query('update notice_addresses set dead_at = null, next_try_at = null');
  await soon();
  expect(await state()).toEqual([['sent', null]]);
});

test.each<[ChannelKind, object]>([
  ['wecom', { errcode: 45009, errmsg: 'api freq out of limit' }],
  ['dingtalk', { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' }],
  ['feishu', { code: 11232, msg: 'frequency limited' }],
])('%s: told that it is too fast, we wait a minute', async (kind, body) => {
  await channelOf(kind);
  await filed();
  let calls = 0;
  trouble = () => (calls++ === 0 ? { body } : undefined);
  await soon();
  expect((await address())?.wait).toBe(60);
  await deliverAll(desk, post, clock);
  expect(await state()).toEqual([['sent', null]]);
});

describe('webhooks', () => {
  test('a process that dies between sending and marking sends the same again, under the same id', async () => {
    await channelOf('webhook');
    await filed();
    const url = (desk.dataSource.options as { url: string }).url;
    // received and answered, but the line to the database breaks before it can be marked
    let first = true;
    const dying = await createDataSource({ url, name: 'dying' }).initialize();
    const kill = () =>
      desk.dataSource.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dying' and datname = current_database()`,
      );
    const slow = await openHook(async () => {
      if (first) await kill();
      first = false;
      return { status: 200 };
    });
    await desk.dataSource.query('update notice_channels set address = $1', [`${slow.url}/hook`]);
    const faults: unknown[] = [];
    await deliver({ dataSource: dying, post, now: clock.now, onFault: (fault) => faults.push(fault) });
    await dying.destroy().catch(() => undefined);
    expect(faults.length).toBeGreaterThan(0);
    expect(await state()).toEqual([['waiting', null]]);
    await soon();
    expect(await state()).toEqual([['sent', null]]);
    const ids = slow.arrivals.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(slow.arrivals[1]?.body).toEqual(slow.arrivals[0]?.body);
    await slow.close();
  });
  test('a receiver that is gone for good is left alone', async () => {
    await channelOf('webhook');
    await filed();
    trouble = () => ({ status: 410 });
    await soon();
    expect(await address()).toMatchObject({ dead: true, problem: '410' });
    expect(await state()).toEqual([['failed', '410']]);
  });
  test('a secret of another hand is found out by the library', async () => {
    await channelOf('webhook', `whsec_${Buffer.from('another secret of the same length').toString('base64')}`);
    await filed();
    await soon();
    expect(await state()).toEqual([['failed', '401']]);
  });
});

describe('addresses that lead into the house', () => {
  test.each(['http://example.com/', 'https://127.0.0.1/', 'https://[::1]/', 'https://10.1.2.3/', 'https://localhost/'])(
    '%s is never called',
    async (url) => {
      await expect(postTo(url, '{}', {}, { openly: false, patience: 2_000 })).rejects.toThrow(/inside/);
    },
  );
  test.each([
    ['8.8.8.8', false], ['127.0.0.1', true], ['10.0.0.1', true], ['172.31.255.255', true], ['172.32.0.1', false], ['192.168.1.1', true],
    ['169.254.169.254', true], ['100.64.0.1', true], ['0.0.0.0', true], ['224.0.0.1', true], ['255.255.255.255', true],
    ['2606:4700::1111', false], ['::1', true], ['fe80::1', true], ['fd00::1', true], ['::ffff:127.0.0.1', true], ['64:ff9b::7f00:1', true],
    ['2002:7f00:1::', true], ['2001::1', true],
  ])('%s: inside %s', (ip, is) => expect(isInside(ip)).toBe(is)); // prettier-ignore
  test.each<[ChannelKind, string, boolean, RegExp | undefined]>([
    ['webhook', 'https://example.com/x', false, undefined],
    ['webhook', 'http://example.com/x', false, /https/],
    ['webhook', 'http://127.0.0.1:1/x', true, undefined],
    ['webhook', 'https://10.0.0.1/x', false, /this machine or network/],
    ['webhook', 'https://2130706433/x', false, /this machine or network/],
    ['webhook', 'https://intranet/x', false, /this machine or network/],
    ['webhook', 'https://u:p@example.com/', false, /user or a password/],
    ['webhook', 'no address', false, /no address/],
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', false, undefined],
    ['wecom', 'https://example.com/', false, /not what wecom gives/],
    ['dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=1', false, undefined],
    ['feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/1', false, undefined],
  ])('%s %s', (kind, url, openly, problem) => {
    if (problem) expect(addressProblem(kind, url, openly)).toMatch(problem);
    else expect(addressProblem(kind, url, openly)).toBeUndefined();
  });
  test('secrets', () => {
    expect(secretProblem('webhook', secrets.webhook ?? null)).toBeUndefined();
    expect(secretProblem('webhook', 'whsec_short')).toMatch(/24 to 64/);
    expect(secretProblem('dingtalk', null)).toMatch(/missing/);
    expect(secretProblem('feishu', null)).toBeUndefined();
  });
});
