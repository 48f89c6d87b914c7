/** Work over many complaints: each once, whatever is done twice, and the rest goes on when one refuses. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workPage } from '../../activities/batch/page.js';
import { batchOf, type BatchOrder, stopBatch } from '../../database/queries/batches.js';
import { batchWorkflow, batchWorkflowId } from '../../workflows/messages.js';
import { openDesk, type TestDesk } from './desk.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const published = { version: 1, off: [['2027-01-01', 3, '元旦']], work: [] } as never;

/** An order over complaints of a project of its own. */
function orderFor(project: string, total: number, calendar = 'CN'): BatchOrder {
  const selection = { open: true, projects: [project] } as const;
  const task = { selection: { ...selection, projects: [project] }, calendar, year: '2027', published };
  const startedAt = new Date().toISOString();
  return { id: randomUUID(), kind: 'calendarPublished', task, why: '国务院通知', startedBy: 'hq', startedAt, total };
}

async function fileIn(project: string, count: number): Promise<string[]> {
  const filed = await Promise.all(Array.from({ length: count }, () => desk.file({ project })));
  const ids = filed.map(({ handle }) => handle.workflowId);
  // projected, so that it can be found
  await Promise.all(filed.map(({ give }) => give('comment', 'reception', { text: '已登记' })));
  return ids.sort();
}

const eventsOf = async (id: string) =>
  (
    await desk.dataSource.query<{ type: string; data: { year?: string; actor: object } }[]>(
      `select type, data from events where complaint_id = $1 and type = 'CalendarPublished'`,
      [id],
    )
  ).map(({ data }) => data);

/** Signals are worked on after they are sent: any later command of the complaint waits for them. */
async function settled(ids: string[]): Promise<void> {
  const person = { user: 'reception', roles: ['reception'] };
  for (const id of ids) {
    const args = [{ input: { text: '再看一次' }, person }];
    await desk.engine.client.workflow.getHandle(id).executeUpdate('comment', { args: args as never });
  }
}

const tools = () => ({ dataSource: desk.dataSource, client: desk.engine.client });

describe('a batch', () => {
  test('tells every open complaint once, and ends', async () => {
    const ids = await fileIn('b1', 5);
    const order = orderFor('b1', 5);
    const workflowId = batchWorkflowId(order.id);
    const { taskQueue, client } = desk.engine;
    const handle = await client.workflow.start(batchWorkflow, { workflowId, taskQueue, args: [order] });
    // it rests before it looks after latecomers, and ends before that much time is over
    await desk.engine.skip(workflowId, 60_000).catch(() => undefined);
    await handle.result();
    await settled(ids);
    for (const id of ids) expect(await eventsOf(id)).toMatchObject([{ year: '2027', actor: { outside: 'hq' } }]);
    const batch = await batchOf(desk.dataSource, order.id);
    expect(batch).toMatchObject({ refused: 0, walk: 2 });
    expect(batch?.endedAt).not.toBeNull();
  });

  test('does nothing twice when a page is worked on again', async () => {
    const ids = await fileIn('b2', 3);
    const order = orderFor('b2', 3);
    await workPage(order, tools());
    // the worker died before it could write down where it stands
    await desk.dataSource.query('update batches set after_id = null, done = 0 where id = $1', [order.id]);
    await workPage(order, tools());
    await settled(ids);
    for (const id of ids) expect(await eventsOf(id)).toHaveLength(1);
    expect(await batchOf(desk.dataSource, order.id)).toMatchObject({ done: 3, refused: 0, afterId: ids.at(-1) });
  });

  test('counts a complaint that refuses, with its reason, and goes on', async () => {
    const ids = await fileIn('b3', 3);
    await desk.engine.client.workflow.getHandle(ids[1] as string).terminate('a test');
    const order = orderFor('b3', 3);
    await workPage(order, tools());
    expect(await batchOf(desk.dataSource, order.id)).toMatchObject({
      done: 2,
      refused: 1,
      problems: [{ complaint: ids[1], code: 'ended' }],
    });
  });

  test('stops after its present page', async () => {
    await fileIn('b4', 2);
    const order = orderFor('b4', 2);
    await workPage(order, tools());
    expect(await stopBatch(desk.dataSource, order.id, 'hq')).toBe(true);
    expect(await workPage(order, tools())).toEqual({ ended: true, pause: 0 });
    expect(await batchOf(desk.dataSource, order.id)).toMatchObject({ done: 2, stoppedBy: 'hq', walk: 1 });
    expect(await stopBatch(desk.dataSource, order.id, 'hq')).toBe(false);
  });

  test('a complaint that pins another calendar ignores it', async () => {
    const ids = await fileIn('b5', 1);
    await workPage(orderFor('b5', 1, 'GB'), tools());
    await settled(ids);
    expect(await eventsOf(ids[0] as string)).toEqual([]);
  });
});
