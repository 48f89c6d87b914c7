/** Complaints are worked on through the API while every part of the house is killed. */
import { performance } from 'node:perf_hooks';
import { type PartName, startHouse } from '../support/house.js';
import { type Death, killWhile, seeded } from './killing.js';
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

/** Runs so many complaints along the ordinary way, all at once, while parts die at random moments. */
export async function underFire(complaints: number, seed: number): Promise<Outcome> {
  const house = await startHouse();
  const began = performance.now();
  try {
    const seen = newSeen();
    const crowd = await gather(house.url, house.password, seen);
    const work = Promise.all(Array.from({ length: complaints }, (_, i) => workOne(crowd, i)));
    const deaths = await killWhile(house, parts, work, seeded(seed));
    const ids = await work;
    const faults = await faultsIn(house, ids);
    return { seed, seconds: (performance.now() - began) / 1000, complaints, deaths, seen, faults };
  } finally {
    await house.stop();
  }
}
