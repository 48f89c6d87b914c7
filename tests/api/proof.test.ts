/** Whoever edits, deletes, reorders, truncates or inserts rows behind everybody's back is found out. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { createReaders } from '../../courier/readers/index.js';
import { sort } from '../../courier/sorter.js';
import { sweep } from '../../courier/sweeper.js';
import { alteredActs, enterActs, listActs } from '../../database/queries/acts.js';
import { endOfChronicle } from '../../database/queries/chronicle.js';
import { digestOf, hashOf } from '../../database/seal.js';
import { verifyArchive } from '../../proof/archive.js';
import { newSigningKey } from '../../proof/checkpoint.js';
import { verifyChronicle } from '../../proof/chronicle.js';
import { verifyComplaint } from '../../proof/complaint.js';
import type { Finding } from '../../proof/finding.js';
import { verifyHistory } from '../../proof/history.js';
import { ProofPlace } from '../../proof/place.js';
import { library, openHouse, type TestHouse } from './house.js';
import { ofHouse } from '../../domain/rights/sight.js';

let house: TestHouse;
let folder: string;
let place: ProofPlace;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiyin-proof-'));
  place = new ProofPlace(folder);
  await tamper('truncate chronicle');
  await house.dataSource.query('update outbox set taken_at = now() where taken_at is null');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** As somebody who owns the database, and so can put triggers aside. */
const tamper = (sql: string, values: unknown[] = []) =>
  house.dataSource.transaction(async (tx) => {
    await tx.query('alter table chronicle disable trigger user');
    await tx.query(sql, values);
    await tx.query('alter table chronicle enable trigger user');
  });

async function enterAll(): Promise<void> {
  const readers = createReaders({ library });
  const onFault = (error: unknown) => {
    throw error;
  };
  while (await sort(house.dataSource, readers, onFault));
}

/** A complaint with a few events that are entered and marked. */
async function told(): Promise<string> {
  const id = await house.file();
  const supervisor = await house.as('supervisor');
  await supervisor.post(`/api/complaints/${id}/accept`, {});
  await supervisor.post(`/api/complaints/${id}/comment`, { text: '已致电业主' });
  await enterAll();
  await place.mark(house.dataSource, new Date());
  return id;
}

async function found(id: string): Promise<string[]> {
  const findings: Finding[] = [
    ...(await verifyComplaint(house.dataSource, id, house.keyring.saltOf)),
    ...(await verifyHistory(house.engine.client, house.dataSource, id)),
    ...(await verifyChronicle(house.dataSource, await place.checkpoints(), await place.publicKey())),
  ];
  return [...new Set(findings.map(({ what, path }) => (path ? `${what}: ${path}` : what)))];
}

test('nothing is found where nothing was done', async () => {
  const id = await told();
  expect(await found(id)).toEqual([]);
  const [only] = await place.checkpoints();
  expect(only).toMatchObject(await endOfChronicle(house.dataSource));
});

test('an event that was edited is found', async () => {
  const id = await told();
  await tamper(
    `update events set data = jsonb_set(data, '{text}', '"没有的事"') where complaint_id = $1 and type = 'Commented'`,
    [id],
  );
  expect(await found(id)).toEqual(expect.arrayContaining(['event-altered', 'history-differs']));
});

test('an event that was edited by somebody who also reckons its digest and all hashes anew is found', async () => {
  const id = await told();
  await tamper(
    `update events set data = jsonb_set(data, '{text}', '"没有的事"') where complaint_id = $1 and type = 'Commented'`,
    [id],
  );
  const salt = await house.keyring.saltOf(id);
  const rows = await house.dataSource.query<{ seq: number; data: object }[]>(
    'select seq, data from events where complaint_id = $1 order by seq',
    [id],
  );
  let before = '';
  for (const { seq, data } of rows) {
    const digest = digestOf(data, salt);
    before = hashOf(before, seq, digest);
    await tamper('update events set digest = $3, hash = $4 where complaint_id = $1 and seq = $2', [
      id,
      seq,
      digest,
      before,
    ]);
  }
  await tamper('update complaints set head = $2 where id = $1', [id, before]);
  expect(await found(id)).toEqual(expect.arrayContaining(['chronicle-differs', 'history-differs']));
});

test('an event that was deleted is found, the last one, too, and one in the middle', async () => {
  const id = await told();
  await tamper(
    `delete from events where complaint_id = $1 and seq = (select max(seq) from events where complaint_id = $1)`,
    [id],
  );
  expect(await found(id)).toEqual(expect.arrayContaining(['event-missing', 'history-differs']));
  const other = await told();
  await tamper('delete from events where complaint_id = $1 and seq = 2', [other]);
  expect(await found(other)).toContain('event-missing');
});

