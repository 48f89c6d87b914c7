/** What the engine keeps of a complaint: nothing that anybody can read, and nothing at all once its key is destroyed. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { digestOf, hashOf } from '../../database/seal.js';
import { KeyDestroyed, Keyring } from '../../vault/keyring.js';
import { masterKeysFrom, newMasterKeyLine } from '../../vault/master.js';
import { eventually } from '../support/eventually.js';
import { openHouse, type TestHouse } from './house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const canary = '金丝雀七七四九';

/** All that the engine hands out of a workflow, as bytes. */
async function kept(id: string): Promise<string> {
  const handle = house.engine.client.workflow.getHandle(id);
  const history = await handle.fetchHistory();
  const { raw } = await handle.describe();
  const { History } = proto.temporal.api.history.v1;
  const { DescribeWorkflowExecutionResponse } = proto.temporal.api.workflowservice.v1;
  const parts = [History.encode(history).finish(), DescribeWorkflowExecutionResponse.encode(raw).finish()];
  return Buffer.concat(parts).toString('latin1');
}

const bytes = (text: string) => Buffer.from(text).toString('latin1');

test('nobody reads in the engine what was complained of, by whom, and what became of it', async () => {
  const id = await house.file({
    text: `${canary} 电梯停运`,
    complainant: { name: canary, phone: '13877774949', address: canary },
  });
  const supervisor = await house.as('supervisor');
  await supervisor.post(`/api/complaints/${id}/accept`, {});
  await supervisor.post(`/api/complaints/${id}/comment`, { text: canary });
  await supervisor.post(`/api/complaints/${id}/signals/urged`, { text: canary });
  const refused = await supervisor.post(`/api/complaints/${id}/accept`, {});
  expect(refused.body.code).toBe('wrong-status');
  const seen = await kept(id);
  expect(seen).toContain(bytes('binary/encrypted'));
  expect(seen).not.toContain(bytes(canary));
  expect(seen).not.toContain('13877774949');

  const told = await (await house.as('auditor')).get(`/api/complaints/${id}/history`);
  expect(JSON.stringify(told.body)).toContain(canary);
});

test('work on what is deleted in its midst comes to nothing, and ends no other work', async () => {
  const id = await house.file({ text: canary });
  await house.keyring.destroy(id, 'admin', '个人信息保护法第四十七条');
  const unsealed = new Client({ connection: house.engine.connection, namespace: house.engine.namespace });
  await unsealed.workflow.getHandle(id).signal('urged', { data: { text: '催办' } });
  // what came of the signal is in the history: done if the worker still held the complaint, refused if it had to read it anew
  await eventually(async () => {
    const { events = [] } = await unsealed.workflow.getHandle(id).fetchHistory();
    const told = events?.findLastIndex((event) => event.workflowExecutionSignaledEventAttributes) ?? -1;
    const after = events?.slice(told);
    return after?.find((one) => one.workflowTaskCompletedEventAttributes ?? one.workflowTaskFailedEventAttributes);
  });
  const another = await house.file({ text: '另一件' });
  expect((await (await house.as('supervisor')).post(`/api/complaints/${another}/accept`, {})).status).toBe(200);
  await unsealed.workflow.getHandle(id).terminate('deleted by law');
});

test('a key that is destroyed takes with it what the engine keeps; the chain still holds', async () => {
  const id = await house.file({ text: canary });
  await house.engine.client.workflow.getHandle(id).terminate('deleted by law');
  await house.keyring.destroy(id, 'admin', '个人信息保护法第四十七条');
  await expect(house.keyring.keysOf(id)).rejects.toThrow(KeyDestroyed);
  const told = await (await house.as('auditor')).get(`/api/complaints/${id}/history`);
  expect(told.status).toBe(200);
  expect(JSON.stringify(told.body)).not.toContain(canary);
  expect(JSON.stringify(told.body)).toContain('"deleted":true');

  const rows = await house.dataSource.query<{ seq: number; digest: string; hash: string }[]>(
    'select seq, digest, hash from events where complaint_id = $1 order by seq',
    [id],
  );
  let before = '';
  for (const { seq, digest, hash } of rows) {
    expect(hash).toBe(hashOf(before, seq, digest));
    before = hash;
  }
  expect(rows.length).toBeGreaterThan(0);
});

