/** Requests that are made for somebody: none reaches into the house, by whatever name, number, turn or change of mind. */
import type { lookup, LookupAddress } from 'node:dns';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { isInside, post } from '../../../courier/delivery/post.js';
import { openHook } from '../../courier/office.js';
import { addressProblem } from '../../../domain/notice/channel.js';

/** What each asking of a name is answered, one after the other. */
let answers: LookupAddress[][] = [];
let askedFor: string[] = [];
const resolve = ((name: string, _: object, done: (error: Error | null, found: LookupAddress[]) => void) => {
  askedFor.push(name);
  done(null, answers.shift() ?? []);
}) as unknown as typeof lookup;

let server: Server;
let reached = 0;
beforeAll(async () => {
  server = createServer((socket) => {
    reached++;
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => new Promise<void>((done) => void server.close(() => done())));
afterEach(() => {
  answers = [];
  askedFor = [];
});
const port = () => (server.address() as AddressInfo).port;
const call = (host: string) =>
  post(`https://${host}:${port()}/hook`, '{}', {}, { openly: false, patience: 2_000, resolve });
const v4 = (address: string): LookupAddress => ({ address, family: 4 });
const v6 = (address: string): LookupAddress => ({ address, family: 6 });

const inside = [
  '127.0.0.1', '127.1.2.3', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.254', '192.168.1.1', '169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1', '240.0.0.1',
  '255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:a00:1', '::ffff:169.254.169.254', '::127.0.0.1', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'fec0::1', 'ff02::1', '64:ff9b::a00:1',
  '64:ff9b:1::1', '2002:7f00:1::', '2002:a00:1::1', '2001::1', '2001:db8::1', '100::1', '5f00::1',
]; // prettier-ignore

test.each(inside)('%s is never connected to, as a number or by a name that leads there', async (address) => {
  expect(isInside(address)).toBe(true);
  const isSix = address.includes(':');
  await expect(call(isSix ? `[${address}]` : address)).rejects.toThrow(/inside/);
  answers = [[isSix ? v6(address) : v4(address)]];
  await expect(call('hook.example.com')).rejects.toThrow(/inside/);
  expect(reached).toBe(0);
});

test.each(['2130706433', '0x7f000001', '0177.0.0.1', '127.1', '127.0.0.1.', '0x7f.1', '⑫⑦.⓪.⓪.①'])(
  'another way to write a number leads nowhere else: %s',
  async (host) => {
    answers = [[v4('127.0.0.1')]];
    await expect(call(host)).rejects.toThrow(/inside/);
    expect(addressProblem('webhook', `https://${host}/hook`, false)).toMatch(/this machine or network/);
    expect(reached).toBe(0);
  },
);

describe('a name', () => {
  test('is asked for once: what was looked at is what is connected to', async () => {
    // the second time it would lead inside
    answers = [[v4('127.0.0.1'), v6('::1'), v4('10.0.0.1')], [v4('127.0.0.1')]];
    await expect(call('rebinding.example.com')).rejects.toThrow(/inside/);
    expect(askedFor).toEqual(['rebinding.example.com']);
    expect(reached).toBe(0);
  });

  test.each([
    'localhost',
    'app.localhost',
    'db',
    'printer.local',
    'vault.internal',
    'router.lan',
    'x.corp',
    'metadata.google.internal',
  ])('%s is refused where it is written down', (name) =>
    expect(addressProblem('webhook', `https://${name}/`, false)).toMatch(/this machine or network/),
  );
});

test.each([301, 302, 303, 307, 308])('a redirection is not followed: %d', async (status) => {
  const other = await openHook(() => ({ status: 200 }));
  const hook = await openHook(() => ({ status, headers: { location: `${other.url}/inside` } }));
  const { status: answered } = await post(`${hook.url}/hook`, '{}', {}, { openly: true, patience: 5_000 });
  expect(answered).toBe(status);
  expect(other.arrivals).toEqual([]);
  await Promise.all([hook.close(), other.close()]);
});

test.each([
  'file:///etc/passwd',
  'gopher://x/',
  'ftp://example.com/',
  'http://example.com/',
  'data:,x',
  'javascript:1',
  'https://u:p@example.com/',
])('%s is no address to send to', (address) => expect(addressProblem('webhook', address, false)).toBeDefined());
