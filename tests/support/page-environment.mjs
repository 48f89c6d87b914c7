import { TestEnvironment } from 'jest-environment-node';

/** Says of a test that failed what stood on the pages that were open, and what they complained of. */
export default class PageEnvironment extends TestEnvironment {
  async handleTestEvent(event) {
    if (event.name !== 'test_fn_failure' && event.name !== 'hook_failure') return;
    const { error } = event;
    if (!(typeof error?.stack === 'string')) return;
    const pages = this.global.testBrowser?.contexts().flatMap((context) => context.pages()) ?? [];
    const told = await Promise.all(pages.map((page) => tell(page).catch((reason) => String(reason))));
    const at = error.stack.search(/\n\s+at /);
    const end = at < 0 ? error.stack.length : at;
    error.stack = `${error.stack.slice(0, end)}\n\n${told.join('\n')}\n${error.stack.slice(end)}`;
  }
}

async function tell(page) {
  const text = await page.locator('body').innerText({ timeout: 2_000 });
  const complaints = page.context().complaints ?? [];
  return [`${page.url()}:`, text.replace(/\s+/g, ' ').slice(0, 600), ...complaints].join('\n    ');
}
