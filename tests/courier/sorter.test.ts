/** What happened is handed on once, in order, whoever else sorts, and whatever a reader cannot take. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startLoop } from '../../courier/loop.js';
import { sort } from '../../courier/sorter.js';
import { sweep } from '../../courier/sweeper.js';
import type { Reader, Told } from '../../courier/told.js';
import { type Desk, openDesk } from './desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
beforeEach(() => desk.dataSource.query('delete from outbox'));

const key = ({ event, complaint }: Told) => `${complaint.id} ${event.seq}`;
const rows = () =>
  desk.dataSource.query<{ key: string; failures: number; problem: string | null; taken: boolean }[]>(
    `select complaint_id || ' ' || seq as key, failures, problem, taken_at is not null as taken from outbox order by id`,
  );
const noFault = (error: unknown) => {
  throw error;
};

test('two that sort at the same time hand on everything once and in order', async () => {
  for (let i = 0; i < 60; i++) await desk.give((await desk.file()).complaint, 'accept');
  const all = (await rows()).map((row) => row.key);
  const heard: string[] = [];
  const reader: Reader = {
    name: 'ears',
    read: (_tx, told) => Promise.resolve(void heard.push(...told.map(key))),
  };
  const one = async () => {
    while ((await desk.waiting()) > 0) await sort(desk.dataSource, [reader], noFault);
  };
  await Promise.all([one(), one()]);
  expect(all.length).toBeGreaterThan(240);
  expect(heard).toEqual(all);
});

test('what a reader writes stands or falls with the mark', async () => {
  await desk.file();
  const before = await rows();
  const writes: Reader = {
    name: 'writes',
    read: async (tx, told) =>
      void (await tx.query(`insert into requests (id, hash, at) values ($1, 'x', now())`, [told[0]?.outboxId])),
  };
  const breaks: Reader = { name: 'breaks', read: () => Promise.reject(new Error('no paper')) };
  const faults: unknown[] = [];
  await sort(desk.dataSource, [writes, breaks], (fault) => faults.push(fault));
  expect(await desk.dataSource.query('select * from requests')).toEqual([]);
  const [first, ...later] = await rows();
  expect(first).toEqual({ ...before[0], failures: 1, problem: 'breaks: no paper' });
  expect(later).toEqual(before.slice(1));
  expect(faults).toHaveLength(1);
});

test('an event that cannot be taken holds up its own complaint only, until it can', async () => {
  const bad = (await desk.file()).complaint.id;
  const good = (await desk.file()).complaint.id;
  let mended = false;
  const heard: string[] = [];
  const reader: Reader = {
    name: 'picky',
    read(_tx, told) {
      if (!mended && told.some(({ complaint }) => complaint.id === bad)) return Promise.reject(new Error('not this'));
      heard.push(...told.map(key));
      return Promise.resolve();
    },
  };
  const drain = async () => {
    while (await sort(desk.dataSource, [reader], () => undefined));
  };
  await drain();
  expect(heard.length).toBeGreaterThan(0);
  expect(heard.every((one) => one.startsWith(good))).toBe(true);
  mended = true;
  await desk.dataSource.query('update outbox set retry_at = now()');
  await drain();
  expect(heard.filter((one) => one.startsWith(bad))).toEqual(
    (await rows()).map((r) => r.key).filter((k) => k.startsWith(bad)),
  );
  expect(await desk.waiting()).toBe(0);
});

test('the sweeper takes away what is old, and nothing that waits', async () => {
  await desk.file();
  await desk.file();
  const now = Date.now();
  await desk.dataSource.query(
    `update outbox set taken_at = now() - interval '8 days' where id = (select min(id) from outbox)`,
  );
  await desk.dataSource.query(
    `insert into requests (id, hash, at) values ('old', 'x', now() - interval '31 days'), ('young', 'x', now() - interval '29 days')`,
  );
  await desk.dataSource.query(
    `insert into notices (key, mark, kind, way, recipient, state, not_before, created_at)
     select way || state || age, 'x', 'work', way, 'x', state, now(), now() - make_interval(days => age)
     from unnest(array['inbox', 'email']) way, unnest(array['sent', 'waiting']) state, unnest(array[89, 91, 401]) age`,
  );
  const before = (await rows()).length;
  expect(await sweep(desk.dataSource, now)).toBe(false);
  expect((await rows()).length).toBe(before - 1);
  expect(await desk.dataSource.query('select id from requests')).toEqual([{ id: 'young' }]);
  const kept = await desk.dataSource.query<{ key: string }[]>('select key from notices order by key');
  expect(kept.map(({ key }) => key)).toEqual([
    'emailsent89',
    'emailwaiting401',
    'emailwaiting89',
    'emailwaiting91',
    'inboxsent89',
    'inboxsent91',
    'inboxwaiting401',
    'inboxwaiting89',
    'inboxwaiting91',
  ]);
});

test('a loop that is woken while it works looks once more, and ends its step before it stops', async () => {
  let steps = 0;
  let release: () => void = () => undefined;
  const gate = () => new Promise<boolean>((resolve) => (release = () => resolve(false)));
  const loop = startLoop({ work: () => (steps++, gate()), every: 3_600_000, onFault: noFault });
  loop.wake();
  loop.wake();
  release();
  await new Promise(setImmediate);
  expect(steps).toBe(2);
  const stopped = loop.stop();
  release();
  await stopped;
  expect(steps).toBe(2);
});
