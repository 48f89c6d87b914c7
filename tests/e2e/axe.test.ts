/** Every page of the house, in both languages, light and dark, on a desk and on a phone: nothing keeps people from using it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { projectFolder } from '../../cli/paths.js';
import { launchBrowser } from '../support/browser.js';
import { type RunningHouse, startHouse } from '../support/house.js';
import { type Visit, visits } from './all-pages.js';
import { examine } from './examine.js';
import { type Contents, fill } from './full-house.js';

let house: RunningHouse;
let browser: Browser;
let all: Contents;

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse(), launchBrowser()]);
  all = await fill(house);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await house?.stop();
}, 90_000);

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

interface Look {
  viewport: typeof wide;
  colours: 'light' | 'dark';
  language: 'zh' | 'en';
}

// both widths, both lights, both languages: each once, for a page is looked at some seconds each time
const looks: Look[] = [
  { viewport: wide, colours: 'light', language: 'zh' },
  { viewport: phone, colours: 'dark', language: 'en' },
];
// what lies over a page is looked at by itself
const over = '.ant-modal-wrap, .ant-drawer, .ant-dropdown, .ant-popover, .ant-select-dropdown, .user, #main, main';

test('no route is left out', async () => {
  const routes = await readFile(join(projectFolder, 'web', 'app', 'routes.tsx'), 'utf8');
  const paths = [...routes.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path);
  expect(paths.length).toBeGreaterThan(20);
  expect(Object.keys(visits).sort()).toEqual(paths.sort());
});

async function sit(user?: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    ...{ baseURL: house.url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: wide, reducedMotion: 'reduce' },
  });
  context.setDefaultTimeout(30_000);
  if (user) {
    const answer = await context.request.post('/api/session', { data: { username: user, password: house.password } });
    expect(answer.ok()).toBe(true);
  }
  return { page: await context.newPage(), context };
}

async function dress(page: Page, { viewport, colours, language }: Look): Promise<void> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: colours });
  await page.locator(`html[data-light=${colours}]`).waitFor();
  if (await page.locator(`html[lang^=${language}]`).count()) return;
  // not by the mouse: a dialog may lie over it
  await page.evaluate('document.querySelector(".language, .login header button").click()');
  await page.locator(`html[lang^=${language}]`).waitFor();
}

/** One page, then each dialog of it: what is found, by where. */
async function look(page: Page, visit: Visit): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const at = visit.path(all);
  for (const [name, open] of [[undefined, undefined] as const, ...Object.entries(visit.opens ?? {})]) {
    await dress(page, looks[0] as Look).catch(() => undefined);
    await page.goto(at);
    await page.locator(visit.shows).first().waitFor();
    await open?.(page);
    for (const one of looks) {
      await dress(page, one);
      const { viewport, colours, language } = one;
      const faults = await examine(page, open ? over : 'html');
      const where = [visit.user, at, name, viewport.width, colours, language].filter(Boolean).join(' ');
      if (faults.length > 0) found[where] = faults;
    }
  }
  return found;
}

const cases = Object.entries(visits).flatMap(([route, own]) => own.map((visit) => ({ route, visit })));
const users = [...new Set(cases.map(({ visit }) => visit.user))];

test.each(users)(
  'nothing serious on any page or dialog of: %s',
  async (user) => {
    const { page, context } = await sit(user);
    const found: Record<string, string[]> = {};
    for (const { visit } of cases.filter((one) => one.visit.user === user))
      Object.assign(found, await look(page, visit));
    await context.close();
    expect(found).toEqual({});
  },
  300_000,
);
