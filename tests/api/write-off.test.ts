/** The year-end write-off to its very end: list, special analyses, approval, batch, and back (WY-4.4.3.7). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startBatches } from '../../cli/batches.js';
import { gatherFacts } from '../../database/paper-facts.js';
import { instant, moment } from '../../domain/calendar/zone.js';
import type { Paper } from '../../domain/paper/paper.js';
import { type Summary, summaryOf } from '../../domain/paper/statistics.js';
import { batchWorkflowId } from '../../workflows/messages.js';
import { dutyRoundWorkflow, dutyWorkflowId, paperWorkflowId } from '../../workflows/messages-papers.js';
import { eventually } from '../support/eventually.js';
import { type Caller, library, openHouse, type TestHouse } from './house.js';

let house: TestHouse;
let hq: Caller;
let company: Caller;
let supervisor: Caller;
beforeAll(async () => {
  house = await openHouse();
  [hq, company, supervisor] = await Promise.all([house.as('hq'), house.as('company'), house.as('supervisor')]);
});
afterAll(async () => {
  await house.close();
  expect(house.faults).toEqual([]);
});

const zone = 'Asia/Shanghai';
const year = Number(moment(Date.now(), zone).slice(0, 4));
const turn = instant(`${year + 1}-01-01T09:00:00+08:00`);
/** When all of the new year's first weeks is over. */
const february = instant(`${year + 1}-02-20T00:00:00+08:00`);
const analysis = '专题分析：开发商已注销，无责任主体，已安抚住户并留存材料。';
/** The paper, and the complaints on it: those to be written off, one pursued in the new year, one whose workflow is gone. */
let paper: string;
let ids: string[];
let pursued: string;
let gone: string;
let batch: string;
let before: { old: Summary; new: Summary };

/** The statistics of the old year and of the new one, as the reports of both would have them. */
async function bothYears(): Promise<{ old: Summary; new: Summary }> {
  const book = library.rulebooks.get('WY');
  if (!book) throw new Error('no WY');
  const summary = async (from: number, to: string) => {
    const period = { key: String(from), label: { zh: '', en: '' }, from: `${from}-01-01T00:00:00+08:00`, to };
    const asked = { kind: 'yearly' as const, scope: 'huadong', zone, period, cutOff: to, clauses: [], completes: [] };
    const node = { id: 'huadong', name: '华东公司', tier: 'company' as const };
    return summaryOf((await gatherFacts(house.dataSource, { ...asked, node, book: book.document })).complaints, period);
  };
  return {
    old: await summary(year, `${year + 1}-01-01T00:00:00+08:00`),
    new: await summary(year + 1, `${year + 2}-01-01T00:00:00+08:00`),
  };
}
const denominators = ({ received, cumulative }: Summary) => ({ received, cumulative });
const statusOf = async (id: string) => (await hq.get(`/api/complaints/${id}`)).body.status as string;
const waitFor = async (caller: Caller) =>
  ((await caller.get('/api/duties?mine=true')).body.items as Paper[]).map(({ id }) => id);
const runBatches = () => startBatches(house.dataSource, house.engine.client, house.engine.taskQueue);
const viewOf = async (id: string) => (await hq.get(`/api/batches/${id}`)).body;

test('the list names every complaint that was left unclosed in the year, each with a special analysis to be written', async () => {
  const all = await Promise.all([1, 2, 3, 4, 5].map((n) => house.file({ text: `地下车库渗水，第${n}处。` })));
  await Promise.all(
    all.map(async (id) => {
      expect((await supervisor.post(`/api/complaints/${id}/accept`)).status).toBe(200);
      const left = await supervisor.post(`/api/complaints/${id}/markUnclosed`, { analysis: '超出目前能力。' });
      expect(left.body.status).toBe('unclosed');
    }),
  );
  const early = await hq.post(`/api/complaints/${all[0]}/writeOff`, { analysis });
  expect([early.status, early.body.code, early.body.clauses]).toEqual([409, 'too-early', ['WY-4.4.3.7']]);
  [pursued = '', gone = '', ...ids] = all;
  await Promise.all(all.map((id) => house.engine.skip(id, february - Date.now())));

  const { client, taskQueue } = house.engine;
  const args = [{ node: 'huadong', duty: 'write-off', at: turn }];
  await client.workflow.execute(dutyRoundWorkflow, { workflowId: `round-${taskQueue}`, taskQueue, args });
  const task = { node: 'huadong', duty: 'write-off', period: String(year), at: turn };
  paper = (await client.workflow.getHandle(dutyWorkflowId(task)).result()) as string;
  const { body } = await company.get(`/api/duties/${paper}`);
  expect((body as Paper).parts.map(({ complaint }) => complaint?.id).sort()).toEqual([...all].sort());
  expect([await waitFor(company), await waitFor(hq), await waitFor(supervisor)]).toEqual([[paper], [], []]);
  before = await bothYears();
  expect(before).toMatchObject({ old: { received: 5, open: 5 }, new: { received: 0, carriedOver: 5, writtenOff: 0 } });
});

