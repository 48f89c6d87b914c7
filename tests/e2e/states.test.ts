/** Every list says that it is loading, that it is empty, and that it could not be read – and then reads again. */
import { expect, test } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { sitDown } from './desk.js';
import { browser, house } from './opened.js';

const nothing = { items: [], next: null, count: 0 };
const lists: [user: string, path: string, asked: RegExp, empty: string | undefined][] = [
  ['supervisor', '/tasks', /\/api\/(tasks|matches|bulletins|duties)(\?|$)/, '现在没有要您办理的投诉'],
  ['supervisor', '/complaints', /\/api\/complaints\?/, '还没有投诉'],
  ['supervisor', '/inbox', /\/api\/inbox\?/, '还没有消息'],
  ['supervisor', '/bulletins', /\/api\/bulletins(\?|$)/, '没有'],
  ['supervisor', '/duties', /\/api\/duties(\?|$)/, '没有'],
  // counts and places are always there
  ['hq', '/board', /\/api\/board(\?|$)/, undefined],
  ['auditor', '/proof', /\/api\/acts(\?|$)/, '没有'],
  ['admin', '/organisation', /\/api\/people\?/, '这里还没有人员'],
  ['admin', '/notice-channels', /\/api\/notice-channels(\?|$)/, '还没有通知渠道'],
];

const problem = JSON.stringify({
  type: 'urn:huiyin:problem:internal-error',
  title: 'x',
  status: 500,
  code: 'internal-error',
});
const failing = (route: Route) =>
  route.fulfill({ status: 500, contentType: 'application/problem+json', body: problem });
const empty = (route: Route) => route.fulfill({ json: nothing });

/** Opens the page while its list is answered so. */
async function under(page: Page, path: string, asked: RegExp, answer: (route: Route) => Promise<void>): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.route(asked, answer);
  await page.goto(path);
}

test.each(lists)('%s: %s', async (user, path, asked, says) => {
  const { page, context } = await sitDown(browser, house, user);
  const main = page.locator('main');
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  await under(page, path, asked, async (route) => {
    await held;
    await route.continue();
  });
  await main.locator('.loading').first().waitFor();
  release();
  await main.locator('.loading').first().waitFor({ state: 'hidden' });

  if (says !== undefined) {
    await under(page, path, asked, empty);
    await main.locator('.blank-title', { hasText: says }).first().waitFor();
  }

  await under(page, path, asked, failing);
  const alert = main.locator('.blank[role=alert]').first();
  await alert.waitFor();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await alert.getByRole('button', { name: '再试一次' }).click();
  await alert.waitFor({ state: 'hidden' });
  expect(await main.locator('.blank[role=alert]').count()).toBe(0);
  await context.close();
});
