/** Ours against the bare thing, in turns: what disturbs a machine disturbs both, so that ratios hold where numbers do not. */

export interface Arm {
  /** Does the thing once, the i-th time; throws when it did not work. */
  once: (i: number) => Promise<void>;
  /** Resolves when what it left to others is done. */
  settle?: () => Promise<void>;
}

export interface Measured {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

export interface Pair {
  ours: Measured;
  bare: Measured;
}

export interface Plan {
  concurrency: number;
  /** Of each arm of a pair. */
  seconds: number;
  pairs: number;
}

export async function inPairs(ours: Arm, bare: Arm, { concurrency, seconds, pairs }: Plan): Promise<Pair[]> {
  const one = async (arm: Arm, length = seconds) => {
    const measured = await measure(arm, concurrency, length);
    await arm.settle?.();
    return measured;
  };
  for (const arm of [ours, bare]) await one(arm, 1);
  const found: Pair[] = [];
  for (let i = 0; i < pairs; i++) {
    if (i % 2 === 0) {
      const first = await one(ours);
      found.push({ ours: first, bare: await one(bare) });
    } else {
      const first = await one(bare);
      found.push({ ours: await one(ours), bare: first });
    }
  }
  return found;
}

let count = 0;

/** As often as it goes within a time, so many at once. */
export async function measure({ once }: Arm, concurrency: number, seconds: number): Promise<Measured> {
  const times: number[] = [];
  const begun = performance.now();
  const until = begun + seconds * 1_000;
  const lane = async () => {
    while (performance.now() < until) {
      const start = performance.now();
      await once(count++);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  const took = performance.now() - begun;
  return { perSecond: (times.length * 1_000) / took, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
