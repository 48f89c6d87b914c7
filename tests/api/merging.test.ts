/** Merging: the complainant still gets the echo, and it can be taken apart. */
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

test('the complainant of a merged complaint still gets the echo', async () => {
  const [parent, member] = [await desk.lift(41), await desk.lift(41)];
  await desk.settle();
  expect((await desk.post(`${member}/merge`, { into: parent })).status).toBe(200);
  const led = await desk.until(
    () => desk.get(parent),
    ({ body }) => body.members?.length === 1,
  );
  expect(led.body.members[0]).toMatchObject({ complaint: member, people: 1 });
  for (const [user, command, input] of [
    ['supervisor', 'accept', {}],
    ['supervisor', 'settle', { result: '门机控制板已更换。', form: 'phone' }],
  ] as const)
    await desk.post(`${parent}/${command}`, input, user);
  await desk.post(`${parent}/reply`, { form: 'phone', text: '电梯已修好。' });
  const told = await desk.until(
    () => desk.get(member),
    ({ body }) => (body.owedEchoes?.length ?? 0) > 0,
  );
  expect(told.body).toMatchObject({ status: 'merged' });
  expect((await desk.matterOf(parent)).members[0]).toMatchObject({
    id: member,
    mergedInto: parent,
    owed: expect.any(Number),
  });
  const passed = await desk.post(`${member}/passOn`, { form: 'phone', text: '已电话告知处理结果。' }, 'reception');
  expect(passed).toMatchObject({ status: 200, body: { status: 'merged' } });
  expect((await desk.get(member)).body.owedEchoes).toEqual([]);
  expect(await desk.post(`${member}/passOn`, { form: 'phone', text: '再说一次' })).toMatchObject({
    status: 409,
    body: { code: 'already' },
  });
});

test('unmerged it stands where it stood, and the other has no member any more', async () => {
  const [parent, member] = [await desk.lift(42), await desk.lift(42)];
  await desk.post(`${member}/accept`);
  await desk.post(`${member}/merge`, { into: parent });
  await desk.until(
    () => desk.get(parent),
    ({ body }) => body.members?.length === 1,
  );
  expect(await desk.post(`${member}/unmerge`)).toMatchObject({ status: 200, body: { status: 'accepted' } });
  await desk.until(
    () => desk.get(parent),
    ({ body }) => body.members?.length === 0,
  );
  expect(await desk.matterOf(parent)).toMatchObject({ members: [], others: 0, undone: [{ id: member }] });
  expect(
    (await desk.get(member)).body.deadlines.find(({ clock }: { clock: string }) => clock === 'reply'),
  ).toMatchObject({
    state: 'open',
  });
});

test('only into one that goes on itself, of the same project, and without chains', async () => {
  const [a, b, c] = [await desk.lift(43), await desk.lift(43), await desk.lift(43)];
  const refusal = { status: 409, body: { code: 'not-mergeable' } };
  expect(await desk.post(`${a}/merge`, { into: 'nobody' })).toMatchObject({ status: 400 });
  await desk.post(`${a}/merge`, { into: b });
  expect(await desk.post(`${c}/merge`, { into: a })).toMatchObject({
    ...refusal,
    body: { params: { because: 'merged' } },
  });
  expect(await desk.post(`${b}/merge`, { into: a })).toMatchObject(refusal);
  await desk.until(
    () => desk.get(b),
    ({ body }) => body.members?.length === 1,
  );
  expect(await desk.post(`${b}/merge`, { into: c })).toMatchObject({ status: 409, body: { code: 'has-members' } });
  await desk.post(`${c}/withdraw`);
  const d = await desk.lift(43);
  expect(await desk.post(`${d}/merge`, { into: c })).toMatchObject({
    ...refusal,
    body: { params: { because: 'ended' } },
  });
  const far = await house.file({ project: 'binjiang', text: '别的项目' }).catch(() => undefined);
  if (far)
    expect(await desk.post(`${d}/merge`, { into: far }, 'company')).toMatchObject({
      ...refusal,
      body: { params: { because: 'otherProject' } },
    });
});

test('two that are merged into each other at once: one of them is refused', async () => {
  const [a, b] = [await desk.lift(44), await desk.lift(44)];
  const answers = await Promise.all([desk.post(`${a}/merge`, { into: b }), desk.post(`${b}/merge`, { into: a })]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});
