/** What is stuck is seen, and every kind has its way out. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sort } from '../../courier/sorter.js';
import type { Reader } from '../../courier/told.js';
import { enqueueSignals } from '../../database/queries/signals.js';
import { noteTrouble } from '../../database/queries/troubles.js';
import { verifyComplaint } from '../../proof/complaint.js';
import { type Caller, openHouse, type TestHouse } from './house.js';
import { eventually } from '../support/eventually.js';

let house: TestHouse;
let admin: Caller;
beforeAll(async () => {
  house = await openHouse({ patience: 1_500 });
  admin = await house.as('admin');
});
afterAll(() => house.close());

interface Watch {
  troubles: {
    kind: string;
    ref: string;
    complaint?: { id: string; number: string };
    failures: number;
    since: string;
    what?: string;
    reader?: string;
    fault: string;
  }[];
  workflows: { id: string; fault: string; complaint: { number: string } }[];
}
const watch = async () => (await admin.get('/api/watch')).body as Watch;

test('only administrators watch', async () => {
  expect((await (await house.as('hq')).get('/api/watch')).status).toBe(403);
  expect((await admin.get('/api/watch')).body).toMatchObject({ troubles: [], workflows: [], schedules: [] });
});

test('a complaint that a restored database does not know in full is written again from its workflow', async () => {
  const id = await house.file();
  const supervisor = await house.as('supervisor');
  await supervisor.post(`/api/complaints/${id}/accept`, {});
  const [row] = await house.dataSource.query<{ seq: number }[]>('select seq from complaints where id = $1', [id]);
  // as it was before it was accepted
  await house.dataSource.query('delete from outbox where complaint_id = $1', [id]);
  await house.dataSource.query('delete from events where complaint_id = $1 and seq > 2', [id]);
  await house.dataSource.query('update complaints set seq = 2 where id = $1', [id]);
  const comment = { text: '已联系维保单位' };
  const key = { 'idempotency-key': 'a comment into a gap' };
  expect((await supervisor.post(`/api/complaints/${id}/comment`, comment, key)).status).toBe(503);
  const [trouble] = await eventually(async () => {
    const { troubles } = await watch();
    return troubles.length > 0 ? troubles : undefined;
  });
  expect(trouble).toMatchObject({ kind: 'projection', ref: id, complaint: { id } });
  const again = await admin.post(`/api/watch/complaints/${id}/reproject`);
  expect(again).toMatchObject({ status: 200, body: { id } });
  expect(again.body.events).toBeGreaterThan(row?.seq ?? 0);
  const answer = await eventually(async () => {
    const given = await supervisor.post(`/api/complaints/${id}/comment`, comment, key);
    return given.status === 200 ? given : undefined;
  });
  expect(answer.body).toMatchObject({ id });
  expect((await watch()).troubles).toEqual([]);
  const found = await verifyComplaint(house.dataSource, id, house.keyring.saltOf);
  expect(found.filter(({ what }) => what !== 'not-in-chronicle')).toEqual([]);
});

test('an event that a reader cannot take is tried again, or passed over with its reason', async () => {
  await house.dataSource.query('update outbox set taken_at = now() where taken_at is null');
  const id = await house.file();
  let broken = true;
  const taken: string[] = [];
  const reader: Reader = {
    name: 'a reader',
    read: (_tx, told) => {
      if (broken && told.some(({ event }) => event.type === 'Received'))
        return Promise.reject(new Error('no paper left'));
      taken.push(...told.map(({ event }) => event.type));
      return Promise.resolve();
    },
  };
  const sortAll = async () => {
    while (await sort(house.dataSource, [reader], () => undefined));
  };
  await sortAll();
  const [stuck] = (await watch()).troubles;
  expect(stuck).toMatchObject({ kind: 'event', complaint: { id } });
  broken = false;
  expect((await admin.post(`/api/watch/troubles/event/${stuck?.ref}/retry`)).status).toBe(204);
  await sortAll();
  expect(taken[0]).toBe('Received');
  expect((await watch()).troubles).toEqual([]);

  broken = true;
  await house.file();
  await sortAll();
  const [other] = (await watch()).troubles;
  expect((await admin.post(`/api/watch/troubles/event/${other?.ref}/skip`, { because: ' ' })).status).toBe(400);
  expect((await admin.post(`/api/watch/troubles/event/${other?.ref}/skip`, { because: '重复导入' })).status).toBe(204);
  await sortAll();
  expect((await watch()).troubles).toEqual([]);
  expect((await admin.post(`/api/watch/troubles/event/${other?.ref}/retry`)).status).toBe(404);
  expect((await admin.post('/api/watch/troubles/event/one/retry')).status).toBe(404);
});

test('what fails says its kind, part, number, tries and since when, and none of the words that it was said in', async () => {
  await house.dataSource.query('update outbox set taken_at = now() where taken_at is null');
  const id = await house.file();
  const canary = '周女士13800000001';
  const reader: Reader = {
    name: 'notices',
    read: () => Promise.reject(new Error(`duplicate key value: Key (name)=(${canary}) violates "x"`)),
  };
  while (await sort(house.dataSource, [reader], () => undefined));
  await noteTrouble(house.dataSource, { kind: 'projection', ref: id, failures: 3, problem: `no idea: ${canary}` });
  await enqueueSignals(house.dataSource, [{ complaint: id, signal: 'urged', data: {}, key: 'canary' }]);
  await house.dataSource.query(`update signals_to_send set failures = 2, problem = $1 where key = 'canary'`, [
    `14 UNAVAILABLE: ${canary}`,
  ]);
  const { body } = await admin.get('/api/watch');
  expect(JSON.stringify(body)).not.toMatch(new RegExp(`${canary}|duplicate|no idea|14 UNAVAILABLE`));
  const complaint = { id, number: expect.any(String) };
  const since = expect.any(String);
  expect((body as Watch).troubles.filter((one) => one.complaint?.id === id)).toEqual(
    expect.arrayContaining([
      {
        kind: 'event',
        ref: expect.any(String),
        complaint,
        since,
        failures: 1,
        what: 'Received',
        reader: 'notices',
        fault: 'stored',
      },
      { kind: 'projection', ref: id, complaint, since, failures: 3, fault: 'unknown' },
      { kind: 'signal', ref: expect.any(String), complaint, since, failures: 2, what: 'Urged', fault: 'away' },
    ]),
  );
  await house.dataSource.query('update outbox set taken_at = now() where taken_at is null');
  await house.dataSource.query('update signals_to_send set sent_at = now() where sent_at is null');
  await house.dataSource.query('delete from troubles');
});

test('a workflow that cannot go on is shown with what it says, and taken back to where it could', async () => {
  const id = await house.file();
  const supervisor = await house.as('supervisor');
  await supervisor.post(`/api/complaints/${id}/accept`, {});
  // nobody but the engine's owner can send such a thing
  await house.engine.client.workflow.getHandle(id).signal('urged');
  const stuck = await eventually(async () => (await watch()).workflows.find((one) => one.id === id));
  expect(stuck).toMatchObject({ fault: 'program', complaint: { number: expect.any(String) } });
  expect(JSON.stringify(stuck)).not.toMatch(/Cannot read|properties of/);
  const { items } = (await admin.get(`/api/watch/workflows/${id}/points`)).body as { items: { event: number }[] };
  const event = items[0]?.event ?? 0;
  const reset = (body: object) => admin.post(`/api/watch/workflows/${id}/reset`, body);
  expect((await reset({ event: event + 1, because: '信号有误' })).status).toBe(404);
  expect(await reset({ event, because: '信号有误', withoutSignals: true })).toMatchObject({
    status: 200,
    body: { id },
  });
  const answer = await eventually(async () => {
    const given = await supervisor.post(`/api/complaints/${id}/comment`, { text: '继续办理' });
    return given.status === 200 ? given : undefined;
  });
  expect(answer.body).toMatchObject({ id, status: 'accepted' });
  const { body } = await supervisor.get(`/api/complaints/${id}/events`);
  const types = (body.items as { type: string }[]).map(({ type }) => type);
  expect(types.filter((type) => type === 'Accepted')).toHaveLength(1);
  expect(types.at(-1)).toBe('Commented');
});
