/** Duties and papers on the real engine and database: each period once, due though incomplete, made up for after an outage. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { createActivities } from '../../activities/index.js';
import { ensureSchedules, scheduleId } from '../../activities/papers/schedules.js';
import { draftPaper } from '../../database/change-papers.js';
import { createDataSource } from '../../database/data-source.js';
import { seedDemo } from '../../database/demo/seed.js';
import { findPaper, paperStory } from '../../database/queries/papers.js';
import { instant, moment } from '../../domain/calendar/zone.js';
import {
  dutyRoundWorkflow,
  dutyWorkflow,
  dutyWorkflowId,
  paperChanged,
  paperWorkflow,
  paperWorkflowId,
} from '../../workflows/messages-papers.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { type TestEngine, testEngine } from '../support/engine.js';
import { until } from '../support/eventually.js';
import { publicationPaper } from '../support/papers/publication.js';
import { weeklyPaper } from '../support/papers/weekly.js';

let engine: TestEngine;
let database: TestDatabase;
let dataSource: DataSource;
let target: { workflowType: string; taskQueue: string };
let stopWorker: () => Promise<void>;

async function startWorker(): Promise<() => Promise<void>> {
  const worker = await Worker.create({
    connection: engine.nativeConnection,
    namespace: engine.namespace,
    taskQueue: engine.taskQueue,
    workflowBundle: engine.workflowBundle,
    activities: createActivities({ dataSource, client: engine.client }),
  });
  const running = worker.run();
  return async () => {
    worker.shutdown();
    await running;
  };
}

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('WARN') });
  engine = await testEngine();
  database = await cloneDatabase();
  dataSource = await createDataSource({ url: database.url }).initialize();
  await seedDemo(dataSource, 'a-password-for-nobody');
  target = { workflowType: dutyRoundWorkflow, taskQueue: engine.taskQueue };
  stopWorker = await startWorker();
});
afterAll(async () => {
  await stopWorker();
  for await (const { scheduleId: id } of engine.client.schedule.list())
    await engine.client.schedule.getHandle(id).delete();
  await dataSource.destroy();
  await database.drop();
  await engine.close();
});

interface Made {
  id: string;
  period: string;
  number: string | null;
  state: string;
  late: boolean;
}
const papersOf = (kind: string, node: string): Promise<Made[]> =>
  dataSource.query(
    'select id, period, number, state, late from papers where kind = $1 and node_id = $2 order by period',
    [kind, node],
  );
const ensure = () => ensureSchedules({ dataSource, client: engine.client }, target, new Date());
const at = (text: string) => instant(`${text}+08:00`);
const round = (node: string, duty: string, when: number, name: string) =>
  engine.client.workflow.execute(dutyRoundWorkflow, {
    workflowId: `${name}-${node}-${duty}`,
    taskQueue: engine.taskQueue,
    args: [{ node, duty, at: when }],
  }) as Promise<string[]>;

describe('schedules', () => {
  test('one for each duty of each node; the same again changes nothing', async () => {
    const { made } = await ensure();
    expect(made).toEqual(
      expect.arrayContaining([
        scheduleId('cuihu', 'stock-take'),
        scheduleId('huadong', 'weekly'),
        scheduleId('anju', 'weekly-group'),
      ]),
    );
    // five projects have two, two companies five, the group one
    expect(made).toHaveLength(5 * 2 + 2 * 5 + 1);
    await until(
      async () => (await listed()).length,
      (n) => n === made.length,
    );
    expect(await ensure()).toEqual({ made: [], changed: [], removed: [] });
    const { policies, spec } = await engine.client.schedule.getHandle(scheduleId('huadong', 'weekly')).describe();
    expect(policies).toMatchObject({ overlap: 'BUFFER_ALL', catchupWindow: 366 * 86_400_000 });
    expect(spec.timezone).toBe('Asia/Shanghai');
  });

  test('follow the organisation: another rulebook, other duties', async () => {
    await dataSource.query(`update organisation set rulebook_id = 'HA' where id = 'xinghai'`);
    const { made, removed } = await ensure();
    expect(made.sort()).toEqual([scheduleId('xinghai', 'report'), scheduleId('xinghai', 'summary')]);
    expect(removed.sort()).toEqual([scheduleId('xinghai', 'publication'), scheduleId('xinghai', 'stock-take')]);
  });

  test('rounds that fell into an outage are made up for, each once, and say that they are late', async () => {
    await stopWorker();
    const handle = engine.client.schedule.getHandle(scheduleId('cuihu', 'stock-take'));
    const missed = [
      {
        start: new Date(at('2026-10-20T00:00:00')),
        end: new Date(at('2026-10-23T00:00:00')),
        overlap: 'ALLOW_ALL' as const,
      },
    ];
    await handle.backfill(missed);
    expect(await papersOf('stockTake', 'cuihu')).toEqual([]);
    stopWorker = await startWorker();
    const all = await until(
      () => papersOf('stockTake', 'cuihu'),
      (made) => made.filter(({ number }) => number).length === 3,
    );
    expect(all.map(({ period, late }) => [period, late])).toEqual([
      ['2026-10-20', true],
      ['2026-10-21', true],
      ['2026-10-22', true],
    ]);
    expect(all.map(({ number }) => number).sort()).toEqual(
      [1, 2, 3].map((n) => `日盘〔${new Date().getFullYear()}〕第${n}号`),
    );
    await handle.backfill(missed);
    expect(await round('cuihu', 'stock-take', at('2026-10-22T23:00:00'), 'again')).toEqual(['2026-10-22']);
    await engine.client.workflow
      .getHandle(dutyWorkflowId({ node: 'cuihu', duty: 'stock-take', period: '2026-10-22', at: 0 }))
      .result();
    expect(await papersOf('stockTake', 'cuihu')).toHaveLength(3);
  });
});

test('the same period asked for by two at once is one paper', async () => {
  const when = at('2026-07-01T09:00:00');
  const asked = ['a', 'b'].map((name) => round('huanan', 'quarterly', when, name));
  expect(await Promise.all(asked)).toEqual([['2026-Q2'], ['2026-Q2']]);
  const task = { node: 'huanan', duty: 'quarterly', period: '2026-Q2', at: when };
  await engine.client.workflow.getHandle(dutyWorkflowId(task)).result();
  // nor does a workflow of another id make a second one
  const again = engine.client.workflow.execute(dutyWorkflow, {
    workflowId: 'by-hand',
    taskQueue: engine.taskQueue,
    args: [task],
  });
  const [paper] = await papersOf('quarterly', 'huanan');
  expect(await again).toBe(paper?.id);
  expect(await papersOf('quarterly', 'huanan')).toHaveLength(1);
});

test('a duty that a node does not owe makes nothing', async () => {
  expect(await round('cuihu', 'no-such-duty', at('2026-07-01T09:00:00'), 'none')).toEqual([]);
});

/** A draft whose due moment is a day from now. */
async function drafted(id: string, more: { approves?: ['hq']; acknowledgeHours?: number } = {}): Promise<string> {
  const now = new Date();
  const due = moment(now.getTime() + 86_400_000, 'Asia/Shanghai');
  const { kind, node, addressee, rulebook, clauses, zone, period, confirms, content, parts } = weeklyPaper;
  const head = { node, addressee, rulebook, clauses, zone, period, confirms, approves: more.approves ?? [] };
  const acknowledge = more.acknowledgeHours ? { acknowledgeHours: more.acknowledgeHours } : {};
  const draft = { id, kind, cutOff: weeklyPaper.cutOff, due, content, parts, head: { ...head, ...acknowledge } };
  expect(await draftPaper(dataSource, draft, { scope: id, period: id }, now)).toBe(true);
  await engine.client.workflow.start(paperWorkflow, {
    workflowId: paperWorkflowId(id),
    taskQueue: engine.taskQueue,
    args: [{ paper: id }],
  });
  return id;
}
const stateOf = async (id: string) => (await findPaper(dataSource, id, null))?.paper;
const stepsOf = async (id: string) => (await paperStory(dataSource, id)).steps.map(({ step }) => step);

