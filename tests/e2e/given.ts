/** What a house would take a year to have, or must have been hurt for: answered in its place, for its pages to be seen. */
import type { Page } from 'playwright-core';
import type { Contents } from './full-house.js';

/** The list has gone out, and what stands on it is written off. */
export async function carriedOut(page: Page, { writeOff }: Contents): Promise<void> {
  const at = '2026-01-30T09:00:00+08:00';
  const who = { startedBy: { id: 'hq', name: '林建平' }, startedAt: at, endedAt: at, why: '年末核销' };
  const problems = [{ complaint: 'one', number: 'HY-20251102-0001', code: 'wrong-status', detail: '已重新跟进' }];
  const json = {
    id: 'year',
    kind: 'writeOff',
    state: 'done',
    total: 5,
    done: 4,
    refused: 1,
    problems,
    ...who,
    undoable: true,
  };
  await page.route('**/api/batches/year', (route) => route.fulfill({ json }));
  await page.route(`**/api/duties/${writeOff}`, async (route) => {
    const paper = (await (await route.fetch()).json()) as object;
    await route.fulfill({ json: { ...paper, state: 'issued', missing: [], allowed: [], batch: 'year' } });
  });
}

/** One of everything that can be stuck. */
export async function stuck(page: Page): Promise<void> {
  const since = '2026-11-20T08:30:00+08:00';
  const complaint = { id: 'one', number: 'HY-20261102-0001' };
  const troubles = [
    { kind: 'event', ref: '7', complaint, since, failures: 12, what: 'Replied', reader: 'papers', fault: 'stored' },
    { kind: 'projection', ref: 'two', since, failures: 3, fault: 'missing' },
  ];
  const workflows = [{ id: 'one', type: 'complaint', complaint, since, failures: 4, fault: 'program' }];
  const schedules = [{ id: 'duty:cuihu:monthly', note: '核对基数，先停一停' }];
  const queues = [{ name: 'outbox', waiting: 3, oldest: since }, ...free.map((name) => ({ name, waiting: 0 }))];
  const items = [9, 5].map((event) => ({ event, at: `2026-11-20T08:0${event}:00+08:00` }));
  await page.route('**/api/watch/workflows/*/points', (route) => route.fulfill({ json: { items } }));
  await page.route('**/api/watch', (route) =>
    route.fulfill({ json: { queues, troubles, workflows, schedules, deadAddresses: 1 } }),
  );
}

const free = ['signals', 'notices', 'chronicle'];
