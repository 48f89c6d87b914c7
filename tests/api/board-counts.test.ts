/** What the board counts is kept as it happens: always what a reckoning from all complaints says, for whoever looks. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from '@temporalio/client';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { check, repair } from '../../database/check.js';
import { createDataSource } from '../../database/data-source.js';
import { seedDemo } from '../../database/demo/seed.js';
import { BoardCounts1799400000000 } from '../../database/migrations/1799400000000-board-counts.js';
import { project } from '../../database/project.js';
import { severeComplaints } from '../../database/queries/board.js';
import { boardCounts } from '../../database/queries/board-counts.js';
import type { Sight } from '../../database/queries/sight.js';
import { miscounted, recount } from '../../database/recount.js';
import { calendarFor } from '../../documents/library.js';
import type { Context } from '../../domain/complaint/context.js';
import { handle } from '../../domain/complaint/decide.js';
import { deadlinesOf } from '../../domain/complaint/deadlines.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { file } from '../../domain/complaint/file.js';
import { isRefusal } from '../../domain/complaint/refusal.js';
import type { Complaint } from '../../domain/complaint/state.js';
import { erase } from '../../proof/erase.js';
import type { Keyring } from '../../vault/keyring.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { reckonedBoard } from '../support/reckoned-board.js';
import { play } from '../unit/play.js';
import { library } from './house.js';

interface Step {
  complaint: Complaint;
  /** All up to here. */
  events: ComplaintEvent[];
  context: Context;
}

const places = ['cuihu', 'jinxiu', 'binjiang', 'xinghai', 'nanshan'];
const weeks = ['2025-12-29', '2026-05-04', '2026-10-12'];
const books = ['WY', 'WY', 'WY', 'YG', 'LD', 'JB', 'BX'].filter((id) => library.rulebooks.has(id));