test('what is due goes out incomplete, says what is missing and by whom, and reminds until it is acknowledged', async () => {
  const id = await drafted('incomplete', { acknowledgeHours: 24 });
  const workflow = paperWorkflowId(id);
  await engine.skip(workflow, 23 * 3_600_000);
  expect((await stateOf(id))?.state).toBe('draft');
  await engine.skip(workflow, 2 * 3_600_000);
  const issued = await until(
    () => stateOf(id),
    (paper) => paper?.state === 'issued',
  );
  expect(issued?.missing.map(({ what, people }) => [what.split(':')[0], people])).toEqual([
    ['help', [{ id: 'company', name: '郑国华' }]],
    ['next', [{ id: 'company', name: '郑国华' }]],
  ]);
  expect(issued?.late).toBeUndefined();
  expect(issued?.number).toMatch(/^周报〔\d{4}〕第\d+号$/);
  await engine.skip(workflow, 3 * 86_400_000);
  // a day apart, three times, and no more
  expect(await stepsOf(id)).toEqual(['drafted', 'issued', 'reminded', 'reminded', 'reminded']);
});

test('what needs approval waits for it, and it is noted that it is overdue', async () => {
  const id = await drafted('unapproved', { approves: ['hq'] });
  await engine.skip(paperWorkflowId(id), 3 * 86_400_000);
  expect((await stateOf(id))?.state).toBe('draft');
  expect(await stepsOf(id)).toEqual(['drafted', 'overdue']);
  await dataSource.query(
    `update papers set state = 'approved', signed = '{"approved": {"by": {"id": "hq", "name": "林建平"}, "at": "2026-11-23T10:00:00+08:00"}}' where id = $1`,
    [id],
  );
  await engine.client.workflow.getHandle(paperWorkflowId(id)).signal(paperChanged);
  await engine.client.workflow.getHandle(paperWorkflowId(id)).result();
  expect(await stateOf(id)).toMatchObject({ state: 'issued', late: true });
});

