/** A house whose keys a key service wraps: what it does while that is away. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { verifyComplaint } from '../../proof/complaint.js';
import { Keyring } from '../../vault/keyring.js';
import { type MasterKey, masterKeysOf } from '../../vault/master.js';
import { eventually } from '../support/eventually.js';
import { KeyServiceStandIn } from '../support/key-service.js';
import { intake, openHouse, type TestHouse } from './house.js';

const service = new KeyServiceStandIn();
let master: MasterKey;
let house: TestHouse;

beforeAll(async () => {
  master = await service.masterKey();
  house = await openHouse({}, masterKeysOf(master));
});
beforeEach(() => {
  service.state = 'open';
  service.forbidden.clear();
});
afterAll(async () => {
  await house.close();
  await service.close();
});

const under = async (id: string) => {
  const [row] = await house.dataSource.query<{ master: string }[]>(
    'select master from complaint_keys where complaint_id = $1',
    [id],
  );
  return row?.master;
};

test('a complaint goes its way under a key that the service wraps; no plain key and no complaint is ever sent there twice', async () => {
  service.asked.length = 0;
  const id = await house.file();
  expect((await (await house.as('supervisor')).post(`/api/complaints/${id}/accept`, {})).status).toBe(200);
  expect(await under(id)).toBe('transit/huiyin:v1');
  // one wrap by the API, one unwrap by the worker
  const asked = service.asked.filter((one) => one.startsWith('POST') && !one.includes('login'));
  expect(asked.filter((one) => one.includes('encrypt'))).toHaveLength(1);
  expect(asked.filter((one) => one.includes('decrypt')).length).toBeLessThanOrEqual(2);
});

test('while it is sealed nothing new is taken, and nobody is told otherwise; afterwards the same request is taken once', async () => {
  const reception = await house.as('reception');
  const headers = { 'idempotency-key': randomUUID() };
  const title = `封存期间 ${randomUUID()}`;
  service.state = 'sealed';
  const refused = await reception.post('/api/complaints', { ...intake, text: title }, headers);
  expect(refused).toMatchObject({ status: 503, body: { code: 'keys-unavailable' } });
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(JSON.stringify(refused.body)).not.toContain('127.0.0.1');
  service.state = 'open';
  const taken = await reception.post('/api/complaints', { ...intake, text: title }, headers);
  expect(taken.status).toBe(201);
  const rows = await house.dataSource.query(`select 1 from complaints where state ->> 'text' = $1`, [title]);
  expect(rows).toHaveLength(1);
});

test('a workflow whose key cannot be had waits for it; others go on, and nothing is lost', async () => {
  const known = await house.file();
  const supervisor = await house.as('supervisor');
  expect((await supervisor.post(`/api/complaints/${known}/comment`, { text: '先前的' })).status).toBe(200);
  service.forbidden.add('decrypt');
  service.asked.length = 0;
  const id = await house.file();
  await eventually(() => Promise.resolve(service.asked.filter((one) => one.includes('decrypt')).length > 1));
  expect((await supervisor.post(`/api/complaints/${known}/accept`, {})).status).toBe(200);
  service.forbidden.clear();
  expect((await supervisor.post(`/api/complaints/${id}/accept`, {})).status).toBe(200);
  expect(house.faults).toEqual([]);
});

test('while keys are away a complaint is not said to be altered, nor its key to be destroyed', async () => {
  const id = await house.file();
  const others = new Keyring(house.dataSource, masterKeysOf(master));
  service.state = 'away';
  await expect(verifyComplaint(house.dataSource, id, others.saltOf)).rejects.toMatchObject({ reason: 'unreachable' });
  service.state = 'open';
  expect(await verifyComplaint(house.dataSource, id, others.saltOf)).not.toContainEqual(
    expect.objectContaining({ what: 'event-altered' }),
  );
});
