/** What a draft would have made of complaints that were; what would come of one from where it stands; kept storylines. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { backtestWorkflowId } from '../../workflows/messages.js';
import { type Caller, library, openHouse, type TestHouse } from './house.js';

let house: TestHouse;
let admin: Caller;
let hq: Caller;
let company: Caller;
let supervisor: Caller;
const ids: Record<string, string> = {};
let draft = 0;

const wy = readFileSync(new URL('../../rulebooks/WY.yaml', import.meta.url), 'utf8');
const letters = 'within: 2 working days, clauses: [WY-4.6.2]';

beforeAll(async () => {
  house = await openHouse();
  [admin, hq, company, supervisor] = await Promise.all([
    house.as('admin'),
    house.as('hq'),
    house.as('company'),
    house.as('supervisor'),
  ]);
  ids['letter'] = await house.file({ channel: 'letter' });
  ids['phone'] = await house.file();
  ids['elsewhere'] = await house.file({ channel: 'letter', rulebook: 'YG' });
  if (!wy.includes(letters)) throw new Error('WY has no such rule');
  const text = wy.replace(letters, letters.replace('2 working days', '1 working day'));
  const written = await admin.post('/api/rulebooks/WY/versions', { text, why: '信件当日回复' });
  if (written.status !== 201) throw new Error(JSON.stringify(written.body));
  draft = (written.body as { version: number }).version;
});
afterAll(() => house.close());

const start = (who: Caller, input: object, key: string, version = draft) =>
  who.post(`/api/rulebooks/WY/versions/${version}/backtests`, input, { 'idempotency-key': key });

async function finished(who: Caller, id: string) {
  await house.engine.client.workflow.getHandle(backtestWorkflowId(id)).result();
  const [{ body }, { body: list }] = await Promise.all([
    who.get(`/api/backtests/${id}`),
    who.get(`/api/backtests/${id}/comparisons`),
  ]);
  return { ...body, comparisons: list.items } as Record<string, unknown>;
}

describe('a back-test', () => {
  test('over existing complaints tells what would have been due when', async () => {
    const { body } = await start(hq, { of: 'complaints' }, 'all');
    expect(body).toMatchObject({ rulebook: 'WY', draftVersion: draft, total: 2, by: { id: 'hq' } });
    const done = await finished(hq, body.id as string);
    expect(done).toMatchObject({ state: 'done', total: 2, done: 2, unplayable: 0 });
    expect(done['differences']).toMatchObject([{ change: 'changed', clauses: ['WY-4.6.2'] }]);
    expect(done['totals']).toMatchObject({ storylines: 2, same: 1, clocks: { reply: { earlier: 1, later: 0 } } });
    expect(done['comparisons']).toMatchObject([
      { subject: ids['letter'], moved: [{ clock: 'reply', round: 1, change: 'earlier' }] },
    ]);
  });

  test('started twice with one key is one', async () => {
    const [one, other] = [await start(hq, { of: 'library' }, 'same'), await start(hq, { of: 'library' }, 'same')];
    expect(other.body.id).toBe(one.body.id);
    const done = await finished(hq, one.body.id as string);
    const stories = library.examples.get('WY')?.length ?? 0;
    expect(stories).toBeGreaterThan(50); // more than a page
    expect(done).toMatchObject({ total: stories, done: stories, unplayable: 0, totals: { storylines: stories } });
  });

  test('goes over a company’s own projects, a period, a project', async () => {
    const totals = await Promise.all(
      [
        { of: 'complaints', project: 'cuihu' },
        { of: 'complaints', project: 'jinxiu' },
        { of: 'complaints', to: '2020-01-01T00:00:00+08:00' },
      ].map(async (input, i) => (await start(company, input, `some-${i}`)).body.total as number),
    );
    expect(totals).toEqual([2, 0, 0]);
    expect((await start(company, { of: 'complaints', project: 'xinghai' }, 'foreign')).status).toBe(403);
  });

  test('is seen by who started it and by those who see the whole group', async () => {
    const { body } = await start(hq, { of: 'library' }, 'mine');
    expect((await company.get(`/api/backtests/${body.id}`)).status).toBe(404);
    expect((await supervisor.get(`/api/backtests/${body.id}`)).status).toBe(403);
    expect((await (await house.as('auditor')).get(`/api/backtests/${body.id}`)).status).toBe(200);
  });

  test('goes on from where it stood: a page that is done is not done again', async () => {
    const { body } = await start(hq, { of: 'library' }, 'resumed');
    await finished(hq, body.id as string);
    await house.dataSource.query(
      `update backtests set state = 'running', ended_at = null, done = 50,
         totals = jsonb_set(totals, '{storylines}', '50') where id = $1`,
      [body.id],
    );
    await house.dataSource.query('delete from backtest_comparisons where backtest_id = $1 and ordinal > 50', [body.id]);
    const { client, taskQueue } = house.engine;
    await client.workflow.execute('backtest', { workflowId: 'again', taskQueue, args: [body.id] });
    const stories = library.examples.get('WY')?.length ?? 0;
    const again = (await hq.get(`/api/backtests/${body.id}`)).body;
    expect(again).toMatchObject({ state: 'done', done: stories, totals: { storylines: stories } });
  });

  test('of a version that is none, or of nothing known, is refused', async () => {
    expect((await start(hq, { of: 'library' }, 'none', 99)).status).toBe(404);
    expect((await start(hq, { of: 'guesses' }, 'guess')).status).toBe(400);
    expect((await start(hq, { of: 'complaints', from: 'yesterday' }, 'when')).status).toBe(400);
  });
});

describe('an open complaint, from where it stands', () => {
  const until = new Date(Date.now() + 90 * 86_400_000).toISOString();
  const ahead = (who: Caller, id: string, body: object) => who.post(`/api/complaints/${id}/rehearsal`, body);

  test('what happens if nobody acts, and nothing of it is recorded', async () => {
    const id = ids['phone'] ?? '';
    const before = (await supervisor.get(`/api/complaints/${id}`)).body.seq as number;
    const { status, body } = await ahead(supervisor, id, { until });
    expect(status).toBe(200);
    const events = body.events as ComplaintEvent[];
    expect(events[0]?.seq).toBe(before + 1);
    const rungs = events.flatMap((event) => (event.type === 'SeverityRaised' ? event.severity : []));
    expect(rungs).toEqual(['important', 'hot', 'major']);
    expect(body.complaint).toMatchObject({ id, severity: 'major', status: 'received' });
    expect((await supervisor.get(`/api/complaints/${id}`)).body.seq).toBe(before);
  });

  test('what people would do counts, and what they may not do is told', async () => {
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const steps = [
      { at, do: 'accept', as: 'supervisor' },
      { at, do: 'verify', as: 'supervisor', with: { passed: true } },
    ];
    const { body } = await ahead(supervisor, ids['phone'] ?? '', { steps, until });
    expect(body.complaint.status).toBe('accepted');
    expect(body.expectations).toMatchObject([{ ok: false, path: 'verify', actual: { refused: 'wrong-status' } }]);
  });

  test('is refused for the past, too far ahead, nonsense, and what one may not see', async () => {
    const id = ids['phone'] ?? '';
    expect((await ahead(supervisor, id, { until: '2020-01-01T00:00:00Z' })).status).toBe(400);
    expect((await ahead(supervisor, id, { until: '2099-01-01T00:00:00Z' })).status).toBe(400);
    expect((await ahead(supervisor, id, { until, steps: [{ at: until, do: 'dance' }] })).status).toBe(400);
    expect((await ahead(supervisor, 'no-such', { until })).status).toBe(404);
    expect((await ahead(await house.as('zhaomin'), id, { until })).status).toBe(404);
    expect((await ahead(admin, id, { until })).status).toBe(403);
  });
});

describe('kept storylines', () => {
  const yaml = `storyline: 信件超期\nrulebook: WY\nreceive: {at: 2026-03-02T10:00:00+08:00, channel: letter, text: 电梯停运。}\nsteps:\n  - {at: 2026-04-02T10:00:00+08:00, expect: {severity: major}}\n`;
  const keep = (who: Caller, body: object, key = 'kept') =>
    who.post('/api/storylines', body, { 'idempotency-key': key });

  test('are one’s own until they are shared', async () => {
    const { status, body } = await keep(supervisor, { name: '信件超期', yaml });
    expect({ status, body }).toMatchObject({ status: 201, body: { rulebook: 'WY', shared: false, mine: true } });
    expect((await keep(supervisor, { name: '信件超期', yaml })).body.id).toBe(body.id);
    expect((await hq.get('/api/storylines')).body.items).toEqual([]);
    expect((await hq.get(`/api/storylines/${body.id}`)).status).toBe(404);
    const put = (who: Caller, given: object) => who.put(`/api/storylines/${body.id}`, given);
    expect((await put(hq, { name: '别人的', yaml })).status).toBe(404);
    expect((await put(supervisor, { name: '信件超期', yaml, shared: true })).status).toBe(200);
    expect((await hq.get('/api/storylines?rulebook=WY')).body.items).toMatchObject([
      { name: '信件超期', mine: false, by: { id: 'supervisor', name: '陈静' } },
    ]);
    const saved = await start(hq, { of: 'saved' }, 'saved');
    expect(await finished(hq, saved.body.id as string)).toMatchObject({ total: 1, done: 1, totals: { same: 0 } });
    expect((await hq.delete(`/api/storylines/${body.id}`)).status).toBe(404);
    expect((await supervisor.delete(`/api/storylines/${body.id}`)).status).toBe(204);
    expect((await hq.get('/api/storylines')).body.items).toEqual([]);
  });

  test('must be storylines', async () => {
    const { status, body } = await keep(supervisor, { name: '错', yaml: yaml.replace('WY', 'XX') }, 'wrong');
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ path: 'rulebook', line: 2 }]);
    expect((await keep(supervisor, { name: ' ', yaml }, 'blank')).status).toBe(400);
  });

  test('are told page by page', async () => {
    for (const [i, name] of ['一', '二', '三'].entries()) await keep(hq, { name, yaml }, `page-${i}`);
    const first = (await hq.get('/api/storylines?limit=2')).body;
    const second = (await hq.get(`/api/storylines?limit=2&after=${encodeURIComponent(first.next as string)}`)).body;
    expect([first, second].map(({ items }) => (items as { name: string }[]).map(({ name }) => name))).toEqual([
      ['三', '二'],
      ['一'],
    ]);
    expect(second.next).toBeNull();
    expect((await hq.get('/api/storylines?after=nowhere')).status).toBe(400);
  });
});

test('the process and the permissions of a rulebook are served as data', async () => {
  const { body } = await supervisor.get('/api/rulebooks/WY/process');
  expect(body.arrows).toContainEqual({ from: 'received', to: 'accepted', by: 'accept' });
  const approve = (body.permissions.rows as { command: string; by: string[] }[]).find(
    (one) => one.command === 'approve',
  );
  expect(approve?.by).toContain('approver');
  expect((await supervisor.get(`/api/rulebooks/WY/process?version=${draft}`)).body.version).toBe(draft);
  expect((await supervisor.get('/api/rulebooks/WY/process?version=99')).status).toBe(404);
  expect((await supervisor.get('/api/rulebooks/XX/process')).status).toBe(404);
});
