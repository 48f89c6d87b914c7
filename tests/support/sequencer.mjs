// The longest files first, so that no lane is left with one when the others have ended. Jest alone goes by the size
// of a file where it has not yet seen how long it takes, which is always so on a new machine.
import { createRequire } from 'node:module';
import { relative } from 'node:path';

// Jest's own, which comes with it
const jest = createRequire(createRequire(import.meta.url).resolve('jest'));
const { default: Sequencer } = jest('@jest/test-sequencer');

/** In seconds, about: of a file of each kind, and of those that take far longer. */
const usual = { e2e: 30, 'faults-short': 35, workflows: 15, courier: 8, api: 10, replay: 8, unit: 1 };
const long = {
  'tests/e2e/axe.test.ts': 180,
  'tests/workflows/storylines.test.ts': 130,
  'tests/faults/short/half-year.test.ts': 70,
  'tests/api/holes/enumeration.test.ts': 65,
  'tests/unit/properties.test.ts': 40,
};

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const guessed = ({ path, context: { config } }) =>
      (long[relative(config.rootDir, path)] ?? usual[config.displayName?.name] ?? 1) * 1_000;
    // what failed last is asked first
    const rank = (test) => (this.hasFailed(test) ? 1e9 : 0) + (test.duration ?? guessed(test));
    return super.sort(tests).sort((a, b) => rank(b) - rank(a));
  }
}
