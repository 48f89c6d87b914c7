import { expect, test } from '@jest/globals';
import { underFire } from '../run.js';

test('50 complaints at a time survive the death of every part: each exists once, each rung fired once, the rows are the fold', async () => {
  const { faults, complaints, deaths, seen, seed, seconds } = await underFire({
    lanes: 50,
    rounds: 5,
    seed: Date.now() % 1_000_000,
  });
  const slowest = Math.max(...deaths.map(({ recovery }) => recovery));
  process.stderr.write(
    `seed ${seed}: ${complaints} complaints, ${deaths.length} deaths in ${seconds.toFixed(0)} s, slowest recovery ${slowest} ms, ` +
      `${seen.unavailable} times 503, ${seen.broken} times no answer\n`,
  );
  expect(faults).toEqual([]);
  expect(seen.odd).toEqual([]);
  expect(seen.withoutRetryAfter).toBe(0);
  expect(slowest).toBeLessThan(60_000);
});
