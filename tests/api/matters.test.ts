/** Matters: found as complaints come in, told to every one of them, and never against a person's word. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { matters } from '../../courier/readers/matters.js';
import { sort } from '../../courier/sorter.js';
import { drain } from '../../courier/teller.js';
import { teller } from '../../cli/tell.js';
import { createDataSource } from '../../database/data-source.js';
import { openHouse, type TestHouse } from './house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const fault = (error: unknown) => {
  throw error as Error;
};
/** Until nobody has anything to tell anybody. */
async function settle(): Promise<void> {
  const { dataSource, engine } = house;
  const tell = teller(dataSource, engine.client, engine.taskQueue);
  for (let quiet = 0; quiet < 3;) {
    while (await sort(dataSource, [matters], fault));
    while (await drain(dataSource, tell, fault));
    const [row] = await dataSource.query<{ n: number }[]>(
      `select (select count(*) from outbox where taken_at is null)::int
        + (select count(*) from signals_to_send where sent_at is null)::int as n`,
    );
    quiet = row?.n === 0 ? quiet + 1 : 0;
    await sleep(60);
  }
}
/** Signals are heard a moment after they are sent. */
async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    await settle();
    const value = await read();
    if (holds(value)) return value;
  }
  throw new Error(`it never came: ${JSON.stringify(await read())}`);
}

let people = 0;
const lift = (building: number, given: object = {}) => {
  people += 1;
  return house.file({
    text: `${building}栋2单元电梯又坏了，已经停了两天没人修`,
    complainant: { name: `住户${people}`, phone: `1390000${String(people).padStart(4, '0')}` },
    ...given,
  });
};
const get = async (path: string, user = 'supervisor') => (await house.as(user)).get(`/api/complaints/${path}`);
const post = async (path: string, body: object = {}, user = 'supervisor') =>
  (await house.as(user)).post(`/api/complaints/${path}`, body);
const matterOf = async (id: string) => (await get(`${id}/matter`)).body;
const idsOf = (list: { id: string }[]) => list.map(({ id }) => id).sort();
const eventsOf = async (id: string, type: string) =>
  ((await get(`${id}/events`)).body.items as { type: string; count?: number }[]).filter((event) => event.type === type);
const severityOf = async (id: string) => (await get(id)).body.severity as string;

test('three complainants within a month: all of them become hot, and each is told once', async () => {
  const ids = [await lift(21), await lift(21), await lift(21)];
  const elsewhere = await lift(22);
  for (const id of ids) {
    await until(
      () => severityOf(id),
      (severity) => severity === 'hot',
    );
    expect((await eventsOf(id, 'SameMatterCounted')).map(({ count }) => count)).toContain(2);
  }
  expect(await severityOf(elsewhere)).toBe('ordinary');
  const matter = await matterOf(ids[0] as string);
  expect(matter).toMatchObject({ people: 3, others: 2, doubtful: [], undone: [] });
  expect(idsOf(matter.members)).toEqual(ids.slice(1).sort());
  const list = await (await house.as('supervisor')).get(`/api/complaints?matter=${matter.id}`);
  expect(idsOf(list.body.items)).toEqual([...ids].sort());
});

test('the same person three times is one complainant; a collective counts its people', async () => {
  const same = { complainant: { name: '钱先生', phone: '13700000001' } };
  const first = await lift(23, same);
  await lift(23, same);
  await lift(23, same);
  const [before] = await Promise.all([
    until(
      () => matterOf(first),
      ({ members }) => members.length === 2,
    ),
  ]);
  expect(before).toMatchObject({ people: 1, others: 0 });
  expect(await severityOf(first)).toBe('ordinary');
  await lift(23, { people: 2 });
  await until(
    () => severityOf(first),
    (severity) => severity === 'hot',
  );
  expect(await matterOf(first)).toMatchObject({ people: 3, others: 2 });
});

