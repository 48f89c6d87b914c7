/** A complaint's workflow on the real engine and database. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, defaultPayloadConverter } from '@temporalio/common';
import type { Complaint } from '../../domain/complaint/state.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { fold } from '../../domain/complaint/evolve.js';
import { complaintWorkflow, type ComplaintInput } from '../../workflows/messages.js';
import { openDesk, type TestDesk } from './desk.js';
import { ordinaryWay } from '../support/ordinary-way.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const row = async (id: string) =>
  (await desk.dataSource.query('select seq, status, severity, state from complaints where id = $1', [id]))[0] as
    { seq: number; status: string; severity: string; state: Complaint } | undefined;
const eventsOf = async (id: string): Promise<ComplaintEvent[]> =>
  (await desk.dataSource.query('select data from events where complaint_id = $1 order by seq', [id])).map(
    ({ data }: { data: ComplaintEvent }) => data,
  );
const refusalOf = async (answer: Promise<unknown>): Promise<{ refused: string; clauses: string[] }> => {
  const error = await answer.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure))
    throw new Error(`not refused: ${String(error)}`);
  return error.cause.details?.[0] as { refused: string; clauses: string[] };
};

test('the ordinary way ends closed, projected step by step, within 120 events and 64 KB', async () => {
  const { handle, give } = await desk.file();
  for (const [command, role, input] of ordinaryWay) {
    const answer = await give(command, role, input);
    expect((await row(handle.workflowId))?.seq).toBe(answer.seq);
  }
  const projected = await row(handle.workflowId);
  expect(projected?.status).toBe('closed');
  const events = await eventsOf(handle.workflowId);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
  const folded = fold(events);
  const { id: _, rulebook: __, zone: ___, ...state } = projected?.state as Complaint;
  const { id: _1, rulebook: _2, zone: _3, ...again } = folded;
  expect(state).toEqual(JSON.parse(JSON.stringify(again)));
  const { historyLength, historySize } = await handle.describe();
  expect(historyLength).toBeLessThanOrEqual(120);
  expect(Number(historySize)).toBeLessThanOrEqual(64 * 1024);
});

test('a refusal names its clause and leaves no history', async () => {
  const { handle, give } = await desk.file();
  await give('accept', 'supervisor');
  const before = (await handle.describe()).historyLength;
  expect(await refusalOf(give('approve', 'supervisor'))).toMatchObject({
    refused: 'wrong-status',
    clauses: ['WY-4.4.3.2'],
  });
  expect(await refusalOf(give('accept', 'handler'))).toMatchObject({ refused: 'forbidden' });
  expect(
    await refusalOf(give('dispatch', 'supervisor', { unit: 'engineering', handler: 'handler' }, { ifSeq: 1 })),
  ).toMatchObject({ refused: 'stale' });
  expect((await handle.describe()).historyLength).toBe(before);
});

test('the same request twice happens once', async () => {
  const { handle, give } = await desk.file();
  const [first, second] = await Promise.all([
    give('comment', 'reception', { text: '已电话告知业主。' }, { updateId: 'twice' }),
    give('comment', 'reception', { text: '已电话告知业主。' }, { updateId: 'twice' }),
  ]);
  expect(second).toEqual(first);
  const comments = (await eventsOf(handle.workflowId)).filter(({ type }) => type === 'Commented');
  expect(comments).toHaveLength(1);
});

test('a request that an earlier run answered is answered again by the next', async () => {
  const { handle, give } = await desk.file();
  const answer = await give('accept', 'supervisor', {}, { updateId: 'before' });
  const snapshot = await handle.query<Complaint>('complaint');
  const [{ input }] = (await handle.fetchHistory()).events?.map((event) => ({
    input: event.workflowExecutionStartedEventAttributes?.input?.payloads?.[0],
  })) as [{ input: never }];
  await handle.terminate('goes on in another run');
  const next = await desk.engine.client.workflow.start(complaintWorkflow, {
    workflowId: handle.workflowId,
    taskQueue: desk.engine.taskQueue,
    args: [{ ...defaultPayloadConverter.fromPayload<ComplaintInput>(input), snapshot, answers: { before: answer } }],
  });
  const person = { user: 'supervisor', roles: ['supervisor'] };
  const again = await next.executeUpdate('accept', { updateId: 'before', args: [{ input: {}, person }] });
  expect(again).toEqual(answer);
});

test('time alone misses the deadline, raises the severity and is projected', async () => {
  const { handle, give } = await desk.file({ channel: 'letter' });
  await give('accept', 'supervisor');
  await desk.engine.skip(handle.workflowId, 40 * 86_400_000);
  await give('comment', 'reception', { text: '四十天后。' });
  const projected = await row(handle.workflowId);
  expect(projected?.severity).toBe('major');
  const events = await eventsOf(handle.workflowId);
  const raised = events.filter(({ type }) => type === 'SeverityRaised');
  expect(raised.map((event) => 'severity' in event && event.severity)).toEqual(['important', 'hot', 'major']);
  expect(events.filter(({ type }) => type === 'BulletinIssued').length).toBeGreaterThanOrEqual(2);
});

test('the outside world is never refused', async () => {
  const { handle, give } = await desk.file();
  await handle.signal('joined', { data: { people: 12 } });
  await handle.signal('urged', { data: {} });
  const { severity } = await give('comment', 'reception', { text: '十二户联名。' });
  expect(severity).toBe('major');
});

test('what the world told before a command is heard before it, also when nobody had worked until then', async () => {
  const { handle, give, work } = await desk.fileAhead();
  await handle.signal('joined', { data: { people: 12 } });
  const answer = give('comment', 'reception', { text: '十二户联名。' });
  await work();
  expect((await answer).severity).toBe('major');
});
