/** What keeps people from using a page, as axe finds it. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';

const isQuiet = `!document.querySelector('.ant-skeleton, .ant-spin-spinning, .progress, .ant-btn-loading')
  && document.getAnimations().every(({ playState }) => playState !== 'running')`;

interface Violation {
  id: string;
  impact?: string | null;
  nodes: { html: string; target: unknown[]; any: { message: string }[] }[];
}

/** All rules that axe has for WCAG 2.2 AA and good practice. */
const asked = JSON.stringify({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });

/** Everything serious or critical on the page; told so that one finds it. */
export const examine = (page: Page): Promise<string[]> => run(page, 'document');

const over = '.ant-modal-wrap, .ant-drawer, .ant-dropdown, .ant-popover, .ant-select-dropdown';
const part = `[...opened].every((one) => one.isConnected)
  ? { include: [...opened, ...document.querySelectorAll('${over}')] }
  : document`;

/** The same of what `opening` has opened, and of what lies over the page; of the whole page once that was drawn anew. */
export const examineOpened = (page: Page): Promise<string[]> => run(page, part);

async function run(page: Page, part: string): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  await quiet(page);
  const found = await page.evaluate<{ violations: Violation[] }>(`axe.run(${part}, ${asked})`);
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 4).map((node) => `${id} (${nodes.length}) ${said(node)}`));
}

const said = ({ html, target, any }: Violation['nodes'][number]): string =>
  `${target.join(' ')} ${html.slice(0, 140)} ${any[0]?.message ?? ''}`;

// whatever comes or changes, be it over the page or in the midst of it
const watch = `
  window.opened = new Set();
  window.keep = (all) => {
    for (const { type, target, addedNodes } of all)
      for (const node of type === 'childList' ? addedNodes : [target])
        opened.add(node instanceof Element ? node : node.parentElement);
    opened.delete(null);
    opened.delete(document.body);
  };
  window.before = new Set(document.querySelectorAll('*'));
  window.opening = new MutationObserver(keep);
  opening.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });`;
// not what a button shows that was pressed
const hasCome = `
  keep(opening.takeRecords());
  [...opened].some((one) => one.isConnected && !one.closest('button') && (!before.has(one) || one.matches('[open]')))`;
const endWatch = `
  opening.disconnect();
  for (const one of opened) if (!one.isConnected) opened.delete(one);`;

/** Opens something, and keeps in mind what has come of it. */
export async function opening(page: Page, open: (page: Page) => Promise<void>): Promise<void> {
  await quiet(page);
  await page.evaluate(watch);
  await open(page);
  await eventually(async () => ((await page.evaluate(hasCome)) ? true : undefined));
  await quiet(page);
  await page.evaluate(hasCome);
  await page.evaluate(endWatch);
}

/** Nothing is loading or moving any more. The event stream is always open: the network is never idle. */
async function quiet(page: Page): Promise<void> {
  // not by `waitForFunction`: the pages allow nobody to evaluate strings
  await eventually(async () => ((await page.evaluate(isQuiet)) ? true : undefined));
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}
