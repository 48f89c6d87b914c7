import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { keyServiceOf, keyServiceWords } from '../../../cli/key-service.js';
import { projectFolder } from '../../../cli/paths.js';
import { KeysUnavailable } from '../../../vault/unavailable.js';

const some = { HUIYIN_KMS_ADDRESS: 'https://bao.example.com:8200/', HUIYIN_KMS_TOKEN_FILE: '/run/token' };

describe('the settings of a key service', () => {
  test('are none without any, and have defaults', () => {
    expect(keyServiceOf({})).toBeUndefined();
    expect(keyServiceOf(some)).toEqual({
      address: 'https://bao.example.com:8200',
      namespace: undefined,
      mount: 'transit',
      key: 'huiyin',
      caFile: undefined,
      signIn: { tokenFile: '/run/token' },
      wraps: true,
    });
    const role = { HUIYIN_KMS_ROLE_ID: 'r', HUIYIN_KMS_SECRET_ID_FILE: '/run/secret' };
    expect(
      keyServiceOf({ ...role, HUIYIN_KMS_ADDRESS: 'http://127.0.0.1:8200', HUIYIN_KMS_WRAPS: 'no' }),
    ).toMatchObject({
      signIn: { mount: 'approle', roleId: 'r', secretIdFile: '/run/secret' },
      wraps: false,
    });
  });

  test.each([
    ['HUIYIN_KMS_ADDRESS', { HUIYIN_KMS_KEY: 'huiyin' }],
    ['HUIYIN_KMS_ADDRESS', { ...some, HUIYIN_KMS_ADDRESS: 'http://bao.example.com' }],
    ['HUIYIN_KMS_ADDRESS', { ...some, HUIYIN_KMS_ADDRESS: 'https://bao.example.com/v1' }],
    ['HUIYIN_KMS_TOKEN_FILE', { HUIYIN_KMS_ADDRESS: some.HUIYIN_KMS_ADDRESS }],
    ['HUIYIN_KMS_SECRET_ID_FILE', { HUIYIN_KMS_ADDRESS: some.HUIYIN_KMS_ADDRESS, HUIYIN_KMS_ROLE_ID: 'r' }],
    ['HUIYIN_KMS_TOKEN_FILE', { ...some, HUIYIN_KMS_ROLE_ID: 'r', HUIYIN_KMS_SECRET_ID_FILE: '/run/secret' }],
    ['HUIYIN_KMS_KEY', { ...some, HUIYIN_KMS_KEY: '../sys/seal' }],
    ['HUIYIN_KMS_MOUNT', { ...some, HUIYIN_KMS_MOUNT: 'a b' }],
    ['HUIYIN_KMS_WRAPS', { ...some, HUIYIN_KMS_WRAPS: 'maybe' }],
  ])('are refused with a sentence that names %s', (name, env) => {
    expect(() => keyServiceOf(env)).toThrow(name);
  });

  test('what is wrong is said with what to do', () => {
    const error = new KeysUnavailable('sealed', 'the key service https://bao.example.com is sealed');
    expect(keyServiceWords(error)).toMatch(/^The key service .* is sealed\. Somebody .* must unseal it/);
  });

  test('all have a place in the file for Docker, and none there is unknown', () => {
    const files = ['docker/key-service.yaml', 'cli/key-service.ts'];
    const [docker = '', program = ''] = files.map((name) => readFileSync(join(projectFolder, name), 'utf8'));
    const { services } = parse(docker, { merge: true }) as {
      services: Record<string, { environment: Record<string, string> }>;
    };
    const read = [...new Set(program.match(/HUIYIN_KMS_[A-Z_]+[A-Z]/g))].sort();
    for (const name of ['api', 'worker']) expect(Object.keys(services[name]?.environment ?? {}).sort()).toEqual(read);
  });
});
