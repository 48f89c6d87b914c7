/** Programs that are run to their end, or are not there. */
import { expect, test } from '@jest/globals';
import { run } from '../../../cli/process/run.js';

const timers = (): number => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;

test('a program that is not there ends with 127, and no timer waits for it', async () => {
  const before = timers();
  expect(await run('/no/such/program', [], { timeout: 60_000 })).toMatchObject({ code: 127 });
  expect(timers()).toBe(before);
});

test('one that takes too long is killed', async () => {
  const idle = ['-e', 'setInterval(() => {}, 1000)'];
  expect(await run(process.execPath, idle, { timeout: 200 })).toEqual({ code: 1, output: '' });
});
