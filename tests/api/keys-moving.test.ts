/** Keys moved from a file to a key service and back, to its newest version, and destroyed for ever. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../database/data-source.js';
import { KeyDestroyed, Keyring } from '../../vault/keyring.js';
import { fileKeysFrom, type MasterKey, masterKeysOf, newMasterKeyLine } from '../../vault/master.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { KeyServiceStandIn } from '../support/key-service.js';

let service: KeyServiceStandIn;
let master: MasterKey;
let database: TestDatabase;
let dataSource: DataSource;

beforeEach(async () => {
  service = new KeyServiceStandIn();
  master = await service.masterKey();
  database = await cloneDatabase();
  dataSource = await createDataSource({ url: database.url }).initialize();
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
  await service.close();
});

const ring = (current: MasterKey, ...others: MasterKey[]) => new Keyring(dataSource, masterKeysOf(current, ...others));

test('keys move from a file to the service, to its newest version, and back; a destroyed one stays so', async () => {
  const [file] = fileKeysFrom(newMasterKeyLine(new Date('2026-01-01')));
  const before = ring(file);
  const ids = Array.from({ length: 45 }, (_, i) => `moved-${String(i).padStart(2, '0')}`);
  const made = await Promise.all(ids.map((id) => before.keysOf(id)));
  await before.destroy('moved-07', 'admin', '个人信息保护法第四十七条');
  const kept = ids.map((id, i) => ({ id, keys: made[i] })).filter(({ id }) => id !== 'moved-07');
  const same = async (keyring: Keyring) => {
    for (const { id, keys } of kept) expect(await keyring.keysOf(id)).toEqual(keys);
    await expect(keyring.keysOf('moved-07')).rejects.toThrow(KeyDestroyed);
    await expect(keyring.begin('moved-07')).rejects.toThrow(KeyDestroyed);
  };
  // read before anything is moved, and moved to the end
  await same(ring(master, file));
  const told: number[] = [];
  expect(await ring(master, file).rotate((done) => told.push(done))).toBe(44);
  expect(told).toEqual([20, 40, 44]);
  await same(ring(master));
  await expect(ring(file).keysOf('moved-00')).rejects.toThrow('not among those given');
  service.rotate('huiyin');
  const newest = await master.newest();
  expect(await ring(master).rotate()).toBe(44);
  expect(await ring(master).rotate()).toBe(0);
  expect(await ring(master).wrapped()).toEqual({ newest, by: [{ master: newest, keys: 44 }] });
  service.rotate('huiyin', Number(newest.split(':v')[1]));
  await same(ring(master));
  expect(await ring(file, master).rotate()).toBe(44);
  await same(ring(file));
});

test('a rotation that is broken off goes on where it was', async () => {
  const keyring = ring(master);
  for (let i = 0; i < 30; i++) await keyring.keysOf(`broken-${i}`);
  service.rotate('huiyin');
  const sealing = ring(master).rotate(() => (service.state = 'sealed'));
  await expect(sealing).rejects.toMatchObject({ reason: 'sealed' });
  service.state = 'open';
  expect(await ring(master).rotate()).toBe(10);
});

test('a key that is destroyed while its unwrapping waits is not given any more', async () => {
  const id = 'destroyed-meanwhile';
  await ring(master).keysOf(id);
  service.state = 'sealed';
  const waiting = new Keyring(dataSource, masterKeysOf(master), { most: Infinity });
  service.asked.length = 0;
  const keys = waiting.keysOf(id);
  keys.catch(() => undefined);
  await eventually(() => Promise.resolve(service.asked.length > 0));
  await ring(master).destroy(id, 'admin', '个人信息保护法第四十七条');
  service.state = 'open';
  await expect(keys).rejects.toThrow(KeyDestroyed);
});
