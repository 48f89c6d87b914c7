/** Kills one part after the other and waits until the house stands again by itself. */
import { setTimeout as pause } from 'node:timers/promises';
import type { PartName, RunningHouse } from '../support/house.js';

export interface Death {
  part: PartName;
  /** Until the part lives again and everything is ready, milliseconds. */
  recovery: number;
}

const giveUp = 90_000;

/** Kills a part with -9 and measures how long it takes until all is ready again, without a hand. */
export async function killAndWait(house: RunningHouse, part: PartName): Promise<Death> {
  const victim = await house.kill(part);
  const began = Date.now();
  while ((await house.pid(part).catch(() => victim)) === victim || !(await isReady(house))) {
    if (Date.now() - began > giveUp) throw new Error(`${part} has not come back:\n${house.output()}`);
    await pause(100);
  }
  return { part, recovery: Date.now() - began };
}

async function isReady({ url }: RunningHouse): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/** Kills every part so many times, in turn and at random moments; work that breaks breaks this, too. */
export async function killAll(
  house: RunningHouse,
  parts: PartName[],
  rounds: number,
  random: () => number,
  work: Promise<unknown>,
): Promise<Death[]> {
  const broken = work.then(() => new Promise<never>(() => undefined));
  const deaths: Death[] = [];
  for (const part of Array.from({ length: rounds }, () => parts).flat()) {
    await Promise.race([pause(500 + random() * 2_500), broken]);
    deaths.push(await Promise.race([killAndWait(house, part), broken]));
  }
  return deaths;
}
