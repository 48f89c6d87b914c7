/** A burst of notices to one robot: never more than 20 in any 60 seconds, none lost, none twice, in order. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { deliver } from '../../courier/delivery/deliver.js';
import type { Post } from '../../courier/delivery/send.js';
import { createDataSource } from '../../database/data-source.js';
import { nextDelivery } from '../../database/queries/deliveries.js';
import { inEveryLanguage } from '../../domain/notice/content.js';
import { addNotices } from '../../database/queries/notices.js';
import { type Desk, openDesk } from './desk.js';
import {
  addChannel,
  type Arrival,
  type Clock,
  deliverAll,
  forgetNotices,
  type Hook,
  jumpingClock,
  openHook,
} from './office.js';

let desk: Desk;
let hook: Hook;
let clock: Clock;
/** When each message arrived by the clock, and the numbers of the notices in it. */
let heard: { at: number; numbers: number[] }[] = [];
/** Asked before a message is heard; true: the line breaks and nobody hears it. */
let breaks: () => Promise<boolean> = () => Promise.resolve(false);
let tooFast = 0;

const numbersIn = ({ body }: Arrival) =>
  [...(body.markdown.content as string).matchAll(/第 (\d+) 条/g)].map(([, n]) => Number(n));

beforeAll(async () => {
  desk = await openDesk();
  hook = await openHook(async (arrival) => {
    if (await breaks()) return { status: 502 };
    // the way there and back takes its time
    clock.to(clock.now() + ((heard.length * 379) % 1_500));
    // as the real one does: the 21st in a minute is refused
    const recent = heard.filter(({ at }) => clock.now() - at < 60_000);
    if (recent.length >= 20) return (tooFast++, { body: { errcode: 45009, errmsg: 'api freq out of limit' } });
    heard.push({ at: clock.now(), numbers: numbersIn(arrival) });
    clock.to(clock.now() + ((heard.length * 211) % 900));
    return { body: { errcode: 0, errmsg: 'ok' } };
  });
});
afterAll(async () => {
  await hook.close();
  await desk.close();
});
beforeEach(async () => {
  await forgetNotices(desk);
  clock = jumpingClock();
  heard = [];
  tooFast = 0;
  breaks = () => Promise.resolve(false);
});

const post: Post = { openly: true, patience: 10_000 };

async function burst(count: number, urgent: boolean): Promise<void> {
  const channel = await addChannel(desk, { kind: 'wecom', address: `${hook.url}/cgi-bin/webhook/send?key=k` });
  const notices = Array.from({ length: count }, (_, i) => ({
    about: `burst/${i + 1}`,
    complaint: null,
    mark: 'Received',
    kind: 'work' as const,
    way: 'robot' as const,
    recipient: channel,
    address: { key: `channel:${channel}`, channel },
    urgent,
    digest: false,
    notBefore: new Date(clock.now()),
    content: inEveryLanguage(() => ({ title: `第 ${i + 1} 条`, lines: [] })),
  }));
  await desk.dataSource.transaction((tx) => addNotices(tx, notices));
}

const everyNumber = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

function mostInAMinute(): number {
  return Math.max(...heard.map(({ at: end }) => heard.filter(({ at }) => at > end - 60_000 && at <= end).length));
}

const states = async () =>
  await desk.dataSource.query<{ state: string; n: number }[]>(
    'select state, count(*)::int as n from notices group by 1 order by 1',
  );

test('1,000 that are urgent go one by one through two processes, one of which is killed on the way', async () => {
  await burst(1_000, true);
  const url = (desk.dataSource.options as { url: string }).url;
  let one = await createDataSource({ url, name: 'one' }).initialize();
  let killed = 0;
  const faults: unknown[] = [];
  // the process dies while it sends: the message is on no one's screen, and nobody could mark anything
  breaks = async () => {
    if (![333, 334, 700].includes(heard.length) || killed > [333, 334, 700].indexOf(heard.length)) return false;
    killed++;
    await desk.dataSource.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'one' and datname = current_database()`,
    );
    return true;
  };
  const work = (dataSource: typeof one) =>
    deliver({ dataSource, post, now: clock.now, onFault: (fault) => faults.push(fault) }).catch(
      (fault: unknown) => (faults.push(fault), true),
    );
  for (let rounds = 0; rounds < 5_000; rounds++) {
    const before = killed;
    const more = await Promise.all([work(one), killed === before && rounds % 2 ? work(desk.dataSource) : false]);
    if (killed > before) {
      await one.destroy().catch(() => undefined);
      one = await createDataSource({ url, name: 'one' }).initialize();
      continue;
    }
    if (more.some(Boolean)) continue;
    const next = await nextDelivery(desk.dataSource);
    if (!next) break;
    clock.to(next.getTime());
  }
  await one.destroy();
  expect(heard.flatMap(({ numbers }) => numbers)).toEqual(everyNumber(1_000));
  expect(mostInAMinute()).toBe(20);
  expect(tooFast).toBe(0);
  expect(killed).toBeGreaterThan(0);
  expect(await states()).toEqual([{ state: 'sent', n: 1_000 }]);
});

test('1,000 that are not urgent are folded, and still each is told once and in order', async () => {
  await burst(1_000, false);
  await deliverAll(desk, post, clock);
  expect(heard.flatMap(({ numbers }) => numbers)).toEqual(everyNumber(1_000));
  expect(heard.length).toBeLessThan(100);
  expect(mostInAMinute()).toBeLessThanOrEqual(20);
  expect(await states()).toEqual([{ state: 'sent', n: 1_000 }]);
});

test('a robot that is away for a day loses nothing and is not flooded when it is back', async () => {
  const begin = clock.now();
  const before = hook.arrivals.length;
  const day = 86_400_000;
  breaks = () => Promise.resolve(clock.now() < begin + day);
  await burst(300, false);
  await deliverAll(desk, post, clock, { until: begin + day - 1 });
  expect(heard).toEqual([]);
  expect(await states()).toEqual([
    { state: 'failed', n: expect.any(Number) },
    { state: 'waiting', n: expect.any(Number) },
  ]);
  // it was asked now and then, not all the time
  expect(hook.arrivals.length - before).toBeLessThan(60);
  await deliverAll(desk, post, clock);
  expect(heard.flatMap(({ numbers }) => numbers)).toEqual(everyNumber(300));
  expect(heard[0]?.at).toBeLessThan(begin + day + 31 * 60_000);
  expect(heard.length).toBeLessThan(40);
  expect(mostInAMinute()).toBeLessThanOrEqual(20);
});
