/** What is hidden from somebody is not told by the way either: by other complaints, batches, like cases, streams that go on. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { advanceBatch, beginBatch } from '../../database/queries/batches.js';
import { callerOf, openHouse, password, type TestHouse } from './house.js';
import { matterDesk } from './matter-desk.js';

let house: TestHouse;
let desk: ReturnType<typeof matterDesk>;
beforeAll(async () => {
  house = await openHouse();
  desk = matterDesk(house);
});
afterAll(() => house.close());

/** Supervisor of the project, like `supervisor`. */
const accused = 'yangfan';

test('a merged complaint does not say that it goes on in one that is hidden', async () => {
  const [parent, member] = [await desk.lift(61, { accused: [accused] }), await desk.lift(61)];
  expect((await desk.post(`${member}/merge`, { into: parent })).status).toBe(200);
  const { body: whole } = await desk.get(member);
  expect(whole.mergedFrom.into).toBe(parent);
  const { number } = (await desk.get(parent)).body as { number: string };
  for (const path of ['', '/events', '/ledger', '/matter']) {
    const { status, body } = await desk.get(member + path, accused);
    expect([path, status]).toEqual([path, 200]);
    expect([path, JSON.stringify(body).includes(parent), JSON.stringify(body).includes(number)]).toEqual([path, false, false]); // prettier-ignore
  }
  expect((await desk.get(member, accused)).body.mergedFrom.into).toBe('—');
});

test('nor does a complaint name hidden ones that go on in it', async () => {
  const [parent, member] = [await desk.lift(62), await desk.lift(62, { accused: [accused] })];
  expect((await desk.post(`${member}/merge`, { into: parent })).status).toBe(200);
  const led = await desk.until(
    () => desk.get(parent),
    ({ body }) => body.members?.length === 1,
  );
  expect(led.body.members[0].complaint).toBe(member);
  expect((await desk.get(parent, accused)).body.members).toEqual([]);
  const events = await desk.get(`${parent}/events`, accused);
  expect((events.body.items as { type: string }[]).map(({ type }) => type)).not.toContain('MemberJoined');
  expect(JSON.stringify(events.body)).not.toContain(member);
});

test('nor by refusing to go on elsewhere; whoever complained of somebody still hears', async () => {
  const [parent, member, last] = [
    await desk.lift(63),
    await desk.lift(63, { accused: [accused] }),
    await desk.lift(63),
  ];
  const shown = await desk.lift(63);
  for (const one of [member, shown]) expect((await desk.post(`${one}/merge`, { into: parent })).status).toBe(200);
  await desk.until(
    () => desk.get(parent),
    ({ body }) => body.members?.length === 2,
  );
  // one that they see is a reason that they may know
  expect((await desk.post(`${parent}/merge`, { into: last }, accused)).body).toMatchObject({ code: 'has-members' });
  expect((await desk.post(`${shown}/unmerge`)).status).toBe(200);
  await desk.until(
    () => desk.get(parent),
    ({ body }) => body.members?.length === 1,
  );
  expect((await desk.post(`${parent}/merge`, { into: last })).body).toMatchObject({ code: 'has-members' });
  expect(await desk.post(`${parent}/merge`, { into: last }, accused)).toMatchObject({ status: 200 });
  expect((await desk.post(`${last}/withdraw`)).status).toBe(200);
  const told = await desk.until(
    () => desk.get(member),
    ({ body }) => (body.owedEchoes?.length ?? 0) > 0,
  );
  expect(told.body.owedEchoes).toMatchObject([{ what: 'Withdrawn' }]);
  const { body: proof } = await (await house.as('auditor')).get(`/api/complaints/${parent}/proof`);
  // this desk keeps no chronicle
  const others = (proof.items as { what: string }[]).filter(({ what }) => what !== 'not-in-chronicle');
  expect(others).toEqual([]);
});

