/** A complaint on the real engine goes on under another version of its rulebook. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { redecide } from '../../domain/audit/redecide.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import type { Complaint } from '../../domain/complaint/state.js';
import { compile } from '../../domain/rulebook/compile.js';
import { happeningsOf } from '../../proof/happenings.js';
import { library, openDesk, type TestDesk } from './desk.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test('it is decided under the new version from then on, in the workflow, the tables, a replay and an audit', async () => {
  const book = library.rulebooks.get('WY');
  if (!book) throw new Error('no WY');
  const clocks = { ...book.document.clocks, dispatch: [{ within: '3 hours', clauses: ['WY-4.6.2'] }] };
  const rulebook = compile({ ...book.document, version: 2, clocks });
  const { handle, give } = await desk.file();
  const input = { version: 2, reason: '新规程更严' };
  await give('changeRulebook', 'hq', input, { rulebook });
  await expect(give('changeRulebook', 'hq', input, { rulebook })).rejects.toThrow();
  await give('accept', 'supervisor');
  await give('dispatch', 'supervisor', { unit: 'engineering', handler: 'handler' });

  const complaint = await handle.query<Complaint>('complaint');
  const events = (
    await desk.dataSource.query<{ data: ComplaintEvent }[]>(
      'select data from events where complaint_id = $1 order by seq',
      [handle.workflowId],
    )
  ).map(({ data }) => data);
  expect(events.filter(({ type }) => type === 'RulebookChanged')).toMatchObject([{ version: 2, from: 1 }]);
  const set = events.find((event) => event.type === 'DeadlineSet' && event.clock === 'dispatch');
  if (set?.type !== 'DeadlineSet') throw new Error('no dispatch clock');
  expect(Date.parse(set.due) - Date.parse(set.startedAt)).toBe(3 * 3_600_000);
  const [row] = await desk.dataSource.query<{ rulebook_version: number; state: Complaint }[]>(
    'select rulebook_version, state from complaints where id = $1',
    [handle.workflowId],
  );
  expect(row?.rulebook_version).toBe(2);
  expect(row?.state.rulebook).toEqual(complaint.rulebook);

  const recorded = await handle.fetchHistory();
  const history = JSON.parse(historyToJSON(recorded)) as object;
  const replayed = Worker.runReplayHistories({ workflowBundle: desk.engine.workflowBundle }, [
    { workflowId: handle.workflowId, history },
  ]);
  for await (const { error } of replayed) expect(error).toBeUndefined();
  const { beginning, happenings } = await happeningsOf(recorded, desk.engine.client.options.loadedDataConverter);
  expect(JSON.parse(JSON.stringify(redecide(beginning, happenings)))).toEqual(events);
});
