import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { alive } from '../../../cli/process/identity.js';
import { type PartName, type RunningHouse, startHouse } from '../../support/house.js';

const parts: PartName[] = ['postgres', 'engine', 'worker', 'api'];
let house: RunningHouse;

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house.stop());

async function until(holds: () => Promise<boolean> | boolean, what: string): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${what} did not come about:\n${house.output()}`);
    await sleep(100);
  }
}

async function answers(): Promise<boolean> {
  return fetch(`${house.url}/api/health/live`).then(
    ({ ok }) => ok,
    () => false,
  );
}

describe('the whole system', () => {
  test.each(parts)('gets its %s back after kill -9', async (part) => {
    const victim = await house.kill(part);
    await until(async () => (await house.pid(part)) !== victim && alive(await house.pid(part)), `a new ${part}`);
    await until(() => house.output().includes(`${part} is back`), `the word that ${part} is back`);
    await until(answers, 'an answer of the API');
  });

  test('refuses a second start on the same data with a sentence', async () => {
    await expect(startHouse({ dataFolder: house.dataFolder })).rejects.toThrow('already running');
    expect(await answers()).toBe(true);
  });

  test('leaves nothing running when the supervisor itself is killed, and starts again on the same data', async () => {
    const pids = await Promise.all(parts.map((part) => house.pid(part)));
    await house.kill('supervisor');
    await until(() => !pids.some(alive), 'the end of every part');
    house = await startHouse({ dataFolder: house.dataFolder });
    expect(await answers()).toBe(true);
  });
});
