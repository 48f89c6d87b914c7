/** Complaints are worked on through the API while every part of the house is killed. */
import { performance } from 'node:perf_hooks';
import { type PartName, startHouse } from '../support/house.js';
import { seeded } from '../support/seeded.js';
import { type Death, killAll } from './killing.js';
import { faultsIn } from './ledger.js';
import { newSeen, type Seen } from './person.js';
import { gather, workOne } from './work.js';

export interface Outcome {
  seed: number;
  seconds: number;
  complaints: number;
  deaths: Death[];
  seen: Seen;
  /** In words; none when all is well. */
  faults: string[];
}

const parts: PartName[] = ['worker', 'api', 'engine', 'postgres'];

/** So many complaints at a time go the ordinary way, one after the other, while every part dies so many times at random moments. */
export async function underFire({
  lanes,
  rounds,
  seed,
}: {
  lanes: number;
  rounds: number;
  seed: number;
}): Promise<Outcome> {
  const house = await startHouse();
  const began = performance.now();
  let found = false;
  try {
    const seen = newSeen();
    const crowd = await gather(house.url, house.password, seen);
    let killing = true;
    const ids: string[] = [];
    const lane = async () => {
      while (killing) ids.push(await workOne(crowd, ids.length));
    };
    const work = Promise.all(Array.from({ length: lanes }, lane));
    const deaths = await killAll(house, parts, rounds, seeded(seed), work).finally(() => (killing = false));
    await work;
    const faults = await faultsIn(house, ids);
    found = faults.length > 0;
    return { seed, seconds: (performance.now() - began) / 1000, complaints: ids.length, deaths, seen, faults };
  } finally {
    // what went wrong is kept to be looked at
    if (found) process.stderr.write(`the data are in ${house.dataFolder}\n`);
    await house.stop({ keepData: found });
  }
}

/** In one line for whoever watches. */
export function inWords({ seed, complaints, deaths, seconds, seen }: Outcome): string {
  return (
    `seed ${seed}: ${complaints} complaints, ${deaths.length} deaths in ${seconds.toFixed(0)} s, ` +
    `slowest recovery ${slowestOf(deaths)} ms, ${seen.unavailable} times 503, ${seen.broken} times no answer\n`
  );
}

export const slowestOf = (deaths: Death[]): number => Math.max(...deaths.map(({ recovery }) => recovery));
