import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TestEnvironment } from 'jest-environment-node';

const kept = 6;

/** Says of a test that failed what stood on the pages that were open, what they complained of, and what their house said last. */
export default class PageEnvironment extends TestEnvironment {
  async handleTestEvent(event) {
    if (event.name !== 'test_fn_failure' && event.name !== 'hook_failure') return;
    const { error } = event;
    if (!(typeof error?.stack === 'string')) return;
    const pages = this.global.testBrowser?.contexts().flatMap((context) => context.pages()) ?? [];
    const houses = [...(this.global.testHouses ?? [])];
    const told = await Promise.all(
      [...pages.map(tellPage), ...houses.map(tellHouse)].map((one) => one.catch((reason) => String(reason))),
    );
    const at = error.stack.search(/\n\s+at /);
    const end = at < 0 ? error.stack.length : at;
    error.stack = `${error.stack.slice(0, end)}\n\n${told.join('\n')}\n${error.stack.slice(end)}`;
  }
}

async function tellPage(page) {
  const text = await page.locator('body').innerText({ timeout: 2_000 });
  const complaints = page.context().complaints ?? [];
  return [`${page.url()}:`, text.replace(/\s+/g, ' ').slice(0, 600), ...complaints].join('\n    ');
}

async function tellHouse({ dataFolder, output }) {
  const since = output().split('Ctrl-C stops it.').at(-1).trim();
  const log = await readFile(join(dataFolder, 'logs', 'api.log'), 'utf8');
  return [`house: ${since}`, ...log.trim().split('\n').slice(-kept)].map((line) => line.slice(0, 400)).join('\n    ');
}
