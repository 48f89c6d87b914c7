import { describe, expect, test } from '@jest/globals';
import { childEnvironment, readSettings } from '../../../cli/environment.js';

describe('the settings', () => {
  test('have defaults that need no environment', () => {
    expect(readSettings({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      temporalNamespace: 'huiyin',
      demoPassword: undefined,
      databaseUrl: undefined,
    });
  });

  test.each([
    ['HUIYIN_PORT', 'abc'],
    ['HUIYIN_PORT', '70000'],
    ['TEMPORAL_ADDRESS', 'nowhere'],
    ['DATABASE_URL', 'mysql://u@h/d'],
    ['HUIYIN_LOG_LEVEL', 'loud'],
  ])('refuse %s=%s with a sentence that names it', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });

  test('never repeat a secret in a refusal', () => {
    const read = () => readSettings({ HUIYIN_DEMO_PASSWORD: 'hush', DATABASE_URL: 'hush' });
    expect(read).not.toThrow('hush');
    expect(read).toThrow();
  });

  test('reach a child process as they are', () => {
    const settings = readSettings({ HUIYIN_PORT: '4000', TEMPORAL_ADDRESS: 'engine:7233', HUIYIN_LOG_LEVEL: 'warn' });
    expect(readSettings(childEnvironment(settings))).toMatchObject({
      port: 4000,
      temporalAddress: 'engine:7233',
      logLevel: 'warn',
    });
  });
});
