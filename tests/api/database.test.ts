/** The projection on a real PostgreSQL: once, in order, whatever comes late or twice. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { check, repair } from '../../database/check.js';
import { createDataSource, migrate } from '../../database/data-source.js';
import { seedDemo } from '../../database/demo/seed.js';
import { project, type Projection, ProjectionGap, ProjectionOvertaken } from '../../database/project.js';
import { calendarFor } from '../../documents/library.js';
import type { Context } from '../../domain/complaint/context.js';
import { handle } from '../../domain/complaint/decide.js';
import { deadlinesOf } from '../../domain/complaint/deadlines.js';
import { file } from '../../domain/complaint/file.js';
import type { Recorded } from '../../domain/complaint/record.js';
import { isRefusal } from '../../domain/complaint/refusal.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { library } from './house.js';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await cloneDatabase();
  dataSource = await createDataSource({ url: database.url }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const rulebook = library.rulebooks.get('WY')?.rulebook;
if (!rulebook) throw new Error('no WY');
const context = (now = Date.now()): Context => ({ rulebook, calendar: calendarFor(library, rulebook), now });
// the later it was decided, the greater the last number
const projection = ({ complaint, events }: Recorded, at = complaint.seq): Projection => ({
  complaint,
  events,
  deadlines: deadlinesOf(complaint, context()),
  fence: [0, 0, at],
});

function filed(text = '电梯停运'): Recorded {
  const id = randomUUID();
  const intake = {
    id,
    number: `N-${id}`,
    project: 'p',
    channel: 'phone',
    receivedBy: 'project',
    text,
    complainant: {},
  } as const;
  return file(intake, { user: 'reception', role: 'reception' }, context());
}

function then({ complaint }: Recorded, command: string, input: Record<string, unknown> = {}): Recorded {
  const next = handle(complaint, { command, input, person: { user: 'supervisor', roles: ['supervisor'] } }, context());
  if (isRefusal(next)) throw new Error(next.detail);
  return next;
}

const counted = async (table: string, id: string) =>
  Number(
    (await dataSource.query<{ n: string }[]>(`select count(*) as n from ${table} where complaint_id = $1`, [id]))[0]?.n,
  );
const seq = async (id: string) =>
  (await dataSource.query<{ seq: number }[]>('select seq from complaints where id = $1', [id]))[0]?.seq;

// what TypeORM cannot tell to be the same: indexes, and a function that makes a default
const settled = /DROP (INDEX|CONSTRAINT)|SET DEFAULT gen_random_uuid/;

test('migrations leave what the entities describe, and run once', async () => {
  expect(await migrate(dataSource)).toEqual([]);
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  // foreign keys and indexes are the migration's own
  expect(upQueries.map(({ query }) => query).filter((query) => !settled.test(query))).toEqual([]);
});

describe('project', () => {
  test('again does no harm, and what comes late is told so', async () => {
    const first = filed();
    const second = then(first, 'accept');
    const third = then(second, 'comment', { text: 'x' });
    const { id } = first.complaint;
    for (const step of [first, first, second, second, third, third]) await project(dataSource, projection(step));
    await expect(project(dataSource, projection(second))).rejects.toThrow(ProjectionOvertaken);
    expect(await seq(id)).toBe(third.complaint.seq);
    expect(await counted('events', id)).toBe(third.complaint.seq);
    expect(await counted('outbox', id)).toBe(third.complaint.seq);
    expect(await check(dataSource, id)).toEqual([]);
  });

  test('side by side, the latest account stays', async () => {
    const first = filed();
    const second = then(first, 'accept');
    const both = { complaint: second.complaint, events: [...first.events, ...second.events] };
    const { id } = first.complaint;
    const outcomes = await Promise.allSettled(
      [first, both, first, both, both].map((step) => project(dataSource, projection(step))),
    );
    for (const { status, ...told } of outcomes) {
      if (status === 'rejected') expect((told as PromiseRejectedResult).reason).toBeInstanceOf(ProjectionOvertaken);
    }
    expect(await seq(id)).toBe(second.complaint.seq);
    expect(await counted('outbox', id)).toBe(second.complaint.seq);
    expect(await check(dataSource, id)).toEqual([]);
  });

  test('what a dead worker told, and nobody decided, is taken back', async () => {
    const first = filed();
    const never = then(then(first, 'accept'), 'comment', { text: 'never was' });
    const told = { complaint: never.complaint, events: [...then(first, 'accept').events, ...never.events] };
    const true_ = then(first, 'comment', { text: 'was' });
    const { id } = first.complaint;
    await project(dataSource, projection(first, 1));
    await project(dataSource, projection(told, 2));
    await project(dataSource, projection(true_, 3));
    expect(await seq(id)).toBe(true_.complaint.seq);
    expect(await counted('events', id)).toBe(true_.complaint.seq);
    expect(await check(dataSource, id)).toEqual([]);
  });

  test('a gap is refused and leaves nothing', async () => {
    const first = filed();
    const second = then(first, 'accept');
    const third = then(second, 'comment', { text: 'x' });
    await expect(project(dataSource, projection(second))).rejects.toThrow(ProjectionGap);
    expect(await seq(first.complaint.id)).toBeUndefined();
    await project(dataSource, projection(first));
    await expect(project(dataSource, projection(third))).rejects.toMatchObject({
      known: first.complaint.seq,
      first: second.complaint.seq + 1,
    });
    expect(await seq(first.complaint.id)).toBe(first.complaint.seq);
    expect(await counted('events', first.complaint.id)).toBe(first.complaint.seq);
  });

  test('within a transaction that comes to nothing, nothing', async () => {
    const first = filed();
    const attempt = dataSource.transaction(async (manager) => {
      await project(manager, projection(first));
      throw new Error('no');
    });
    await expect(attempt).rejects.toThrow('no');
    expect(await seq(first.complaint.id)).toBeUndefined();
  });

  test('a character that cannot be stored holds nothing up', async () => {
    const first = filed('a\0b \ud800');
    await project(dataSource, projection(first));
    const [row] = await dataSource.query<{ excerpt: string }[]>('select excerpt from complaints where id = $1', [
      first.complaint.id,
    ]);
    expect(row?.excerpt).toBe('a\u{fffd}b \u{fffd}');
    expect(await check(dataSource, first.complaint.id)).toEqual([]);
  });
});

describe('check and repair', () => {
  test('what was changed by hand is found and mended', async () => {
    const last = then(filed(), 'comment', { text: 'x' });
    const first = filed();
    const second = then(first, 'accept');
    for (const step of [first, second]) await project(dataSource, projection(step));
    const { id } = first.complaint;
    await dataSource.query(
      `update complaints set status = 'closed', state = jsonb_set(state, '{text}', '"another"') where id = $1`,
      [id],
    );
    await dataSource.query('delete from deadlines where complaint_id = $1', [id]);
    const paths = (await check(dataSource, id))?.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['text', 'column status', 'column next_clock']));
    await repair(dataSource, id, (complaint) => deadlinesOf(complaint, context()));
    expect(await check(dataSource, id)).toEqual([]);
    expect(await check(dataSource, last.complaint.id)).toBeUndefined();
  });

  test('a missing event is found, and taken from the workflow', async () => {
    const first = filed();
    const second = then(first, 'accept');
    for (const step of [first, second]) await project(dataSource, projection(step));
    const { id } = first.complaint;
    await dataSource.query('delete from events where complaint_id = $1 and seq = 2', [id]);
    expect(await check(dataSource, id)).toMatchObject([{ path: 'events' }]);
    const events = [...first.events, ...second.events];
    await repair(dataSource, id, (complaint) => deadlinesOf(complaint, context()), {
      complaint: second.complaint,
      events,
    });
    expect(await check(dataSource, id)).toEqual([]);
  });
});

describe('the demo', () => {
  let own: TestDatabase;
  let there: DataSource;
  beforeEach(async () => {
    own = await cloneDatabase();
    there = await createDataSource({ url: own.url }).initialize();
  });
  afterEach(async () => {
    await there.destroy();
    await own.drop();
  });

  test('its users are made once, and follow their password', async () => {
    expect(await seedDemo(there, 'the first password')).toBe(true);
    expect(await seedDemo(there, 'the first password')).toBe(false);
    await there.query(
      `insert into sessions (token_hash, user_id, expires_at) values ('x', 'hq', now() + interval '1 hour')`,
    );
    expect(await seedDemo(there, 'another password')).toBe(true);
    expect(await there.query('select 1 from sessions')).toEqual([]);
  });

  test('is not made beside an organisation, people or complaints of one’s own', async () => {
    await there.query(`insert into organisation (id, tier, name) values ('mine', 'group', '某物业集团')`);
    await expect(seedDemo(there, 'a password')).rejects.toThrow(/not made/);
    expect(await there.query('select 1 from users')).toEqual([]);
  });
});
