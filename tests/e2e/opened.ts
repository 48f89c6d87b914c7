/** A house of its own and a browser, for the tests of whoever imports this: opened before them, closed after them. */
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { type RunningHouse, startHouse } from '../support/house.js';

export let house: RunningHouse;
export let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await house?.stop();
});
