/** What the answers of a key service mean, and how long is waited. */
import { expect, test } from '@jest/globals';
import { pauseAfter } from '../../../vault/patience.js';
import { dataOf, descriptionOf, versionOf } from '../../../vault/transit/answers.js';
import { KeyRefused, KeysUnavailable } from '../../../vault/unavailable.js';

const place = { address: 'https://bao.example.com', namespace: 'ns', mount: 'transit', key: 'huiyin' };

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

test.each([
  ['sealed', true, 503, ['Vault is sealed']],
  ['failing', true, 503, ['no leader']],
  ['failing', true, 500, ['internal error']],
  ['failing', true, 502, undefined],
  ['busy', true, 429, ['rate limit quota exceeded']],
  ['forbidden', false, 403, ['permission denied']],
  ['no-key', false, 404, []],
  ['no-key', false, 400, ['encryption key not found']],
  ['no-mount', false, 404, ['no handler for route "transit/keys/huiyin". route entry not found.']],
  ['no-namespace', false, 404, ['namespace not found']],
  ['elsewhere', false, 404, undefined],
  ['elsewhere', false, 307, undefined],
])('%s (passes: %s) is what %i %j says', (reason, passes, status, errors) => {
  const error = thrown(() => dataOf({ status, body: errors && { errors } }, place, 'encrypt'));
  expect(error).toBeInstanceOf(KeysUnavailable);
  expect(error).toMatchObject({ reason, passes });
});

test.each([
  'cipher: message authentication failed',
  'invalid ciphertext: no prefix',
  'ciphertext or signature version is disallowed by policy (too old)',
])('a key that is not opened because of "%s" is refused: waiting does not help', (said) => {
  const error = thrown(() => dataOf({ status: 400, body: { errors: [said] } }, place, 'decrypt'));
  expect(error).toBeInstanceOf(KeyRefused);
  expect((error as Error).message).toContain(said);
});

test('a 200 without data is no key service', () => {
  expect(thrown(() => dataOf({ status: 200, body: undefined }, place, 'decrypt'))).toMatchObject({
    reason: 'elsewhere',
  });
  expect(dataOf({ status: 200, body: { data: { plaintext: 'AA==' } } }, place, 'decrypt')).toEqual({
    plaintext: 'AA==',
  });
});

test('only a cipher that authenticates is fit', () => {
  const data = { type: 'aes256-gcm96', derived: true, latest_version: 3, name: 'huiyin' };
  expect(descriptionOf(data, place)).toEqual({ derived: true, latest: 3 });
  for (const type of ['rsa-2048', 'ed25519', undefined])
    expect(thrown(() => descriptionOf({ ...data, type }, place))).toMatchObject({ reason: 'unfit-key' });
});

test('the version stands in front of a wrapped key', () => {
  expect(versionOf('vault:v12:AAAA')).toBe(12);
  expect(() => versionOf('AAAA')).toThrow(KeyRefused);
});

test('pauses grow from a tenth of a second to half a minute, spread by half', () => {
  expect([1, 2, 3, 4].map((n) => pauseAfter(n, 1))).toEqual([200, 400, 800, 1_600]);
  expect(pauseAfter(1, 0)).toBe(100);
  expect(pauseAfter(1_000, 1)).toBe(30_000);
  expect(pauseAfter(1_000, 0)).toBe(15_000);
});
