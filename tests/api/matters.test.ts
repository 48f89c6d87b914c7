/** Matters: found as complaints come in, told to every one of them, and never against a person's word. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { matters } from '../../courier/readers/matters.js';
import { sort } from '../../courier/sorter.js';
import { drain } from '../../courier/teller.js';
import { teller } from '../../cli/tell.js';
import { createDataSource } from '../../database/data-source.js';
import { library, openHouse, type TestHouse } from './house.js';
import { fault, matterDesk } from './matter-desk.js';

let house: TestHouse;
let desk: ReturnType<typeof matterDesk>;
beforeAll(async () => {
  house = await openHouse();
  desk = matterDesk(house);
});
afterAll(() => house.close());

test('three complainants within a month: all of them become hot, and each is told once', async () => {
  const ids = [await desk.lift(21), await desk.lift(21), await desk.lift(21)];
  const elsewhere = await desk.lift(22);
  for (const id of ids) {
    await desk.until(
      () => desk.severityOf(id),
      (severity) => severity === 'hot',
    );
    expect((await desk.eventsOf(id, 'SameMatterCounted')).map(({ count }) => count)).toContain(2);
  }
  expect(await desk.severityOf(elsewhere)).toBe('ordinary');
  const matter = await desk.matterOf(ids[0] as string);
  expect(matter).toMatchObject({ people: 3, others: 2, doubtful: [], undone: [] });
  expect(desk.idsOf(matter.members)).toEqual(ids.slice(1).sort());
  const list = await (await house.as('supervisor')).get(`/api/complaints?matter=${matter.id}`);
  expect(desk.idsOf(list.body.items)).toEqual([...ids].sort());
});

test('the same person three times is one complainant; a collective counts its people', async () => {
  const same = { complainant: { name: '钱先生', phone: '13700000001' } };
  const first = await desk.lift(23, same);
  await desk.lift(23, same);
  await desk.lift(23, same);
  const [before] = await Promise.all([
    desk.until(
      () => desk.matterOf(first),
      ({ members }) => members.length === 2,
    ),
  ]);
  expect(before).toMatchObject({ people: 1, others: 0 });
  expect(await desk.severityOf(first)).toBe('ordinary');
  await desk.lift(23, { people: 2 });
  await desk.until(
    () => desk.severityOf(first),
    (severity) => severity === 'hot',
  );
  expect(await desk.matterOf(first)).toMatchObject({ people: 3, others: 2 });
});

describe("a person's word", () => {
  test('taken apart, it stays apart, also by way of a third; the count falls, the severity does not', async () => {
    const [a, b] = [await desk.lift(24), await desk.lift(24)];
    await desk.until(
      () => desk.matterOf(a),
      ({ members }) => members.length === 1,
    );
    const answer = await desk.post(`${a}/matches/${b}`, { state: 'undone' }, 'reception');
    expect(answer).toMatchObject({ status: 200, body: { id: null, members: [], undone: [{ id: b }] } });
    const c = await desk.lift(24);
    await desk.until(
      () => desk.matterOf(c),
      ({ members }) => members.length === 1,
    );
    const [left, right] = [await desk.matterOf(a), await desk.matterOf(b)];
    expect(desk.idsOf(left.members)).not.toContain(b);
    expect(desk.idsOf(right.members)).not.toContain(a);
    expect([left.others, right.others].sort()).toEqual([0, 1]);
  });

  test('undone after it became hot: the count falls, the severity waits for a person', async () => {
    const [a, b, c] = [await desk.lift(25), await desk.lift(25), await desk.lift(25)];
    await desk.until(
      () => desk.severityOf(a),
      (severity) => severity === 'hot',
    );
    await desk.post(`${a}/matches/${b}`, { state: 'undone' });
    await desk.post(`${a}/matches/${c}`, { state: 'undone' });
    await desk.until(
      () => desk.eventsOf(a, 'SameMatterCounted'),
      (told) => told.at(-1)?.count === 0,
    );
    expect(await desk.severityOf(a)).toBe('hot');
    const lowered = await desk.post(`${a}/lowerSeverity`, { to: 'ordinary', reason: '经核实不是同一事项。' }, 'hq');
    expect(lowered).toMatchObject({ status: 200, body: { severity: 'ordinary' } });
    await desk.settle();
    expect(await desk.severityOf(a)).toBe('ordinary');
  });

  test('what is doubtful waits; confirmed it counts; who said so is kept', async () => {
    const a = await desk.lift(26);
    const b = await desk.lift(26, { category: 'security' });
    const matter = await desk.until(
      () => desk.matterOf(a),
      ({ doubtful }) => doubtful.length === 1,
    );
    expect(matter).toMatchObject({ members: [], others: 0 });
    expect(matter.doubtful[0].match.reasons.map(({ kind }: { kind: string }) => kind)).toContain('otherCategory');
    const confirmed = await desk.post(`${b}/matches/${a}`, { state: 'confirmed' });
    expect(confirmed.body.members[0]).toMatchObject({
      id: a,
      match: { state: 'confirmed', by: { id: 'supervisor' } },
    });
    const undone = await desk.post(`${b}/matches/${a}`, { state: 'suggested' });
    expect(undone.body).toMatchObject({ members: [], doubtful: [{ id: a }] });
  });

  test('a new word does not overrule an old one in passing', async () => {
    const [a, b, c] = [await desk.lift(27), await desk.lift(28), await desk.lift(29)];
    await desk.settle();
    await desk.post(`${a}/matches/${b}`, { state: 'confirmed' });
    await desk.post(`${b}/matches/${c}`, { state: 'confirmed' });
    expect(await desk.post(`${a}/matches/${c}`, { state: 'undone' })).toMatchObject({
      status: 409,
      body: { code: 'kept-together' },
    });
    await desk.post(`${b}/matches/${c}`, { state: 'undone' });
    expect((await desk.post(`${a}/matches/${c}`, { state: 'undone' })).status).toBe(200);
    expect(await desk.post(`${b}/matches/${c}`, { state: 'confirmed' })).toMatchObject({
      status: 409,
      body: { code: 'kept-apart' },
    });
  });

  test('is for those who work on them, within what they may see', async () => {
    const [a, b] = [await desk.lift(30), await desk.lift(30)];
    await desk.settle();
    expect((await desk.post(`${a}/matches/${b}`, { state: 'undone' }, 'auditor')).status).toBe(403);
    expect((await desk.post(`${a}/matches/${a}`, { state: 'undone' })).status).toBe(400);
    expect((await desk.post(`${a}/matches/nobody`, { state: 'undone' })).status).toBe(404);
    expect((await desk.post(`${a}/matches/${b}`, { state: 'linked' })).status).toBe(400);
    expect((await desk.get('nobody/matter')).status).toBe(404);
  });
});

test('a process that dies between telling and marking: everybody is told all the same, and hears it once', async () => {
  const { engine, dataSource } = house;
  const [row] = await dataSource.query<{ url: string }[]>(`select current_database() as url`);
  const url = new URL((dataSource.options as { url: string }).url);
  expect(url.pathname).toBe(`/${row?.url}`);
  const dying = await createDataSource({ url: url.href, name: 'dying', poolSize: 1 }).initialize();
  const ids = [await desk.lift(61), await desk.lift(61), await desk.lift(61)];
  while (await sort(dataSource, [matters], fault));
  const tell = teller({ dataSource, client: engine.client, library, taskQueue: engine.taskQueue });
  let told = 0;
  const killed = drain(
    dying,
    async (signal) => {
      await tell(signal);
      told += 1;
      await dataSource.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dying'`);
    },
    () => undefined,
  );
  await expect(killed).rejects.toThrow();
  expect(told).toBeGreaterThan(0);
  await dying.destroy().catch(() => undefined);
  for (const id of ids)
    await desk.until(
      () => desk.severityOf(id),
      (severity) => severity === 'hot',
    );
  await desk.settle();
  for (const id of ids) {
    const counts = (await desk.eventsOf(id, 'SameMatterCounted')).map(({ count }) => count);
    expect(counts.at(-1)).toBe(2);
    expect(new Set(counts).size).toBe(counts.length);
    expect(await desk.eventsOf(id, 'SeverityRaised')).toHaveLength(1);
  }
});

test('what is alike while it is written down, with why, at most five', async () => {
  await desk.lift(51);
  await desk.settle();
  const query = new URLSearchParams({ project: 'cuihu', text: '51号楼2单元客梯停用了', category: 'equipment' });
  const { status, body } = await desk.get(`similar?${query.toString()}`, 'reception');
  expect(status).toBe(200);
  expect(body.items).toHaveLength(1);
  expect(body.items[0].match.reasons).toContainEqual({ kind: 'samePlace', about: ['51栋'] });
  const other = new URLSearchParams({ project: 'cuihu', text: '51号楼垃圾没人收' });
  expect((await desk.get(`similar?${other.toString()}`, 'reception')).body.items).toEqual([]);
  expect((await desk.get('similar?project=cuihu', 'reception')).status).toBe(400);
  const many = new URLSearchParams({ project: 'cuihu', text: '电梯坏了' });
  expect((await desk.get(`similar?${many.toString()}`, 'reception')).body.items.length).toBeLessThanOrEqual(5);
});