test('events that changed places are found', async () => {
  const id = await told();
  await tamper('update events set seq = -seq where complaint_id = $1 and seq in (2, 3)', [id]);
  await tamper('update events set seq = 5 + seq where complaint_id = $1 and seq < 0', [id]);
  expect(await found(id)).toEqual(expect.arrayContaining(['chain-broken', 'history-differs']));
});

test('an event that was inserted is found', async () => {
  const id = await told();
  await tamper(
    `insert into events (complaint_id, seq, type, at, data, digest, hash)
     select complaint_id, max_seq + 1, type, at, data, digest, hash from events,
       (select max(seq) as max_seq from events where complaint_id = $1) m where complaint_id = $1 and seq = 2`,
    [id],
  );
  expect(await found(id)).toEqual(expect.arrayContaining(['event-added', 'not-in-chronicle', 'history-differs']));
});

test('a complaint that was deleted with everything of it is found', async () => {
  const id = await told();
  await tamper('delete from matches where a = $1 or b = $1', [id]);
  for (const table of [
    'outbox',
    'deadlines',
    'events',
    'complaint_search',
    'matter_members',
    'matter_counts',
    'merges',
  ]) {
    await tamper(`delete from ${table} where complaint_id = $1`, [id]);
  }
  await tamper('delete from complaints where id = $1', [id]);
  expect(await found(id)).toContain('no-row');
});

test('a row that was edited is found', async () => {
  const id = await told();
  await tamper(`update complaints set severity = 'ordinary', status = 'closed' where id = $1`, [id]);
  expect(await found(id)).toContain('row-differs: column status');
});

test('a chronicle that was cut off, or written anew, is found by its checkpoints', async () => {
  const id = await told();
  await tamper('delete from chronicle where position = (select max(position) from chronicle)');
  expect(await found(id)).toContain('chronicle-shorter');
  await tamper('truncate chronicle');
  expect(await found(id)).toContain('chronicle-shorter');
  await tamper(`update outbox set taken_at = null where complaint_id = $1`, [id]);
  const other = await house.file();
  await enterAll();
  expect(other).not.toBe(id);
  // written anew it is whole, but it is not what was signed
  await tamper(`delete from chronicle where ref = $1`, [id]);
  expect(await found(id)).toEqual(expect.arrayContaining(['chronicle-broken']));
});