describe("a person's word", () => {
  test('taken apart, it stays apart, also by way of a third; the count falls, the severity does not', async () => {
    const [a, b] = [await lift(24), await lift(24)];
    await until(
      () => matterOf(a),
      ({ members }) => members.length === 1,
    );
    const answer = await post(`${a}/matches/${b}`, { state: 'undone' }, 'reception');
    expect(answer).toMatchObject({ status: 200, body: { id: null, members: [], undone: [{ id: b }] } });
    const c = await lift(24);
    await until(
      () => matterOf(c),
      ({ members }) => members.length === 1,
    );
    const [left, right] = [await matterOf(a), await matterOf(b)];
    expect(idsOf(left.members)).not.toContain(b);
    expect(idsOf(right.members)).not.toContain(a);
    expect([left.others, right.others].sort()).toEqual([0, 1]);
  });

  test('undone after it became hot: the count falls, the severity waits for a person', async () => {
    const [a, b, c] = [await lift(25), await lift(25), await lift(25)];
    await until(
      () => severityOf(a),
      (severity) => severity === 'hot',
    );
    await post(`${a}/matches/${b}`, { state: 'undone' });
    await post(`${a}/matches/${c}`, { state: 'undone' });
    await until(
      () => eventsOf(a, 'SameMatterCounted'),
      (told) => told.at(-1)?.count === 0,
    );
    expect(await severityOf(a)).toBe('hot');
    const lowered = await post(`${a}/lowerSeverity`, { to: 'ordinary', reason: '经核实不是同一事项。' }, 'hq');
    expect(lowered).toMatchObject({ status: 200, body: { severity: 'ordinary' } });
    await settle();
    expect(await severityOf(a)).toBe('ordinary');
  });

  test('what is doubtful waits; confirmed it counts; who said so is kept', async () => {
    const a = await lift(26);
    const b = await lift(26, { category: 'security' });
    const matter = await until(
      () => matterOf(a),
      ({ doubtful }) => doubtful.length === 1,
    );
    expect(matter).toMatchObject({ members: [], others: 0 });
    expect(matter.doubtful[0].match.reasons.map(({ kind }: { kind: string }) => kind)).toContain('otherCategory');
    const confirmed = await post(`${b}/matches/${a}`, { state: 'confirmed' });
    expect(confirmed.body.members[0]).toMatchObject({
      id: a,
      match: { state: 'confirmed', by: { id: 'supervisor' } },
    });
    const undone = await post(`${b}/matches/${a}`, { state: 'suggested' });
    expect(undone.body).toMatchObject({ members: [], doubtful: [{ id: a }] });
  });

  test('a new word does not overrule an old one in passing', async () => {
    const [a, b, c] = [await lift(27), await lift(28), await lift(29)];
    await settle();
    await post(`${a}/matches/${b}`, { state: 'confirmed' });
    await post(`${b}/matches/${c}`, { state: 'confirmed' });
    expect(await post(`${a}/matches/${c}`, { state: 'undone' })).toMatchObject({
      status: 409,
      body: { code: 'kept-together' },
    });
    await post(`${b}/matches/${c}`, { state: 'undone' });
    expect((await post(`${a}/matches/${c}`, { state: 'undone' })).status).toBe(200);
    expect(await post(`${b}/matches/${c}`, { state: 'confirmed' })).toMatchObject({
      status: 409,
      body: { code: 'kept-apart' },
    });
  });

  test('is for those who work on them, within what they may see', async () => {
    const [a, b] = [await lift(30), await lift(30)];
    await settle();
    expect((await post(`${a}/matches/${b}`, { state: 'undone' }, 'auditor')).status).toBe(403);
    expect((await post(`${a}/matches/${a}`, { state: 'undone' })).status).toBe(400);
    expect((await post(`${a}/matches/nobody`, { state: 'undone' })).status).toBe(404);
    expect((await post(`${a}/matches/${b}`, { state: 'linked' })).status).toBe(400);
    expect((await get('nobody/matter')).status).toBe(404);
  });
});