test('events are told under the salt of their complaint, by the API and by the worker', async () => {
  const id = await house.file();
  await (await house.as('supervisor')).post(`/api/complaints/${id}/accept`, {});
  const rows = await house.dataSource.query<{ digest: string; data: object }[]>(
    'select digest, data from events where complaint_id = $1 order by seq',
    [id],
  );
  const salt = await house.keyring.saltOf(id);
  expect(rows.map(({ digest }) => digest)).toEqual(rows.map(({ data }) => digestOf(data, salt)));
  expect(rows.length).toBeGreaterThan(2);
});

test('master keys are changed without a complaint being lost', async () => {
  const old = newMasterKeyLine(new Date('2025-01-01'));
  const next = newMasterKeyLine(new Date('2026-01-01'));
  const before = new Keyring(house.dataSource, masterKeysFrom(old));
  const made = await before.keysOf('rotated');
  const both = new Keyring(house.dataSource, masterKeysFrom(`# 2025\n${old}${next}`));
  // what the house itself made is wrapped by a key that is not among these
  await house.dataSource.query(`delete from complaint_keys where complaint_id <> 'rotated'`);
  expect(await both.rotate()).toBe(1);
  expect(await both.rotate()).toBe(0);
  const after = new Keyring(house.dataSource, masterKeysFrom(next));
  expect(await after.keysOf('rotated')).toEqual(made);
  await expect(new Keyring(house.dataSource, masterKeysFrom(old)).keysOf('rotated')).rejects.toThrow('not among those');
});

test('what a law has deleted is nowhere any more, and what stays still verifies', async () => {
  const words = '水管爆裂金丝雀六六';
  const id = await house.file({ text: words, complainant: { name: words, phone: '13866664949', room: words } });
  const supervisor = await house.as('supervisor');
  const hq = await house.as('hq');
  const because = '投诉人依个人信息保护法第四十七条申请';
  expect((await hq.post(`/api/complaints/${id}/erase`, { because })).body.code).toBe('not-over');
  await supervisor.post(`/api/complaints/${id}/withdraw`, { reason: words });
  expect((await supervisor.post(`/api/complaints/${id}/erase`, { because })).status).toBe(403);
  expect((await hq.post(`/api/complaints/${id}/erase`, { because: ' ' })).status).toBe(400);
  expect((await hq.post(`/api/complaints/${id}/erase`, { because })).status).toBe(204);

  const shown = await (await house.as('auditor')).get(`/api/complaints/${id}`);
  expect(shown).toMatchObject({
    status: 200,
    body: { status: 'withdrawn', text: '〔已依法删除〕', erased: true, allowed: [] },
  });
  for (const [step, input] of [
    ['accept', {}],
    ['reopen', { reason: '又来电' }],
    ['signals/urged', {}],
    ['signals/followedUp', { text: '又来电' }],
  ] as const) {
    const refused = await supervisor.post(`/api/complaints/${id}/${step}`, input);
    expect([step, refused.status, refused.body.code]).toEqual([step, 409, 'erased']);
  }
  expect(house.faults).toEqual([]);
  const tables = await house.dataSource.query<{ name: string }[]>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  for (const { name } of tables) {
    const rows = await house.dataSource.query(`select 1 from "${name}" t where t::text like any ($1)`, [
      [`%${words}%`, '%13866664949%'],
    ]);
    expect([name, rows]).toEqual([name, []]);
  }
  const { body } = await (await house.as('auditor')).get(`/api/complaints/${id}/proof`);
  expect((body.items as { what: string }[]).filter(({ what }) => what !== 'not-in-chronicle')).toEqual([]);
});