test('a checkpoint that was forged, or left out, is found', async () => {
  await told();
  await told();
  const [first, second] = await place.checkpoints();
  if (!first || !second) throw new Error('no checkpoints');
  const put = (lines: object[]) =>
    writeFile(join(folder, 'checkpoints.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await put([{ ...first, position: first.position - 1 }, second]);
  expect(await whole()).toEqual(expect.arrayContaining(['checkpoint-forged', 'checkpoint-missing']));
  await put([second]);
  expect(await whole()).toEqual(['checkpoint-missing']);
});

const whole = async () =>
  (await verifyChronicle(house.dataSource, await place.checkpoints(), await place.publicKey())).map(({ what }) => what);

test('the chronicle takes no change, however it is asked', async () => {
  await told();
  for (const sql of ['delete from chronicle', `update chronicle set hash = ''`, 'truncate chronicle']) {
    await expect(house.dataSource.query(sql)).rejects.toThrow('never changed');
  }
});

test('an auditor has a complaint, all of them and the chronicle verified, and that is an act of theirs', async () => {
  const id = await told();
  const auditor = await house.as('auditor');
  expect((await auditor.get(`/api/complaints/${id}/proof`)).body).toMatchObject({ items: [] });
  const [page, chronicle] = [await auditor.get('/api/proof/complaints'), await auditor.get('/api/proof/chronicle')];
  expect(page.body.all).toBeGreaterThan(1);
  expect(chronicle.body.verified).toBeGreaterThan(1);
  await auditor.get(`/api/complaints/${id}/history`);
  const { body } = await auditor.get(`/api/acts?user=auditor&about=${id}`);
  expect((body.items as { act: string }[]).map(({ act }) => act)).toEqual(['getHistory', 'verifyComplaint']);
  expect((await (await house.as('supervisor')).get('/api/acts')).status).toBe(403);
  expect((await (await house.as('supervisor')).get(`/api/complaints/${id}/proof`)).status).toBe(403);
});

test('acts are entered, take no change, and one that was edited or deleted is found', async () => {
  const { dataSource } = house;
  const granted = await (await house.as('admin')).post('/api/tokens', { name: '巡检' });
  expect(granted.status).toBe(201);
  while (await enterActs(dataSource));
  const [act] = await listActs(dataSource, { user: 'admin' }, ofHouse, 1);
  expect(act).toMatchObject({ act: 'grantToken', about: { id: granted.body.id as string, fields: ['name'] } });
  await expect(dataSource.query(`update acts set user_id = 'nobody' where id = $1`, [act?.id])).rejects.toThrow(
    'never changed',
  );
  await expect(dataSource.query('delete from acts')).rejects.toThrow('never changed');
  expect(await alteredActs(dataSource)).toEqual({ altered: [], missing: [] });
  await dataSource.query('alter table acts disable trigger user');
  await dataSource.query(`update acts set user_id = 'nobody' where id = $1`, [act?.id]);
  expect((await alteredActs(dataSource)).altered).toEqual([act?.id]);
  await dataSource.query('delete from acts where id = $1', [act?.id]);
  await dataSource.query('alter table acts enable trigger user');
  expect((await alteredActs(dataSource)).missing).toEqual([act?.id]);
});

test('an archive proves itself with no database, and shows what was done to it', async () => {
  const id = await told();
  const auditor = await house.as('auditor');
  // who complained stands in the workflow's history: it is there after a registered look
  await auditor.post(`/api/complaints/${id}/looks`, { reason: '归档' });
  const zip = await auditor.bytes(`/api/complaints/${id}/archive`);
  expect(verifyArchive(zip).problems).toEqual([]);
  const files = unzipSync(zip);
  expect(Object.keys(files).sort()).toEqual(
    ['calendar.json', 'complaint.json', 'complaint.txt', 'deadlines.json', 'events.json', 'history.json', 'manifest.json', 'manifest.sig', 'proof.json', 'rulebook.json', 'signing.pub'], // prettier-ignore
  );
  const events = JSON.parse(strFromU8(files['events.json'] ?? new Uint8Array())) as { type: string; text?: string }[];
  const forged = events.map((event) => (event.type === 'Commented' ? { ...event, text: '没有的事' } : event));
  const problems = (changed: Record<string, Uint8Array>, key?: string) =>
    verifyArchive(zipSync({ ...files, ...changed }), key).problems.map(({ what }) => what);
  expect(problems({ 'events.json': strToU8(JSON.stringify(forged)) })).toEqual(['altered', 'event']);
  expect(problems({ 'more.txt': strToU8('又') })).toEqual(['added']);
  expect(problems({ 'manifest.json': strToU8('{"files":{}}') })).toContain('forged');
  expect(problems({}, newSigningKey().publicKey)).toEqual(['forged']);
  expect(verifyArchive(strToU8('no zip')).problems).toEqual([{ what: 'unreadable' }]);
});

test('from where an act was done is kept for a time, then nowhere, and all still verifies', async () => {
  const { dataSource } = house;
  await house.as('huanglei');
  while (await enterActs(dataSource));
  const acts = async () => (await listActs(dataSource, { user: 'huanglei', acts: ['logIn'] }, ofHouse, 1))[0];
  const act = await acts();
  const address = act?.about['address'];
  expect(address).toEqual(expect.stringMatching(/^[0-9a-f.:]+$/));
  expect(act?.about).not.toHaveProperty('addressDigest');
  const row = async () =>
    JSON.stringify(await dataSource.query(`select about, address, address_salt from acts where id = $1`, [act?.id]));
  expect(await row()).toContain(`"${address as string}"`);
  const change = (what: string) => dataSource.query(`update acts set ${what} where id = $1`, [act?.id]);
  await expect(change(`address = '192.0.2.7'`)).rejects.toThrow('never changed');
  await expect(change('address = null')).rejects.toThrow('never changed');
  // what somebody put there past the guard is found
  await dataSource.query('alter table acts disable trigger user');
  await change(`address = '192.0.2.7'`);
  expect((await alteredActs(dataSource)).altered).toContain(act?.id);
  await dataSource.query('update acts set address = $2 where id = $1', [act?.id, address]);
  await dataSource.query('alter table acts enable trigger user');
  const at = Date.parse(act?.at ?? '');
  await sweep(dataSource, at + 189 * 86_400_000);
  expect((await acts())?.about['address']).toBe(address);
  await sweep(dataSource, at + 191 * 86_400_000);
  expect(await row()).not.toContain(`"${address as string}"`);
  expect(await row()).toContain('"address_salt":null');
  expect((await acts())?.about).not.toHaveProperty('address');
  const { altered, missing } = await alteredActs(dataSource);
  expect([...altered, ...missing]).not.toContain(act?.id);
});