test('a batch says nothing of what is hidden from whoever looks', async () => {
  const [seen, hidden] = [await house.file(), await house.file({ accused: ['hq'] })];
  const id = randomUUID();
  const { dataSource } = house;
  const startedAt = new Date().toISOString();
  const task = { selection: { ids: [seen, hidden] }, reason: 'x', person: { user: 'admin', roles: [] }, of: id };
  await beginBatch(dataSource, { id, kind: 'reinstate', task, why: '试', startedBy: 'admin', startedAt, total: 2 } as never); // prettier-ignore
  const problems = [seen, hidden].map((complaint) => ({ complaint, code: 'wrong-status', detail: '不在该阶段' }));
  const ended = { walk: 2, afterId: null, done: 0, problems, stumbled: false, ended: true };
  await advanceBatch(dataSource, { id, walk: 1, afterId: null }, ended);
  const told = async (user: string) => (await (await house.as(user)).get(`/api/batches/${id}`)).body;
  expect((await told('auditor')).problems).toHaveLength(2);
  const { problems: left, refused, total } = await told('hq');
  expect({ left, refused, total }).toMatchObject({ left: [{ complaint: seen }], refused: 1, total: 1 });
  const list = (await (await house.as('hq')).get('/api/batches')).body.items as { id: string; refused: number }[];
  expect(list.find((one) => one.id === id)?.refused).toBe(1);
});

test('a like case tells nobody who it was', async () => {
  const name = '慕容听雪';
  const phone = '13612345678';
  const one = await house.file({
    category: 'security',
    text: '门岗未登记访客',
    complainant: { name, phone },
    accused: ['lina'],
  });
  const result = `已向${name}（${phone}）致歉，另一住户电话 13687654321，当班李娜已培训。`;
  const settled = await desk.post(`${one}/settle`, { result, form: 'phone' }, 'reception');
  expect(settled.status).toBe(200);
  const now = await house.file({ category: 'security', text: '门岗未登记访客' });
  for (const user of ['supervisor', 'handler']) {
    const { body } = await desk.get(`${now}/like-cases`, user);
    const [like] = body.items as { result: string }[];
    expect(like?.result).toContain('致歉');
    for (const word of [name, phone, '13687654321', '李娜']) expect([user, word, like?.result.includes(word)]).toEqual([user, word, false]); // prettier-ignore
  }
});

/** A stream of somebody's own session; `text` is what it has told, `ended` when it is over. */
async function listen(user: string) {
  const opened = await callerOf(house.url, {}).post('/api/session', { username: user, password });
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  const stop = new AbortController();
  const answer = await fetch(`${house.url}/api/events`, { headers: { cookie }, signal: stop.signal });
  const heard = { text: '', ended: false };
  const decoder = new TextDecoder();
  const reading = (async () => {
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) heard.text += decoder.decode(chunk);
    heard.ended = true;
  })().catch(() => undefined);
  return { heard, reading, cookie, stop };
}

const moment = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Files complaints until it holds; answers them. */
async function fileUntil(holds: (filed: string[]) => boolean): Promise<string[]> {
  const filed: string[] = [];
  for (let tries = 0; tries < 60 && !holds(filed); tries++) {
    filed.push(await house.file({ text: '随后的一件' }));
    await moment(400);
  }
  expect(holds(filed)).toBe(true);
  return filed;
}

test('a live stream ends with its session', async () => {
  const { heard, reading, cookie } = await listen('supervisor');
  await fileUntil((filed) => filed.some((id) => heard.text.includes(id)));
  expect((await callerOf(house.url, { cookie }).delete('/api/session')).status).toBeLessThan(300);
  await moment(1_100);
  const before = heard.text;
  await fileUntil(() => heard.ended);
  await reading;
  expect(heard.text).toBe(before);
});

test('a live stream tells no more than the rights of now', async () => {
  const { heard, reading, stop } = await listen('lina');
  await fileUntil((filed) => filed.some((id) => heard.text.includes(id)));
  await house.dataSource.query(`update memberships set valid_to = now(), ended_by = 'admin' where user_id = 'lina'`);
  await moment(1_100);
  const before = heard.text;
  await fileUntil(() => heard.ended);
  await reading;
  stop.abort();
  expect(heard.text).toBe(before);
});
