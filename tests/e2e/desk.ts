/** Somebody at their desk: what they do on the pages, in the words that stand there. */
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { RunningHouse } from '../support/house.js';

export interface Desk {
  context: BrowserContext;
  page: Page;
}

// a busy machine may stand still for a while
const patience = 60_000;

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Opens a browser of one's own and signs in. */
export async function sitDown(
  browser: Browser,
  house: RunningHouse,
  user: string,
  options: BrowserContextOptions = {},
): Promise<Desk> {
  const context = await browser.newContext({
    baseURL: house.url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('用户名').fill(user);
  await page.getByLabel('密码').fill(house.password);
  await page.getByRole('button', { name: '登录' }).click();
  // tasks, or the rulebooks of those who have none
  await page.locator('.rail').waitFor();
  return { context, page };
}

export const drawer = (page: Page): Locator => page.locator('.ant-drawer-content-wrapper');

/** Picks an entry of a select by what it says. */
export async function choose(page: Page, label: string, entry: string): Promise<void> {
  const option = page
    .locator('.ant-select-dropdown:visible .ant-select-item-option')
    .filter({ hasText: entry })
    .first();
  // a field that is drawn anew closes what was just opened: a person clicks again
  for (let tries = 1; ; tries++) {
    await page.getByLabel(label, { exact: false }).click();
    try {
      await option.click({ timeout: 4_000 });
      return;
    } catch (error) {
      if (tries === 4) throw error;
    }
  }
}

/** Presses one of the complaint's buttons, wherever it stands. */
export async function press(page: Page, command: string): Promise<void> {
  await page.locator('.actions-row').waitFor();
  const button = page.locator(`.actions-row > [data-command=${command}]`);
  if (await button.count()) return button.click();
  await page.locator('.more-actions').click();
  await page.locator(`.ant-dropdown:visible [data-command=${command}]`).click();
}

/** Fills a command's form and sends it. */
export async function give(page: Page, command: string, fill?: (form: Page) => Promise<void>): Promise<void> {
  await press(page, command);
  await drawer(page).waitFor();
  await fill?.(page);
  await send(page, command);
  await isDone(page, command);
}

/** The form goes when its command was done; if it stays, it says why. */
export async function isDone(page: Page, command: string): Promise<void> {
  await drawer(page)
    .waitFor({ state: 'hidden' })
    .catch(async () => {
      throw new Error(`${command} was not done:\n${await drawer(page).innerText()}`);
    });
}

export const send = (page: Page, command: string): Promise<void> => page.locator(`[data-submit=${command}]`).click();

/** Waits until the complaint's page says where it stands. */
export async function standsAt(page: Page, status: string): Promise<void> {
  await page.locator('.complaint-head .status-tag', { hasText: status }).waitFor();
}

/** Opens what is to be done first of a complaint in the list of tasks. */
export async function takeUp(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: '我的任务' }).click();
  await page.locator('.task', { hasText: number }).getByRole('link').click();
  await page.getByRole('heading', { name: number }).waitFor();
}

/** A moment from now as the date picker takes it. */
export async function pickMoment(page: Page, label: string, date: string): Promise<void> {
  const input = page.getByLabel(label);
  await input.click();
  await input.fill(date);
  await input.press('Enter');
}

export async function hasNoSidewaysScroll(page: Page): Promise<void> {
  const [wide, window] = await page
    .evaluate('[document.documentElement.scrollWidth, innerWidth]')
    .then((both) => both as [number, number]);
  expect(wide).toBeLessThanOrEqual(window);
}

/** Printed by somebody who sits in the dark, what is chosen is black on white; then the page is dark again. */
export async function printsBlackOnWhite(page: Page, what: string): Promise<void> {
  const html = (light: string) => page.locator(`html[data-light=${light}]`).waitFor({ state: 'attached' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await html('dark');
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await html('light');
  const [ground = '', ink = ''] = await page.evaluate<string[]>(
    `[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('${what}')).color]`,
  );
  expect(ground).toBe('rgb(255, 255, 255)');
  expect(Math.max(...(ink.match(/\d+/g) ?? ['255']).map(Number))).toBeLessThan(100);
  await page.emulateMedia({ colorScheme: 'dark', media: 'screen' });
  await html('dark');
}
