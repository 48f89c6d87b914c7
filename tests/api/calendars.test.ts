/** Calendars: published years reach open complaints and new ones alike; nodes have days off and hours of their own. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dateOf, plusDays } from '../../domain/calendar/zone.js';
import { until } from '../support/eventually.js';
import { type Caller, openHouse, type TestHouse } from './house.js';

let house: TestHouse;
let admin: Caller;
let supervisor: Caller;
beforeAll(async () => {
  house = await openHouse();
  [admin, supervisor] = [await house.as('admin'), await house.as('supervisor')];
});
afterAll(() => house.close());

const today = dateOf(Date.now(), 'Asia/Shanghai');
const tomorrow = plusDays(today, 1);
// not published yet for these tests; the next one is
const year = today.slice(0, 4);
const nextYear = String(Number(year) + 1);
const route = `/api/calendars/CN/years/${year}`;
const newYear = { from: `${year}-01-01`, days: 1, name: '元旦' };
// what is open now is moved, unless the year ends today
const soon = tomorrow.startsWith(year) ? [{ from: tomorrow, days: 1, name: '国家公祭日' }] : [];
const notice = { off: [newYear, ...soon], work: [] as object[], why: '国务院办公厅关于部分节假日安排的通知' };

interface Shown {
  clock: string;
  provisional?: boolean;
  due?: string;
}

const deadlinesOf = async (id: string): Promise<Shown[]> =>
  ((await supervisor.get(`/api/complaints/${id}/deadlines`)).body as { items: Shown[] }).items;

const eventsOf = async (id: string, type: string) =>
  await house.dataSource.query<unknown[]>('select data from events where complaint_id = $1 and type = $2', [id, type]);

describe('a year', () => {
  let open: string;
  beforeAll(async () => {
    await house.dataSource.query(`
      alter table calendar_years disable trigger keep_calendar_years;
      delete from calendar_years where calendar_id = 'CN' and year >= ${year};
      alter table calendar_years enable always trigger keep_calendar_years;
    `);
    const next = { ...notice, off: [{ ...newYear, from: `${nextYear}-01-01` }] };
    expect((await admin.post(`/api/calendars/CN/years/${nextYear}`, next)).status).toBe(201);
    open = await house.file();
  });

  test('unpublished gives provisional deadlines that say so', async () => {
    const provisional = (await deadlinesOf(open)).filter((one) => one.provisional);
    expect(provisional.length).toBeGreaterThan(0);
    const { body } = await supervisor.get(`/api/complaints/${open}/deadlines/${provisional[0]?.clock}`);
    expect(body).toMatchObject({ provisional: true, sentence: { zh: expect.stringContaining('暂定') } });
    const { body: calendar } = await supervisor.get(`/api/calendars/${year}`);
    expect(calendar).toMatchObject({ id: 'CN', provisional: true });
    const { body: list } = await supervisor.get('/api/complaints');
    expect(list.items[0]).toMatchObject({ id: open, next: { provisional: true } });
  });

  test.each<[string, object, string]>([
    ['another year', { off: [{ ...newYear, from: '2020-12-31' }] }, 'off.0.from'],
    ['a date that there is not', { off: [{ ...newYear, from: `${year}-02-30` }] }, 'off.0.from'],
    ['days off twice', { off: [newYear, newYear] }, 'off.1.from'],
    ['a workday that lies in another year', { work: [{ date: '2020-01-04', name: '调休' }] }, 'work.0.date'],
    ['no reason', { why: ' ' }, 'why'],
    ['no days', { off: 'none' }, 'off'],
    ['days without a number', { off: [{ ...newYear, days: '3' }] }, 'off.0.days'],
    ['what is not known', { off: [{ ...newYear, colour: 1 }] }, 'off.0.colour'],
  ])('is refused with %s', async (_, wrong, path) => {
    for (const way of ['', '/preview']) {
      const { status, body } = await admin.post(`${route}${way}`, { ...notice, ...wrong });
      expect(status).toBe(400);
      expect((body as { errors: { path: string }[] }).errors[0]?.path).toBe(path);
    }
  });

  test('is published by headquarters or the administrator alone', async () => {
    for (const user of ['supervisor', 'company', 'auditor']) {
      expect((await (await house.as(user)).post(route, notice)).status).toBe(403);
    }
    expect((await admin.post('/api/calendars/XX/years/2030', notice)).status).toBe(404);
    expect((await admin.post('/api/calendars/CN/years/1927', notice)).status).toBe(404);
  });

  test('tells before what it would move, and then moves it, once, for a reason in the journal', async () => {
    const { status, body: preview } = await admin.post(`${route}/preview`, notice);
    expect(status).toBe(200);
    expect(preview).toMatchObject({ version: 1, same: false, open: 1, candidates: 1, looked: 1 });
    const { confirmed, deadlines } = preview as { confirmed: number; deadlines: number };
    expect(confirmed + deadlines).toBeGreaterThan(0);
    expect(await eventsOf(open, 'CalendarPublished')).toEqual([]);

    const key = { 'Idempotency-Key': 'publish' };
    const first = await admin.post(route, notice, key);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ version: { version: 1, publishedBy: { id: 'admin' } }, batch: { total: 1 } });
    const again = await admin.post(route, notice, key);
    expect(again.body.batch.id).toBe(first.body.batch.id);
    expect((await admin.post(route, { ...notice, off: [{ ...newYear, days: 5 }] }, key)).status).toBe(422);
    expect((await admin.post(route, notice)).status).toBe(409);

    await until(
      () => deadlinesOf(open),
      (all) => all.every((one) => !one.provisional),
    );
    const [told] = await eventsOf(open, 'CalendarPublished');
    expect(told).toMatchObject({ data: { year, calendar: { version: 1 }, actor: { outside: 'admin' } } });
    const set = (await eventsOf(open, 'DeadlineSet')) as { data: { because?: string } }[];
    expect(set.filter(({ data }) => data.because === 'CalendarPublished')).toHaveLength(confirmed + deadlines);
    const { body: calendar } = await supervisor.get(`/api/calendars/${year}`);
    expect(calendar).toMatchObject({ provisional: false });
  });

  test('holds for what is filed afterwards, which is told nothing', async () => {
    const id = await house.file();
    expect((await deadlinesOf(id)).filter((one) => one.provisional)).toEqual([]);
    const { body } = await admin.get('/api/batches');
    const [batch] = (body as { items: { id: string }[] }).items;
    await house.engine.skip(`batch-${batch?.id}`, 60_000).catch(() => undefined);
    await until(
      async () => (await admin.get(`/api/batches/${batch?.id}`)).body as { state: string },
      ({ state }) => state === 'done',
    );
    // any later command of the complaint waits for what was told before
    await supervisor.post(`/api/complaints/${id}/comment`, { text: '看一下' });
    expect(await eventsOf(id, 'CalendarPublished')).toEqual([]);
    expect(await eventsOf(open, 'CalendarPublished')).toHaveLength(1);
  });

  test('is corrected by another version, which says what it changed', async () => {
    const corrected = { ...notice, off: [{ ...newYear, days: 2 }, ...soon], why: '更正' };
    expect((await (await house.as('hq')).post(route, corrected)).status).toBe(201);
    const { body } = await supervisor.get(route);
    expect(body.items).toMatchObject([
      { version: 2, why: '更正', publishedBy: { name: '林建平' } },
      { version: 1, why: notice.why },
    ]);
    expect(body.items[0].changes).toEqual([
      { date: `${year}-01-02`, was: expect.anything(), is: { kind: 'holiday', name: '元旦' } },
    ]);
  });

  test('never changes once it is there, whoever asks', async () => {
    for (const sql of [
      `update calendar_years set why = 'x'`,
      'delete from calendar_years',
      'truncate calendar_years',
      'delete from node_calendars',
    ])
      await expect(house.dataSource.query(sql)).rejects.toThrow(/keeps its versions/);
  });
});

describe('a node', () => {
  // a week from tomorrow on: whatever today is, working days are among it
  const own = {
    ...{ from: today, inherits: true, opens: '08:30', closes: '17:30', why: '公司年会', tell: true },
    off: [{ from: tomorrow, days: 7, name: '公司年会' }],
  };

  test('has days off and hours of its own, for complaints below it alone', async () => {
    const [inside, outside] = [await house.file(), await house.file({ project: 'cuihu' })];
    const company = await house.as('company');
    const { body: preview } = await company.post('/api/node-calendars/huadong/preview', own);
    expect(preview).toMatchObject({ version: 1, same: false });
    const { status, body } = await company.post('/api/node-calendars/huadong', own);
    expect(status).toBe(201);
    expect(body).toMatchObject({ version: { node: 'huadong', version: 1 }, batch: { kind: 'ownCalendarChanged' } });
    for (const id of [inside, outside]) {
      await until(
        () => eventsOf(id, 'OwnCalendarChanged'),
        (all) => all.length === 1,
      );
    }
    const elsewhere = await (
      await house.as('xujing')
    ).post('/api/complaints', {
      ...{ project: 'xinghai', channel: 'letter', text: '停车场出口拥堵，无人疏导。', complainant: {} },
    });
    const after = await house.file({ channel: 'letter' });
    const reasons = async (user: string, id: string) => {
      const { body } = await (await house.as(user)).get(`/api/complaints/${id}/deadlines/reply`);
      return (body as { stretches: { reason: string; name?: string }[] }).stretches;
    };
    // filed after the change: pinned with it
    expect(await reasons('supervisor', after)).toContainEqual(
      expect.objectContaining({ reason: 'ownDayOff', name: '公司年会', counted: false }),
    );
    expect((await reasons('xujing', elsewhere.body.id)).map(({ reason }) => reason)).not.toContain('ownDayOff');
  });

  test('is seen on its picture, inherited below', async () => {
    const { body } = await supervisor.get(`/api/calendars/${tomorrow.slice(0, 4)}?node=cuihu`);
    expect(body).toMatchObject({ opens: '08:30', closes: '17:30' });
    const days = (body as { days: { date: string; kind: string }[] }).days;
    expect(days.some(({ kind }) => kind === 'ownDayOff')).toBe(true);
    const { body: other } = await supervisor.get(`/api/calendars/${tomorrow.slice(0, 4)}?node=xinghai`);
    expect(other).toMatchObject({ opens: '09:00' });
    expect((await supervisor.get('/api/calendars/2026?node=nowhere')).status).toBe(404);
  });

  test('is changed by its own company or from above, with a reason and sense', async () => {
    const company = await house.as('company');
    expect((await company.post('/api/node-calendars/huanan', own)).status).toBe(404);
    expect((await company.post('/api/node-calendars/anju', own)).status).toBe(403);
    expect((await supervisor.post('/api/node-calendars/cuihu', own)).status).toBe(403);
    expect((await company.post('/api/node-calendars/huadong', own)).status).toBe(409);
    const paths = async (wrong: object) =>
      ((await company.post('/api/node-calendars/huadong', { ...own, ...wrong })).body.errors as { path: string }[]).map(
        ({ path }) => path,
      );
    expect(await paths({ closes: '08:00' })).toEqual(['closes']);
    expect(await paths({ opens: undefined })).toEqual(['closes']);
    expect(await paths({ from: '2099-01-01' })).toEqual(['tell']);
    expect(await paths({ opens: '8:00' })).toEqual(['opens']);
    expect(await paths({ off: [{ from: tomorrow, days: 0, name: '' }] })).toEqual(['off.0.name', 'off.0.days']);
    const { body } = await (await house.as('hq')).get('/api/node-calendars/huadong');
    expect(body.items).toMatchObject([{ version: 1, changedBy: { name: '郑国华' }, why: '公司年会' }]);
    const { body: list } = await company.get('/api/node-calendars');
    expect((list.items as { id: string; mine: boolean }[]).map(({ id, mine }) => [id, mine])).toEqual([
      ['anju', false],
      ['huadong', true],
      ...['binjiang', 'cuihu', 'jinxiu'].map((id) => [id, true]),
    ]);
  });
});
