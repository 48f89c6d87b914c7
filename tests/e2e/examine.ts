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

/** Everything serious or critical on the page, or within `part` of it; told so that one finds it. */
export async function examine(page: Page, part = 'html'): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  await quiet(page);
  const found = await page.evaluate<{ violations: Violation[] }>(`axe.run(${JSON.stringify(part)}, ${asked})`);
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 4).map((node) => `${id} (${nodes.length}) ${said(node)}`));
}

const said = ({ html, target, any }: Violation['nodes'][number]): string =>
  `${target.join(' ')} ${html.slice(0, 140)} ${any[0]?.message ?? ''}`;

/** Nothing is loading or moving any more. The event stream is always open: the network is never idle. */
async function quiet(page: Page): Promise<void> {
  // not by `waitForFunction`: the pages allow nobody to evaluate strings
  await eventually(async () => ((await page.evaluate(isQuiet)) ? true : undefined));
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}
