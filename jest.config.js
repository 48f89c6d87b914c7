/**
 * One project per kind of test; `npm test` runs them all but the long faults and the bench.
 * The services (PostgreSQL, engine) start only when a project that needs them has tests to run.
 */
const services = '<rootDir>/tests/support/global-setup.mjs';
const browser = '<rootDir>/tests/support/global-setup-e2e.mjs';
const servicesDown = '<rootDir>/tests/support/global-teardown.mjs';

// says of a failure what pages and houses said
const talkative = '<rootDir>/tests/support/page-environment.mjs';

const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      swcrc: false,
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        keepClassNames: true,
      },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    },
  ],
};

function project(name, { folder = `tests/${name}`, setup, timeout = 60_000, environment = 'node' } = {}) {
  return {
    displayName: name,
    rootDir: import.meta.dirname,
    testMatch: [`<rootDir>/${folder}/**/*.test.ts`],
    testEnvironment: environment,
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
    modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.cache/'],
    transform,
    setupFilesAfterEnv: ['<rootDir>/tests/support/setup-file.mjs'],
    globals: { testPatience: timeout },
    ...(setup ? { globalSetup: setup, globalTeardown: servicesDown } : {}),
  };
}

/** @type {import('jest').Config} */
export default {
  maxWorkers: '100%',
  testSequencer: '<rootDir>/tests/support/sequencer.mjs',
  projects: [
    project('unit'),
    project('replay', { timeout: 120_000 }),
    project('record', { setup: services, timeout: 60_000 }),
    project('workflows', { setup: services, timeout: 300_000 }),
    project('courier', { setup: services, timeout: 300_000 }),
    project('api', { setup: services, timeout: 300_000 }),
    project('e2e', { setup: browser, timeout: 300_000, environment: talkative }),
    project('faults-short', { folder: 'tests/faults/short', timeout: 300_000, environment: talkative }),
    project('faults', { folder: 'tests/faults/long', timeout: 900_000 }),
  ],
};
