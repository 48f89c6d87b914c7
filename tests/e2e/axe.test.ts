/** Every page of the house, in both languages, light and dark, on a desk and on a phone: nothing keeps people from using it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { projectFolder } from '../../cli/paths.js';
import { launchBrowser } from '../support/browser.js';
import { type RunningHouse, startHouse } from '../support/house.js';
import { type Visit, visits } from './all-pages.js';
import { examine, examineOpened, opening } from './examine.js';
import { type Contents, fill } from './full-house.js';

let house: RunningHouse;
let browser: Browser;
let all: Contents;

beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse(), launchBrowser()]);
  all = await fill(house);
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

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
  // there is no looking at it: it may be lower than nothing behind a dialog
  await page.locator(`html[data-light=${colours}]`).waitFor({ state: 'attached' });
  if (await page.locator(`html[lang^=${language}]`).count()) return;
  // not by the mouse: a dialog may lie over it
  await page.evaluate('document.querySelector(".language, .login header button").click()');
  await page.locator(`html[lang^=${language}]`).waitFor({ state: 'attached' });
}

const overlay = '.ant-modal-wrap, .ant-drawer, .ant-dropdown, .ant-popover, .ant-select-dropdown, details[open]';
const empty = '/nowhere-at-all';

/** To a page as it is when it is first opened. The house's script stays, as where a link is followed. */
async function go(page: Page, at: string): Promise<void> {
  if (at === '/login' || page.url() === 'about:blank') return void (await page.goto(at));
  await follow(page, empty);
  const blank = page.locator('main .blank a[href="/"]');
  const isBlank = await blank.waitFor({ timeout: 5_000 }).then(
    () => true,
    () => false,
  );
  const isCovered = await page.locator(overlay).filter({ visible: true }).count();
  await (isBlank && !isCovered ? follow(page, at) : page.goto(at));
}

const follow = (page: Page, at: string): Promise<void> =>
  page.evaluate(`history.pushState(null, '', ${JSON.stringify(at)}); dispatchEvent(new PopStateEvent('popstate'))`);

/** One page, then each dialog of it: what is found, by where. */
async function look(page: Page, visit: Visit): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const at = visit.path(all);
  await visit.given?.(page, all);
  for (const [name, open] of [[undefined, undefined] as const, ...Object.entries(visit.opens ?? {})]) {
    if (page.url() !== 'about:blank') await dress(page, looks[0] as Look);
    await go(page, at);
    await page.locator(visit.shows).first().waitFor();
    if (open) await opening(page, open);
    for (const one of looks) {
      await dress(page, one);
      const { viewport, colours, language } = one;
      const faults = await (open ? examineOpened(page) : examine(page));
      const where = [visit.user, at, name, viewport.width, colours, language].filter(Boolean).join(' ');
      if (faults.length > 0) found[where] = faults;
    }
  }
  if (visit.given) await page.unrouteAll();
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
  900_000,
);
