import { expect, test } from '@jest/globals';
import { inWords, slowestOf, underFire } from '../run.js';

test('8 complaints at a time survive the death of every part: each exists once, each rung fired once, the rows are the fold', async () => {
  const outcome = await underFire({ lanes: 8, rounds: 1, seed: Date.now() % 1_000_000 });
  process.stderr.write(inWords(outcome));
  expect(outcome.faults).toEqual([]);
  expect(outcome.seen.odd).toEqual([]);
  expect(outcome.seen.withoutRetryAfter).toBe(0);
  expect(slowestOf(outcome.deaths)).toBeLessThan(60_000);
});
