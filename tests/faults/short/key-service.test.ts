/** The whole house on a key service: a complaint to its end, and a start while the service is away. */
import { randomUUID } from 'node:crypto';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { callerOf } from '../../api/house.js';
import { type RunningHouse, startHouse } from '../../support/house.js';
import { KeyServiceStandIn } from '../../support/key-service.js';
import { newSeen } from '../person.js';
import { gather, workOne } from '../work.js';

const service = new KeyServiceStandIn();
let folder: string;
let env: Record<string, string>;
let house: RunningHouse;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiyin-keys-'));
  const token = join(folder, 'token');
  await writeFile(token, 's.token\n', { mode: 0o600 });
  service.makeKey('huiyin');
  service.tokens.add('s.token');
  env = { HUIYIN_KMS_ADDRESS: await service.listen(), HUIYIN_KMS_TOKEN_FILE: token };
  house = await startHouse({ env });
});
afterAll(async () => {
  await house.stop();
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

const statusOf = async (id: string): Promise<unknown> => {
  const { people } = await gather(house.url, house.password, newSeen());
  return (await people.get('reception')?.get(`/api/complaints/${id}`))?.body['status'];
};

test('a complaint goes all its way under a key that the service alone can open', async () => {
  const seen = newSeen();
  const id = await workOne(await gather(house.url, house.password, seen), 1);
  expect(await statusOf(id)).toBe('closed');
  expect(seen.odd).toEqual([]);
  expect(service.asked.some((one) => one.startsWith('POST transit/encrypt'))).toBe(true);
  await expect(access(join(house.dataFolder, 'master.keys'))).rejects.toThrow('ENOENT');
});

test('the house starts while the service is sealed, says so, shows what is in the tables, and goes on when it is open', async () => {
  const { people, project } = await gather(house.url, house.password, newSeen());
  const told = { project, channel: 'phone', category: 'equipment', text: '电梯停运', complainant: { name: '周女士' } };
  const filed = await people.get('reception')?.post('/api/complaints', told, randomUUID());
  const id = String(filed?.body['id']);
  const { dataFolder } = house;
  await house.stop({ keepData: true });
  service.state = 'sealed';
  house = await startHouse({ dataFolder, env });
  expect(house.output()).toContain('is sealed');
  expect(await statusOf(id)).toBe('received');
  // once, and without insisting
  const session = { username: 'reception', password: house.password };
  const { headers } = await callerOf(house.url, {}).post('/api/session', session);
  const cookie = headers.getSetCookie().map((one) => one.split(';')[0]).join('; '); // prettier-ignore
  const refused = await callerOf(house.url, { cookie }).post('/api/complaints', told);
  expect(refused).toMatchObject({ status: 503, body: { code: 'keys-unavailable' } });

  const seen = newSeen();
  const crowd = await gather(house.url, house.password, seen);
  const accepted = crowd.people.get('supervisor')?.post(`/api/complaints/${id}/accept`, {}, randomUUID());
  service.state = 'open';
  expect(await accepted).toMatchObject({ status: 200 });
  expect(await statusOf(await workOne(crowd, 2))).toBe('closed');
  expect(seen.odd).toEqual([]);
});