test('an issued paper is frozen by the database, its story as well', async () => {
  const [paper] = await papersOf('quarterly', 'huanan');
  const change = (sql: string) => dataSource.query(sql, [paper?.id]);
  await until(
    () => papersOf('quarterly', 'huanan'),
    ([made]) => made?.state === 'issued',
  );
  for (const sql of [
    `update papers set content = '{"title": {}, "sections": []}' where id = $1`,
    `update papers set number = 'x' where id = $1`,
    `update papers set issued_at = null where id = $1`,
    `delete from papers where id = $1`,
  ]) {
    await expect(change(sql)).rejects.toThrow(/is issued/);
  }
  await expect(change('delete from paper_steps where paper_id = $1')).rejects.toThrow(/stays recorded/);
  await change(
    `update papers set signed = signed || '{"confirmed": {"by": {"id": "hq", "name": "x"}, "at": "2026-11-23T10:00:00+08:00"}}' where id = $1`,
  );
  await expect(change(`update papers set signed = signed - 'confirmed' where id = $1`)).rejects.toThrow(/is issued/);
});

test('numbers have no gaps and none is given twice, however many are issued at once', async () => {
  const ids = Array.from({ length: 12 }, (_, i) => `many-${i}`);
  await Promise.all(
    ids.map(async (id) => {
      const { node, rulebook, clauses, zone, content } = publicationPaper;
      const due = moment(Date.now(), zone);
      const head = { node: { ...node, id: 'jinxiu' }, rulebook, clauses, zone, approves: [], confirms: [] };
      const draft = { id, kind: 'developerList' as const, cutOff: due, due, content, parts: [], head };
      await draftPaper(dataSource, draft, { scope: id, period: 'x' }, new Date());
      await engine.client.workflow.execute(paperWorkflow, {
        workflowId: paperWorkflowId(id),
        taskQueue: engine.taskQueue,
        args: [{ paper: id }],
      });
    }),
  );
  const rows = await dataSource.query<{ n: number }[]>(
    `select n from papers where node_id = 'jinxiu' and series = '地产' order by n`,
  );
  expect(rows.map(({ n }) => n)).toEqual(ids.map((_, i) => i + 1));
});

async function listed(): Promise<string[]> {
  const ids: string[] = [];
  for await (const { scheduleId: id } of engine.client.schedule.list()) ids.push(id);
  return ids;
}
