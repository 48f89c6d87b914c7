import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { shared } from './shared.js';

const kept = 12;

/** A headless browser that stays on this machine, with what its pages complained of. Close it in `afterAll`. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: shared('HUIYIN_TEST_CHROMIUM'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await open(options);
    context.complaints = overhear(context);
    return context;
  };
  globalThis.testBrowser = browser;
  return browser;
}

/** What goes wrong in a browser's pages, the last of it. */
function overhear(context: BrowserContext): string[] {
  const heard: string[] = [];
  const hear = (line: string) => void (heard.push(line), heard.splice(0, heard.length - kept));
  context.on('console', (said) => said.type() === 'error' && hear(`console: ${said.text()}`));
  context.on('weberror', (thrown) => hear(`thrown: ${thrown.error().stack ?? thrown.error().message}`));
  context.on('requestfailed', (request) =>
    hear(`failed: ${request.method()} ${request.url()} ${request.failure()?.errorText ?? ''}`),
  );
  context.on('response', (answer) => {
    if (answer.status() >= 400) hear(`${answer.status()}: ${answer.request().method()} ${answer.url()}`);
  });
  return heard;
}

declare global {
  /** The browser of this test file, for whoever says why a test of it failed. */
  var testBrowser: Browser | undefined;
}

declare module 'playwright-core' {
  interface BrowserContext {
    /** Errors on the console, exceptions, requests without an answer or with a refusal. */
    complaints?: string[];
  }
}
