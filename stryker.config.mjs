/**
 * Mutants of what reckons time and severity, against the quick unit tests; `npm run test:mutation` (docs/testing.md).
 * The cheapest tests come first: the first that fails ends a mutant.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['domain/calendar/*.ts', 'domain/complaint/{deadlines,severity,evolve-clocks,extension}.ts'],
  testRunner: 'huiyin',
  plugins: ['./dist/tests/mutation/runner.js'],
  quickTests: [
    'tests/unit/reckon.test.ts',
    'tests/unit/zone.test.ts',
    'tests/unit/publishing.test.ts',
    'tests/unit/oracle.test.ts',
    'tests/unit/own-calendar.test.ts',
    'tests/unit/clocks.test.ts',
    'tests/unit/another-version.test.ts',
    'tests/unit/ledger.test.ts',
    'tests/unit/storylines.test.ts',
    'tests/unit/properties.test.ts',
  ],
  ignorePatterns: ['**', '!domain/**', '!tests/', '!tests/unit/**', '!rulebooks/**'],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  maxTestRunnerReuse: 200,
  timeoutMS: 4000,
  timeoutFactor: 1.2,
  disableTypeChecks: false,
  tempDirName: '.cache/mutants',
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { reportTests: false, logTests: false },
  jsonReporter: { fileName: '.cache/mutation/report.json' },
  htmlReporter: { fileName: '.cache/mutation/report.html' },
};