let database: TestDatabase;
let dataSource: DataSource;
let plays: Step[][];
beforeAll(async () => {
  database = await cloneDatabase();
  dataSource = await createDataSource({ url: database.url }).initialize();
  await seedDemo(dataSource, 'an-echo-for-every-test');
  const numbers = fc.array(fc.nat(0x7fffffff), { minLength: 4, maxLength: 24, size: 'max' });
  const long = fc.sample(numbers, { numRuns: 70, seed: 20261122 });
  plays = [...long.map(played), ...Array.from({ length: 12 }, (_, i) => settled(100 + i))];
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** What a complaint was after each step of a play, somewhere in the group. */
function played(numbers: number[], i: number): Step[] {
  const own = { number: `B-${i}`, project: places[i % places.length] as string };
  const id = randomUUID();
  const steps: Omit<Step, 'events'>[] = [];
  const { events } = play(library, books[i % books.length] as string, numbers, {
    step: (_, complaint, __, context) =>
      steps.push({ complaint: { ...complaint, ...own, id }, context: { ...context } }),
  });
  const all = events.map((event) => (event.type === 'Received' ? { ...event, ...own } : event));
  return steps.map((step) => ({ ...step, events: all.slice(0, step.complaint.seq) }));
}

/** What was settled as soon as it came: in time. */
function settled(i: number): Step[] {
  const rulebook = library.rulebooks.get('WY')?.rulebook;
  if (!rulebook) throw new Error('no WY');
  const context = { rulebook, calendar: calendarFor(library, rulebook), now: Date.UTC(2026, 9, i - 99, 2) };
  const intake = {
    ...{ id: randomUUID(), number: `B-${i}`, project: places[i % places.length] as string, text: '门厅灯不亮' },
    ...{ channel: 'phone' as const, receivedBy: 'project' as const, complainant: {} },
  };
  const filed = file(intake, { user: 'li', role: 'reception' }, context);
  const person = { user: 'li', roles: ['supervisor' as const] };
  const given = { command: 'settle', input: { result: '当场更换', form: 'phone' }, person };
  const done = handle(filed.complaint, given, context);
  if (isRefusal(done)) throw new Error(done.detail);
  return [
    { ...filed, context },
    { complaint: done.complaint, events: [...filed.events, ...done.events], context },
  ];
}

async function keep({ complaint, events, context }: Step, at = complaint.seq): Promise<void> {
  await project(dataSource, { complaint, events, deadlines: deadlinesOf(complaint, context), fence: [0, 0, at] });
}

/** For whoever looks, from wherever: the kept counts are the reckoned ones, and the most pressing ones the first of all. */
async function compare(): Promise<void> {
  const keys = await dataSource.query<{ key: string }[]>(
    `select distinct unnest(open_to) as key from complaints order by 1`,
  );
  const some = keys.map(({ key }) => key).filter((_, i) => i % 2 === 0);
  const sights: Sight[] = [
    { projects: null, user: 'hq', keys: [] },
    { projects: null, user: 'zhao', keys: keys.map(({ key }) => key) },
    { projects: null, user: 'li', keys: some },
    { projects: ['cuihu', 'nanshan'], user: 'wang', keys: some },
    { projects: [], user: 'hq', keys: [] },
  ];
  for (const sight of sights)
    for (const node of ['anju', 'huadong', 'cuihu'])
      for (const week of weeks) {
        const scope = { node, sight };
        expect(await boardCounts(dataSource, scope, week)).toEqual(await reckonedBoard(dataSource, scope, week));
        const { places: counted } = await boardCounts(dataSource, scope, week);
        for (const severity of ['major', 'hot'] as const)
          expect((await severeComplaints(dataSource, scope, 1000, severity)).length).toBe(
            counted.reduce((sum, place) => sum + place[severity], 0),
          );
      }
  expect(await miscounted(dataSource)).toEqual([]);
}

test('whatever people do, whoever looks, however much at once: what is kept is what is reckoned', async () => {
  // all at once: complaints side by side, each step by step
  await Promise.all(
    plays.map(async (steps) => {
      for (const step of steps.length > 2 ? steps.slice(0, -2) : steps) await keep(step);
    }),
  );
  await compare();
  const [{ n } = { n: 0 }] = await dataSource.query<{ n: number }[]>(`select sum(n)::int as n from board_counts`);
  const what = await dataSource.query<{ what: string }[]>('select distinct what from board_counts order by 1');
  expect(n).toBeGreaterThan(plays.length);
  expect(what.map((one) => one.what)).toEqual([
    'ended',
    'hot',
    'kept',
    'late',
    'major',
    'open',
    'overdue',
    'received',
    'waiting',
  ]);
  const guards = await dataSource.query<object[]>('select distinct guard from board_counts');
  expect(guards.length).toBeGreaterThan(3);
});

test('told again, told otherwise, merged and taken apart, deleted: it stays so', async () => {
  for (const [i, steps] of plays.entries()) {
    const last = steps.at(-1);
    if (!last) continue;
    await keep(last);
    if (i % 4 === 0) await keep(last);
    // a later account in which less happened
    const earlier = steps[Math.floor(steps.length / 2)];
    if (i % 4 === 1 && earlier) await keep(earlier, last.complaint.seq + 1);
    // it goes on in another one, or somebody is accused
    const changed = { ...last.complaint, seq: last.complaint.seq };
    if (i % 4 === 2)
      await keep(
        { ...last, complaint: { ...changed, status: 'merged', endedAt: changed.updatedAt } },
        last.complaint.seq + 1,
      );
    if (i % 8 === 2) await keep(last, last.complaint.seq + 2);
    if (i % 4 === 3) await keep({ ...last, complaint: { ...changed, accused: ['li'] } }, last.complaint.seq + 1);
  }
  await compare();
  const [over] = await dataSource.query<{ id: string }[]>(
    `select id from complaints where ended_at is not null and status <> 'merged' order by id limit 1`,
  );
  const client = { workflow: { getHandle: () => ({ terminate: () => Promise.resolve() }) } } as unknown as Client;
  const keyring = { destroy: () => Promise.resolve() } as unknown as Keyring;
  await erase({ source: dataSource, client, keyring }, over?.id ?? '', 'admin', '依法删除');
  await compare();
  // nothing is left of a guard under which nothing is
  expect(await dataSource.query('select * from board_counts where n <= 0')).toEqual([]);
});

test('what somebody changed by hand is found, and made anew', async () => {
  await dataSource.query(`update board_counts set n = n + 1 where project_id = 'cuihu' and what = 'open'`);
  await dataSource.query(`delete from board_counts where project_id = 'jinxiu' and what = 'open'`);
  const found = await miscounted(dataSource);
  expect(found).toEqual(['cuihu open', 'jinxiu open']);
  await recount(dataSource);
  await compare();
  const step = plays[1]?.at(-1) as Step;
  const { id } = step.complaint;
  await dataSource.query(`update complaints set promises = '{reply:kept}', severity = 'major' where id = $1`, [id]);
  expect((await check(dataSource, id))?.map(({ path }) => path)).toContain('column promises');
  await repair(dataSource, id, (complaint) => deadlinesOf(complaint, step.context));
  expect(await check(dataSource, id)).toEqual([]);
  await compare();
});

test('a database that has complaints already is counted when it is brought up to date', async () => {
  const all = () =>
    dataSource.query<object[]>('select id, promises from complaints order by id').then((rows) => JSON.stringify(rows));
  const before = await all();
  const runner = dataSource.createQueryRunner();
  const migration = new BoardCounts1799400000000();
  await runner.startTransaction();
  await migration.down(runner);
  await migration.up(runner);
  await runner.commitTransaction();
  await runner.release();
  expect(await all()).toBe(before);
  await compare();
});
