/** What is put together for desks: the board of the tiers above, like cases, doubtful pairs, owed echoes. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openHouse, type TestHouse } from './house.js';
import { matterDesk } from './matter-desk.js';

let house: TestHouse;
let desk: ReturnType<typeof matterDesk>;
beforeAll(async () => {
  house = await openHouse();
  desk = matterDesk(house);
});
afterAll(() => house.close());

const boardOf = async (user: string, query = '') => (await house.as(user)).get(`/api/board${query}`);

test('shows each tier its own: hot and major ones with their clocks, and counts by place', async () => {
  const id = await house.file({ text: '业主扬言起诉，要求赔偿车辆泡水损失', facts: { lawsuit: 'threatened' } });
  await house.file({ text: '楼道堆放纸箱' });
  const { severity } = (await desk.get(id)).body;
  expect(['hot', 'major']).toContain(severity);
  const { status, body } = await boardOf('hq');
  expect(status).toBe(200);
  expect(body.path).toEqual([{ id: 'anju', name: '安居物业集团', tier: 'group' }]);
  const [first] = body.severe;
  expect(first.complaint).toMatchObject({ id, severity });
  expect(first.clocks.length).toBeGreaterThan(0);
  expect(first.clocks.map(({ state }: { state: string }) => state)).not.toContain('met');
  const east = body.places.find((place: { id: string }) => place.id === 'huadong');
  expect(east).toMatchObject({ open: 2, [severity]: 1, received: 2, projects: ['binjiang', 'cuihu', 'jinxiu'] });
  const below = (await boardOf('hq', '?node=huadong')).body;
  expect(below.places.find((place: { id: string }) => place.id === 'cuihu')).toMatchObject({ open: 2 });
  expect((await boardOf('hq', '?node=cuihu')).body.severe).toHaveLength(1);
  expect((await boardOf('hq', '?node=huanan')).body.severe).toHaveLength(0);
  expect((await boardOf('gaofeng')).body.severe).toHaveLength(0);
  // another company's node is none of theirs, whether it exists or not
  for (const node of ['huadong', 'cuihu', 'nowhere'])
    expect((await boardOf('gaofeng', `?node=${node}`)).body).toMatchObject({ status: 404, code: 'not-found' });
  expect((await boardOf('supervisor')).status).toBe(403);
  expect((await boardOf('hq', '?last=century')).status).toBe(400);
});

test('counts what is overdue and still open as not in time, and leads to the same complaints', async () => {
  const late = await house.file({ arrivedAt: '2026-03-02T09:00:00+08:00', backdatedBecause: '整理旧信时发现' });
  const span = '?last=year';
  const reply = async () =>
    (await boardOf('hq', span)).body.clocks.find(({ clock }: { clock: string }) => clock === 'reply');
  const before = await reply();
  expect(before).toMatchObject({ kept: 0 });
  expect(before.late).toBe(before.waiting);
  const { from } = (await boardOf('hq', span)).body;
  const listed = await (
    await house.as('hq')
  ).get(`/api/complaints?clock=reply:missed&arrivedFrom=${encodeURIComponent(from)}`);
  expect(listed.body.items.map((one: { id: string }) => one.id)).toEqual([late]);
  expect(before.late).toBe(1);
  const settled = await house.file({ text: '门厅灯不亮' });
  expect((await desk.post(`${settled}/settle`, { result: '当场更换。' }, 'reception')).status).toBe(200);
  expect(await reply()).toMatchObject({ kept: 1, late: 1, waiting: 1 });
  expect((await boardOf('hq', span)).body.places.find(({ id }: { id: string }) => id === 'huadong')).toMatchObject({
    kept: 1,
    asked: 2,
  });
});

test('finds how like complaints were solved and how satisfied people were', async () => {
  const past = await house.file({ category: 'environment', text: '绿化带枯死的桂花树没人管' });
  await house.file({ category: 'environment', text: '草坪还没有补种' });
  expect((await desk.post(`${past}/settle`, { result: '已补种桂花。' }, 'reception')).status).toBe(200);
  const now = await house.file({ category: 'environment', text: '北门桂花树枯死' });
  const { body } = await desk.get(`${now}/like-cases`);
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).toMatchObject({ complaint: { id: past, status: 'closed' }, result: '已补种桂花。' });
  expect((await desk.get('nothing/like-cases')).status).toBe(404);
  expect((await desk.get(`${now}/like-cases`, 'xujing')).status).toBe(404);
});

test('whoever is accused finds nothing of it on the board or among like cases', async () => {
  const hidden = await house.file({
    category: 'security',
    text: '保安队长辱骂业主',
    accused: ['company'],
    facts: { media: 'exposed' },
  });
  const seen = (await boardOf('hq')).body;
  expect(seen.severe.map((one: { complaint: { id: string } }) => one.complaint.id)).toContain(hidden);
  const mine = (await boardOf('company')).body;
  expect(JSON.stringify(mine)).not.toContain(hidden);
  const open = (board: typeof seen) => board.places.find(({ id }: { id: string }) => id === 'cuihu').open as number;
  expect(open(mine)).toBe(open((await boardOf('hq', '?node=huadong')).body) - 1);
});

test('brings doubtful pairs and owed echoes to the desk that answers for them', async () => {
  const [parent, member] = [await desk.lift(51), await desk.lift(51)];
  await desk.settle();
  const pair = await house.file({ text: '电梯坏了没人修', complainant: { name: '别人' } });
  await desk.settle();
  const { body, status } = await (await house.as('supervisor')).get('/api/matches');
  expect(status).toBe(200);
  expect(body.count).toBe(body.items.length);
  expect(body.items.some(({ a, b }: { a: { id: string }; b: { id: string } }) => [a.id, b.id].includes(pair))).toBe(
    true,
  );
  expect((await (await house.as('xujing')).get('/api/matches')).body).toEqual({ items: [], count: 0 });
  expect((await desk.post(`${member}/merge`, { into: parent })).status).toBe(200);
  await desk.until(
    () => desk.get(parent),
    (answer) => answer.body.members?.length === 1,
  );
  await desk.post(`${parent}/accept`);
  expect((await desk.post(`${parent}/settle`, { result: '当场修好。' })).status).toBe(200);
  await desk.until(
    () => desk.get(member),
    (answer) => (answer.body.owedEchoes?.length ?? 0) > 0,
  );
  const tasks = await (await house.as('reception')).get('/api/tasks');
  const owed = tasks.body.items.find((task: { complaint: { id: string } }) => task.complaint.id === member);
  expect(owed.commands).toContain('passOn');
  await desk.post(`${member}/passOn`, { form: 'phone', text: '已告知。' }, 'reception');
  const after = await (await house.as('reception')).get('/api/tasks');
  expect(JSON.stringify(after.body)).not.toContain(member);
});
