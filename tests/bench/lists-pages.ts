/** The same lists as people have them: from a filter to what is painted, and frames while scrolling. */
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../support/chromium.js';
import { type ListHouse, password } from './lists-house.js';
import { median } from './pairs.js';
import { type Row, spread } from './table.js';

interface Sizes {
  few: number;
  many: number;
  aim: number;
}

const turns = 7;

export async function pagesOfLists(houses: { few: ListHouse; many: ListHouse }, sizes: Sizes): Promise<Row[]> {
  const browser = await chromium.launch({
    executablePath: await findChromium(process.env['CHROMIUM_PATH']),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    const [many, few] = (await Promise.all(
      [houses.many, houses.few].map(async ({ url }) => {
        const context = await browser.newContext({
          baseURL: url,
          viewport: { width: 1440, height: 900 },
          reducedMotion: 'reduce',
          locale: 'zh-CN',
        });
        const page = await context.newPage();
        await page.goto('/');
        await page.getByLabel('用户名').fill('hq');
        await page.getByLabel('密码').fill(password);
        await page.getByRole('button', { name: '登录' }).click();
        await page.locator('.rail').waitFor();
        return page;
      }),
    )) as [Page, Page];
    const rows: Row[] = [];
    const turn = async (what: string, measured: (page: Page) => Promise<number>) => {
      const found: [number, number][] = [];
      await measured(many);
      await measured(few);
      for (let i = 0; i < turns; i++) {
        const first = await measured(i % 2 === 0 ? many : few);
        const second = await measured(i % 2 === 0 ? few : many);
        found.push(i % 2 === 0 ? [first, second] : [second, first]);
      }
      rows.push({
        what: `${what}: ${sizes.many} against ${sizes.few}`,
        ours: spread(
          found.map(([ours]) => ours),
          ' ms',
        ),
        bare: spread(
          found.map(([, bare]) => bare),
          ' ms',
        ),
        ratio: median(found.map(([ours, bare]) => ours / bare)),
        aim: { most: sizes.aim },
      });
      console.error(`  ${what}: ${rows.at(-1)?.ratio?.toFixed(2)}`);
    };
    for (const page of [many, few]) await page.goto('/complaints');
    await turn('complaints, from the filter to what is painted', filterList);
    await loadAll(many, sizes.many);
    await turn('complaints, all of them loaded, a frame while scrolling', frames);
    await turn('board, from another period to what is painted', filterBoard);
    await turn('board, a frame while scrolling', frames);
    return rows;
  } finally {
    await browser.close();
  }
}

/** Presses what is named, waits until something shows, and for the paint after that; milliseconds, all of it within the page. */
const press = (page: Page, selector: string, shown: string): Promise<number> =>
  page.evaluate(`(async () => {
    const begun = performance.now();
    document.querySelector('${selector}').click();
    while (!(${shown})) {
      if (performance.now() > begun + 20000) throw new Error('it does not show');
      await new Promise((done) => setTimeout(done, 1));
    }
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - begun;
  })()`);

/** From all to those that are overdue or not, by the box; what was kept of before is forgotten first. */
async function filterList(page: Page): Promise<number> {
  await page.goto('/complaints?severity=major');
  await page.locator('.rows-body .row').first().waitFor();
  await page.evaluate(`document.querySelector('.filters > .ant-btn-link').setAttribute('data-all', '')`);
  // the others come into the list
  return press(
    page,
    '[data-all]',
    `[...document.querySelectorAll('.rows-body .row')].some((row) => !row.querySelector('.severity-tag.major'))`,
  );
}

/** From a quarter to a year, of which nothing was read yet. */
async function filterBoard(page: Page): Promise<number> {
  await page.goto('/board');
  await page.locator('.severe-line').first().waitFor();
  const answered = page.waitForResponse((answer) => answer.url().includes('last=year'));
  const begun = performance.now();
  await page.locator('.page-head .ant-segmented-item').nth(2).click();
  await answered;
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  return performance.now() - begun;
}

/** Scrolls on until everything has been loaded. */
async function loadAll(page: Page, rows: number): Promise<void> {
  for (;;) {
    const at = Number(await page.evaluate(`document.querySelector('.rows-body').style.height.replace('px', '') / 66`));
    if (at >= rows) return;
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await page.waitForTimeout(30);
  }
}

/** The mean of 60 frames, each a few rows further. */
const frames = (page: Page): Promise<number> =>
  page.evaluate(`(async () => {
    scrollTo(0, document.documentElement.scrollHeight / 3);
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    const begun = performance.now();
    for (let i = 0; i < 60; i++) { scrollBy(0, 40); await frame(); }
    return (performance.now() - begun) / 60;
  })()`);
