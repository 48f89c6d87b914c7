/** Somebody without a mouse: keys are pressed, nothing else, and where the focus is must always be seen. */
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import type { RunningHouse } from '../support/house.js';

/** What has the focus, as a person sees it. */
interface Focus {
  /** `id`, command or words of what has it; empty when nothing has. */
  on: string;
  seen: boolean;
}

// drawn by the element itself, by what it lies in (a row, a field), or by what stands for it (a radio's ring)
const focus = `(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return { on: '', seen: false };
  const drawn = (node, pseudo) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(node, pseudo);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  const around = [one, one.parentElement, one.parentElement?.parentElement, one.closest('.task, .ant-select, .ant-picker, .row')];
  const { top, bottom } = one.getBoundingClientRect();
  const within = bottom > 0 && top < innerHeight;
  const near = [...around, ...(one.parentElement?.children ?? [])].filter(Boolean);
  return {
    on: one.id || one.dataset.command || one.dataset.submit || one.getAttribute('aria-label') || one.innerText || one.tagName,
    seen: within && (one.id === 'main' || near.some((node) => drawn(node))),
  };
})()`;

export class Hands {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  /** Signs in at the keyboard. Whoever clicks fails from here on. */
  static async at(browser: Browser, house: RunningHouse, user: string): Promise<Hands> {
    const context = await browser.newContext({
      ...{ baseURL: house.url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
      ...{ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' },
    });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    await page.addInitScript(`addEventListener('pointerdown', () => { document.title = 'somebody clicked'; }, true)`);
    const hands = new Hands(page, context);
    await page.goto('/');
    await page.locator('#username:focus').waitFor();
    await hands.type(user);
    await hands.tabTo('#password');
    await hands.type(house.password);
    await page.keyboard.press('Enter');
    await page.locator('.rail').waitFor();
    return hands;
  }

  async rest(): Promise<void> {
    expect(await this.page.title()).not.toBe('somebody clicked');
    await this.context.close();
  }

  type(words: string): Promise<void> {
    return this.page.keyboard.type(words);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** On by Tab until what is wanted has the focus; the focus is seen at every step on the way. */
  async tabTo(wanted: string, most = 80): Promise<void> {
    for (let steps = 0; steps <= most; steps++) {
      if (await this.page.locator(`${wanted}:focus`).count()) return;
      await this.page.keyboard.press('Tab');
      await this.seesFocus();
    }
    throw new Error(`no way to ${wanted} by Tab`);
  }

  /** The focus is somewhere, and one sees where. */
  async seesFocus(): Promise<void> {
    const at = await this.page.evaluate<Focus>(focus);
    // beyond the last of a page is the browser itself
    if (at.on !== '') expect(at).toEqual({ ...at, seen: true });
  }

  /** The focus is on the page, not lost with what was closed. */
  async keepsFocus(): Promise<void> {
    await eventually(async () => (await this.page.evaluate<Focus>(focus)).on || undefined);
  }

  /** In the list of tasks: on by J to the one of this number, and into it. */
  async takeUp(number: string): Promise<void> {
    const { page } = this;
    await page.locator('.task', { hasText: number }).waitFor();
    for (let most = await page.locator('.task').count(); most >= 0; most--) {
      await this.press('j');
      if (await page.locator('.task:has(a:focus)', { hasText: number }).count()) break;
    }
    await this.seesFocus();
    await this.press('Enter');
    await page.locator('h1', { hasText: number }).waitFor();
  }

  /** Opens a select and takes the entry that begins with these words. */
  async choose(field: string, words: string): Promise<void> {
    await this.tabTo(field);
    await this.press('ArrowDown');
    await this.page.locator('.ant-select-dropdown:visible').waitFor();
    await this.type(words);
    await this.page
      .locator('.ant-select-dropdown:visible .ant-select-item-option-active', { hasText: words })
      .waitFor();
    await this.press('Enter');
    await this.page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' });
  }

  /** A step of the complaint's page: Tab to its button, fill in its form, send it. */
  async give(command: string, fill?: (() => Promise<void>) | 'nothing'): Promise<void> {
    const { page } = this;
    // while the step before is still being read anew, the button turns and takes no key
    const button = `.actions [data-command=${command}]:not(.ant-btn-loading)`;
    await page.locator(button).waitFor();
    await this.tabTo(button);
    await this.press('Enter');
    if (fill) {
      await page.locator('.command-drawer :focus').first().waitFor();
      if (fill !== 'nothing') await fill();
      await this.press('Control+Enter');
      await page.locator('.command-drawer').waitFor({ state: 'hidden' });
    }
    await this.keepsFocus();
  }
}