test('approved by headquarters, everything on it is written off by a batch that counts what refused, and why', async () => {
  const { body } = await company.get(`/api/duties/${paper}`);
  const parts = (body as Paper).parts.map(({ id }) => ({ id, text: analysis }));
  expect((await hq.post(`/api/papers/${paper}/approve`)).body.code).toBe('incomplete');
  expect((await company.put(`/api/papers/${paper}/parts`, { parts })).body).toMatchObject({ state: 'completed' });
  expect([await waitFor(company), await waitFor(hq)]).toEqual([[], [paper]]);
  expect((await company.post(`/api/papers/${paper}/approve`)).status).toBe(403);
  expect((await hq.post(`/api/papers/${paper}/approve`)).status).toBe(201);
  // since the list was made one got a new chance
  expect((await supervisor.post(`/api/complaints/${pursued}/pursue`, { reason: '开发商有新代表' })).status).toBe(200);
  // its due moment comes: it goes out by itself, and its workflow is done with it
  const followed = paperWorkflowId(paper);
  await house.engine.skip(followed, february - Date.now()).catch(() => undefined);
  batch = await eventually(async () => (await hq.get(`/api/duties/${paper}`)).body.batch as string | undefined);
  expect((await hq.get(`/api/duties/${paper}`)).body).toMatchObject({
    ...{ state: 'issued', approved: { by: { id: 'hq' } }, missing: [] },
    steps: expect.arrayContaining([expect.objectContaining({ step: 'writtenOff', note: '5' })]),
  });
  expect((await hq.post(`/api/batches/${batch}/undo`, { reason: '尚未执行' })).body.code).toBe('not-undoable');

  await runBatches();
  await house.engine.client.workflow.getHandle(batchWorkflowId(batch)).result();
  const { body: number } = await hq.get(`/api/complaints/${pursued}`);
  expect(await viewOf(batch)).toMatchObject({
    ...{ kind: 'writeOff', state: 'done', total: 5, done: 4, refused: 1, startedBy: { id: 'hq' } },
    problems: [{ complaint: pursued, number: number.number, code: 'wrong-status' }],
    undoable: true,
  });
  expect(await viewOf(batch)).not.toHaveProperty('undoing');
  for (const id of [gone, ...ids]) expect(await statusOf(id)).toBe('writtenOff');
  expect(await statusOf(pursued)).toBe('planning');
  const { items } = (await hq.get(`/api/complaints/${gone}/events`)).body as { items: { type: string }[] };
  expect(items.filter(({ type }) => type === 'WrittenOff')).toMatchObject([
    { analysis, actor: { user: 'hq', role: 'hq' }, clauses: ['WY-4.4.3.7'] },
  ]);
});

test('the denominators of both years are what they were; only what is open in the new year is less', async () => {
  const after = await bothYears();
  expect(after.old).toEqual(before.old);
  expect(denominators(after.new)).toEqual(denominators(before.new));
  expect(after.new).toMatchObject({ open: 1, carriedOver: 1, writtenOff: 4 });
});

test('one is reinstated by itself, the rest as a batch, also where the workflow has ended', async () => {
  const [single = ''] = ids;
  expect((await company.post(`/api/complaints/${single}/reinstate`, { reason: '开发商恢复' })).status).toBe(403);
  expect((await hq.post(`/api/complaints/${single}/reinstate`, { reason: '开发商恢复' })).body.status).toBe('unclosed');
  await house.engine.client.workflow.getHandle(gone).terminate('over for a month');

  const undo = (key: string) => hq.post(`/api/batches/${batch}/undo`, { reason: '复核' }, { 'idempotency-key': key });
  expect((await company.post(`/api/batches/${batch}/undo`, { reason: '复核' })).status).toBe(403);
  expect((await hq.post(`/api/batches/${batch}/undo`, { reason: ' ' })).status).toBe(400);
  expect((await hq.post('/api/batches/none/undo', { reason: '复核' })).status).toBe(404);
  const begun = await undo('undo');
  expect([begun.status, begun.body]).toMatchObject([202, { kind: 'reinstate', total: 3, why: '复核' }]);
  await house.engine.client.workflow.getHandle(batchWorkflowId(begun.body.id as string)).result();
  expect((await undo('undo')).body.id).toBe(begun.body.id);
  expect(await viewOf(begun.body.id as string)).toMatchObject({ state: 'done', done: 3, refused: 0, problems: [] });
  for (const id of [gone, ...ids]) expect(await statusOf(id)).toBe('unclosed');
  expect((await undo('again')).body.code).toBe('not-undoable');
  expect(await viewOf(batch)).toMatchObject({ undoing: begun.body.id, undoable: false });
  const { steps } = (await hq.get(`/api/duties/${paper}`)).body as { steps: { step: string }[] };
  expect(steps.filter(({ step }) => step === 'reinstated')).toMatchObject([{ by: { id: 'hq' }, note: '3' }]);
});

test('and the statistics are again as before the write-off', async () => {
  expect(await bothYears()).toEqual(before);
});