describe('merging', () => {
  test('the complainant of a merged complaint still gets the echo', async () => {
    const [parent, member] = [await lift(41), await lift(41)];
    await settle();
    expect((await post(`${member}/merge`, { into: parent })).status).toBe(200);
    const led = await until(
      () => get(parent),
      ({ body }) => body.members?.length === 1,
    );
    expect(led.body.members[0]).toMatchObject({ complaint: member, people: 1 });
    for (const [user, command, input] of [
      ['supervisor', 'accept', {}],
      ['supervisor', 'settle', { result: '门机控制板已更换。', form: 'phone' }],
    ] as const)
      await post(`${parent}/${command}`, input, user);
    await post(`${parent}/reply`, { form: 'phone', text: '电梯已修好。' });
    const told = await until(
      () => get(member),
      ({ body }) => (body.owedEchoes?.length ?? 0) > 0,
    );
    expect(told.body).toMatchObject({ status: 'merged' });
    expect((await matterOf(parent)).members[0]).toMatchObject({
      id: member,
      mergedInto: parent,
      owed: expect.any(Number),
    });
    const passed = await post(`${member}/passOn`, { form: 'phone', text: '已电话告知处理结果。' }, 'reception');
    expect(passed).toMatchObject({ status: 200, body: { status: 'merged' } });
    expect((await get(member)).body.owedEchoes).toEqual([]);
    expect(await post(`${member}/passOn`, { form: 'phone', text: '再说一次' })).toMatchObject({
      status: 409,
      body: { code: 'already' },
    });
  });

  test('unmerged it stands where it stood, and the other has no member any more', async () => {
    const [parent, member] = [await lift(42), await lift(42)];
    await post(`${member}/accept`);
    await post(`${member}/merge`, { into: parent });
    await until(
      () => get(parent),
      ({ body }) => body.members?.length === 1,
    );
    expect(await post(`${member}/unmerge`)).toMatchObject({ status: 200, body: { status: 'accepted' } });
    await until(
      () => get(parent),
      ({ body }) => body.members?.length === 0,
    );
    expect(await matterOf(parent)).toMatchObject({ members: [], others: 0, undone: [{ id: member }] });
    expect((await get(member)).body.deadlines.find(({ clock }: { clock: string }) => clock === 'reply')).toMatchObject({
      state: 'open',
    });
  });

  test('only into one that goes on itself, of the same project, and without chains', async () => {
    const [a, b, c] = [await lift(43), await lift(43), await lift(43)];
    const refusal = { status: 409, body: { code: 'not-mergeable' } };
    expect(await post(`${a}/merge`, { into: 'nobody' })).toMatchObject({ status: 400 });
    await post(`${a}/merge`, { into: b });
    expect(await post(`${c}/merge`, { into: a })).toMatchObject({
      ...refusal,
      body: { params: { because: 'merged' } },
    });
    expect(await post(`${b}/merge`, { into: a })).toMatchObject(refusal);
    await until(
      () => get(b),
      ({ body }) => body.members?.length === 1,
    );
    expect(await post(`${b}/merge`, { into: c })).toMatchObject({ status: 409, body: { code: 'has-members' } });
    await post(`${c}/withdraw`);
    const d = await lift(43);
    expect(await post(`${d}/merge`, { into: c })).toMatchObject({ ...refusal, body: { params: { because: 'ended' } } });
    const far = await house.file({ project: 'binjiang', text: '别的项目' }).catch(() => undefined);
    if (far)
      expect(await post(`${d}/merge`, { into: far }, 'company')).toMatchObject({
        ...refusal,
        body: { params: { because: 'otherProject' } },
      });
  });

  test('two that are merged into each other at once: one of them is refused', async () => {
    const [a, b] = [await lift(44), await lift(44)];
    const answers = await Promise.all([post(`${a}/merge`, { into: b }), post(`${b}/merge`, { into: a })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

test('a process that dies between telling and marking: everybody is told all the same, and hears it once', async () => {
  const { engine, dataSource } = house;
  const [row] = await dataSource.query<{ url: string }[]>(`select current_database() as url`);
  const url = new URL((dataSource.options as { url: string }).url);
  expect(url.pathname).toBe(`/${row?.url}`);
  const dying = await createDataSource({ url: url.href, name: 'dying', poolSize: 1 }).initialize();
  const ids = [await lift(61), await lift(61), await lift(61)];
  while (await sort(dataSource, [matters], fault));
  const tell = teller(dataSource, engine.client, engine.taskQueue);
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
    await until(
      () => severityOf(id),
      (severity) => severity === 'hot',
    );
  await settle();
  for (const id of ids) {
    const counts = (await eventsOf(id, 'SameMatterCounted')).map(({ count }) => count);
    expect(counts.at(-1)).toBe(2);
    expect(new Set(counts).size).toBe(counts.length);
    expect(await eventsOf(id, 'SeverityRaised')).toHaveLength(1);
  }
});

test('what is alike while it is written down, with why, at most five', async () => {
  await lift(51);
  await settle();
  const query = new URLSearchParams({ project: 'cuihu', text: '51号楼2单元客梯停用了', category: 'equipment' });
  const { status, body } = await get(`similar?${query.toString()}`, 'reception');
  expect(status).toBe(200);
  expect(body.items).toHaveLength(1);
  expect(body.items[0].match.reasons).toContainEqual({ kind: 'samePlace', about: ['51栋'] });
  const other = new URLSearchParams({ project: 'cuihu', text: '51号楼垃圾没人收' });
  expect((await get(`similar?${other.toString()}`, 'reception')).body.items).toEqual([]);
  expect((await get('similar?project=cuihu', 'reception')).status).toBe(400);
  const many = new URLSearchParams({ project: 'cuihu', text: '电梯坏了' });
  expect((await get(`similar?${many.toString()}`, 'reception')).body.items.length).toBeLessThanOrEqual(5);
});
