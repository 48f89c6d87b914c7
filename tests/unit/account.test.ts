/** What concerns an account: passwords, codes of authenticator apps, scopes, where to go after logging in. */
import { describe, expect, test } from '@jest/globals';
import { newRecoveryCodes, recoveryDigest } from '../../api/sessions/recovery.js';
import { ownPath } from '../../api/sessions/next.js';
import { base32, codeOf, stepAt, stepOf, totpUri } from '../../api/sessions/totp.js';
import { readSettings } from '../../cli/environment.js';
import { passwordFault } from '../../domain/account/password.js';
import { scopeNeeded } from '../../domain/account/scope.js';

describe('a password', () => {
  const known = new Set(['password1234', 'qwertyuiop', 'iloveyou', 'correct']);
  const fault = (password: string, least = 12) =>
    passwordFault(password, { least, isKnown: (word) => known.has(word), words: ['chenjing', '陈静', '翠湖花园'] });

  test.each([
    ['short-word!', 'too-short'],
    ['Password1234', 'known-password'],
    ['qwertyuiop!!2026', 'known-password'],
    ['iloveyouiloveyou', 'known-password'],
    ['aaaaaaaaaaaaaa', 'guessable-password'],
    ['123456789012', 'guessable-password'],
    ['abcdefghijklmn', 'guessable-password'],
    ['ChenJing20260101', 'guessable-password'],
    ['huiyin-huiyin-1', 'guessable-password'],
    ['翠湖花园物业陈静888888', 'guessable-password'],
  ])('%s is refused: %s', (password, why) => {
    expect(fault(password)).toBe(why);
  });

  test.each(['correct horse battery staple', '三月的风吹过长长的河堤岸', 'kR7-vw2Lq-90x', 'lluvia sobre el tejado'])(
    '%s is taken, whatever it is made of',
    (password) => {
      expect(fault(password)).toBeUndefined();
    },
  );

  test('is shorter beside a second factor', () => {
    expect(fault('wxyt-73q', 12)).toBe('too-short');
    expect(fault('wxyt-73q', 8)).toBeUndefined();
  });
});

describe('codes of an authenticator app', () => {
  const secret = Buffer.from('12345678901234567890');

  test.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('are those of RFC 6238, appendix B: second %d', (second, code) => {
    expect(codeOf(secret, stepAt(second * 1_000), 8)).toBe(code);
  });

  test.each(
    [755224, 287082, 359152, 969429, 338314, 254676, 287922, 162583, 399871, 520489].map((code, i) => [i, code]),
  )('are those of RFC 4226, appendix D: count %d', (count, code) => {
    expect(codeOf(secret, count)).toBe(String(code));
  });

  test('hold half a minute before and after, no longer', () => {
    const now = Date.UTC(2026, 2, 2, 9, 30);
    const at = stepAt(now);
    for (const step of [at - 1, at, at + 1]) expect(stepOf(secret, codeOf(secret, step), now)).toBe(step);
    for (const step of [at - 2, at + 2]) expect(stepOf(secret, codeOf(secret, step), now)).toBeUndefined();
    for (const none of ['', '12345', '1234567', '12345a', '１２３４５６'])
      expect(stepOf(secret, none, now)).toBeUndefined();
  });

  test('come from a secret that is told as apps take it', () => {
    // RFC 4648, section 10, without padding
    expect(['f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((word) => base32(Buffer.from(word)))).toEqual(
      ['MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'], // prettier-ignore
    );
    const uri = new URL(totpUri(secret, '陈静'));
    expect(uri.protocol).toBe('otpauth:');
    expect(uri.searchParams.get('secret')).toBe(base32(secret));
  });
});

test('recovery codes are ten, all different, and read however they are typed', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  const [code = ''] = codes;
  expect(recoveryDigest('u', ` ${code.toUpperCase().replaceAll('-', ' ')}`)).toBe(recoveryDigest('u', code));
  expect(recoveryDigest('v', code)).not.toBe(recoveryDigest('u', code));
});

describe('after logging in', () => {
  test.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\/evil.example',
    '/a\\..\\evil',
    'javascript:alert(1)',
    '/%0d%0aLocation: x',
    '/api/session/oidc/leave',
    ' /tasks',
    '',
  ])('%j leads home', (next) => {
    expect(ownPath(next)).toBe('/');
  });
  test.each(['/tasks', '/complaints?status=open&mine=1', '/complaints/a%20b#x'])('%s is a place of ours', (next) => {
    expect(ownPath(next)).toBe(next);
  });
});

test('a program needs a scope for each thing, and for some there is none', () => {
  expect(scopeNeeded('GET', '/api/complaints/:id')).toBe('read');
  expect(scopeNeeded('POST', '/api/complaints')).toBe('file');
  expect(scopeNeeded('POST', '/api/complaints/:id/approve')).toBe('commands');
  expect(scopeNeeded('POST', '/api/codec/decode')).toBe('codec');
  for (const [method, route] of [
    ['GET', '/api/account'],
    ['GET', '/api/account/sessions'],
    ['GET', '/api/tokens'],
    ['POST', '/api/tokens'],
    ['PUT', '/api/account/password'],
    ['POST', '/api/rulebooks'],
    ['DELETE', '/api/notice-channels/:id'],
    ['POST', ''],
  ] as const) {
    expect(scopeNeeded(method, route)).toBeUndefined();
  }
});

describe('the settings of signing in', () => {
  const provider = {
    HUIYIN_OIDC_ISSUER: 'https://id.example.cn',
    HUIYIN_OIDC_CLIENT_ID: 'huiyin',
    HUIYIN_PUBLIC_URL: 'https://tousu.example.cn',
  };
  test('are careful where nothing is said', () => {
    expect(readSettings({}).signIn).toMatchObject({ provider: undefined, secondFactorFor: [] });
    expect(readSettings(provider).signIn.provider).toMatchObject({
      linkBy: 'email',
      creates: false,
      secondFactor: false,
      logsOut: false,
    });
  });
  test.each([
    ['HUIYIN_OIDC_ISSUER', { ...provider, HUIYIN_OIDC_ISSUER: 'http://id.example.cn' }],
    ['HUIYIN_OIDC_CLIENT_ID', { ...provider, HUIYIN_OIDC_CLIENT_ID: '' }],
    ['HUIYIN_PUBLIC_URL', { ...provider, HUIYIN_PUBLIC_URL: '' }],
    ['HUIYIN_OIDC_LINK_BY', { ...provider, HUIYIN_OIDC_LINK_BY: 'name' }],
    ['HUIYIN_SECOND_FACTOR_ROLES', { HUIYIN_SECOND_FACTOR_ROLES: 'admin, boss' }],
    ['HUIYIN_SESSION_HOURS', { HUIYIN_SESSION_HOURS: '0' }],
    ['HUIYIN_TRUSTED_PROXIES', { HUIYIN_TRUSTED_PROXIES: 'proxy' }],
  ])('refuse what is wrong, and name %s', (name, env) => {
    expect(() => readSettings(env)).toThrow(name);
  });
});
