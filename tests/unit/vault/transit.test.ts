/** A master key at a key service, asked over HTTP. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { patiently } from '../../../vault/patience.js';
import { tokensByRole, tokensFromFile } from '../../../vault/transit/tokens.js';
import { TransitKey } from '../../../vault/transit/transit-key.js';
import { transportTo } from '../../../vault/transit/transport.js';
import { KeyRefused, type KeysUnavailable } from '../../../vault/unavailable.js';
import { KeyServiceStandIn } from '../../support/key-service.js';

let service: KeyServiceStandIn;
let address: string;
let folder: string;
const key = new Uint8Array(32).fill(7);
const token = 's.first';

beforeEach(async () => {
  service = new KeyServiceStandIn();
  service.tokens.add(token);
  service.makeKey('huiyin');
  address = await service.listen();
  folder = await mkdtemp(join(tmpdir(), 'huiyin-keys-'));
  await writeFile(join(folder, 'token'), `${token}\n`);
});
afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

function open({ mount = 'transit', name = 'huiyin', namespace = undefined as string | undefined } = {}): TransitKey {
  const place = { address, namespace, mount, key: name };
  return new TransitKey(place, transportTo({ ...place, patience: 500 }), tokensFromFile(join(folder, 'token')));
}

test.each([true, false])('a key is wrapped for one owner alone (derived: %s)', async (derived) => {
  service.makeKey('huiyin', { derived });
  const { under, wrapped } = await open().wrap(key, 'a');
  expect(under).toBe('transit/huiyin:v1');
  expect(Buffer.from(wrapped).toString()).toMatch(/^vault:v1:/);
  expect(await open().unwrap(wrapped, 'a')).toEqual(key);
  await expect(open().unwrap(wrapped, 'b')).rejects.toThrow(KeyRefused);
  const altered = wrapped.slice();
  altered.fill(65, -6, -2);
  await expect(open().unwrap(altered, 'a')).rejects.toThrow(KeyRefused);
});

test.each([
  [true, ['POST transit/rewrap/huiyin']],
  [false, ['POST transit/decrypt/huiyin', 'POST transit/encrypt/huiyin']],
])('a key is rewrapped by the newest version (derived: %s)', async (derived, asked) => {
  service.makeKey('huiyin', { derived });
  const master = open();
  const { wrapped: old } = await master.wrap(key, 'a');
  service.rotate('huiyin');
  expect(await master.newest()).toBe('transit/huiyin:v2');
  service.asked.length = 0;
  const { under, wrapped } = await master.rewrap(old, 'a');
  expect(service.asked).toEqual(asked);
  expect(under).toBe('transit/huiyin:v2');
  service.rotate('huiyin', 2);
  expect(await master.unwrap(wrapped, 'a')).toEqual(key);
  await expect(master.unwrap(old, 'a')).rejects.toThrow('too old');
});

test('a key that is missing is said to be, and not made by wrapping', async () => {
  await expect(open({ name: 'other' }).wrap(key, 'a')).rejects.toMatchObject({ reason: 'no-key' });
  expect(service.asked).toEqual(['GET transit/keys/other']);
  await expect(open({ mount: 'elsewhere' }).newest()).rejects.toMatchObject({ reason: 'no-mount' });
  await expect(open({ namespace: 'none' }).newest()).rejects.toMatchObject({ reason: 'no-namespace' });
  service.namespace = 'none';
  expect(await open({ namespace: 'none' }).newest()).toBe('transit/huiyin:v1');
});

test.each([
  ['sealed', 'sealed'],
  ['failing', 'failing'],
  ['busy', 'busy'],
  ['slow', 'unreachable'],
  ['away', 'unreachable'],
] as const)('what is %s is waited for', async (state, reason) => {
  const master = open();
  const { wrapped } = await master.wrap(key, 'a');
  service.state = state;
  await expect(master.unwrap(wrapped, 'a')).rejects.toMatchObject({ reason, passes: true });
  const told: string[] = [];
  const unseal = (error: KeysUnavailable) => {
    told.push(error.reason);
    service.state = 'open';
  };
  const waiting = patiently({ most: Infinity, told: unseal }, () => master.unwrap(wrapped, 'a'));
  expect(await waiting).toEqual(key);
  expect(told).toEqual([reason]);
});

test('an address where something else answers is said to be one', async () => {
  service.state = 'strange';
  await expect(open().newest()).rejects.toMatchObject({ reason: 'elsewhere', passes: false });
});

test('who waits for ever waits for rights as well, but not for a key that is refused, and not after the end', async () => {
  const master = open();
  const { wrapped } = await master.wrap(key, 'a');
  service.forbidden.add('decrypt');
  const unwrap = () => master.unwrap(wrapped, 'a');
  await expect(patiently({ most: 60_000 }, unwrap)).rejects.toMatchObject({ reason: 'forbidden' });
  expect(await patiently({ most: Infinity, told: () => service.forbidden.clear() }, unwrap)).toEqual(key);
  await expect(patiently({ most: Infinity }, () => master.unwrap(wrapped, 'b'))).rejects.toThrow(KeyRefused);
  service.state = 'sealed';
  const ended = new AbortController();
  const waiting = patiently({ most: Infinity, ended: ended.signal, told: () => ended.abort() }, unwrap);
  await expect(waiting).rejects.toMatchObject({ reason: 'sealed' });
});

test('a new token in the file is taken without a restart', async () => {
  const master = open();
  await master.newest();
  service.tokens.clear();
  await expect(master.newest()).rejects.toMatchObject({ reason: 'forbidden' });
  service.tokens.add('s.second');
  await writeFile(join(folder, 'token'), 's.second');
  expect(await master.newest()).toBe('transit/huiyin:v1');
  await writeFile(join(folder, 'token'), '\n');
  await expect(master.newest()).rejects.toMatchObject({ reason: 'no-credentials' });
});

test('a role logs in once, again before its token ends, and again when it is refused', async () => {
  service.roles.set('role', 'secret');
  await writeFile(join(folder, 'secret'), 'secret');
  let now = 0;
  const place = { address, mount: 'transit', key: 'huiyin' };
  const transport = transportTo({ ...place, patience: 500 });
  const role = { mount: 'approle', roleId: 'role', secretIdFile: join(folder, 'secret') };
  const master = new TransitKey(
    place,
    transport,
    tokensByRole(role, transport, () => now),
  );
  const logins = () => service.asked.filter((asked) => asked === 'POST auth/approle/login').length;
  await Promise.all([master.newest(), master.newest(), master.newest()]);
  expect(logins()).toBe(1);
  now = 39_999;
  await master.newest();
  expect(logins()).toBe(1);
  now = 40_000;
  await master.newest();
  expect(logins()).toBe(2);
  service.tokens.clear();
  await master.newest();
  expect(logins()).toBe(3);
  await writeFile(join(folder, 'secret'), 'wrong');
  service.tokens.clear();
  await expect(master.newest()).rejects.toMatchObject({ reason: 'sign-in' });
  expect(logins()).toBe(4);
});
