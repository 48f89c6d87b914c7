/** A bulletin from its issue to headquarters' acknowledgement, on the pages. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { hasNoSidewaysScroll, phone, printsBlackOnWhite, sitDown } from './desk.js';
import { ask, file } from './office.js';
import { browser, house } from './opened.js';

interface Listed {
  items: { id: string; number?: string }[];
}

/** Twelve people complain: a major complaint, told to headquarters at once. */
async function bulletin(): Promise<{ id: string; number: string }> {
  await file(house, { channel: 'visit', people: 12, text: '电梯反复停运，十二户联名投诉。' });
  return eventually(async () => {
    const { items } = await ask<Listed>(house, 'hq', 'bulletins?state=issued');
    const [first] = items;
    return first?.number ? { id: first.id, number: first.number } : undefined;
  });
}

test('headquarters find it unread, read it, download both files and acknowledge it; the company sees who has', async () => {
  const { id, number } = await bulletin();
  const { page, context } = await sitDown(browser, house, 'hq');
  await page.goto('/bulletins');
  const row = page.locator('.papers-row.unread', { hasText: number });
  await row.getByText('未读').waitFor();
  await row.getByRole('link').click();
  await page.locator('.paper', { hasText: number }).getByText('电梯反复停运，十二户联名投诉。').first().waitFor();
  for (const [name, begins] of [
    ['下载 PDF', '%PDF-'],
    ['下载 Word', 'PK'],
  ] as const) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
    expect(download.suggestedFilename()).toContain(number);
    expect((await readFile(await download.path())).toString('latin1').startsWith(begins)).toBe(true);
  }
  await printsBlackOnWhite(page, '.paper .paper-number');
  await page.getByRole('button', { name: '签收', exact: true }).click();
  await page.locator('.paper-receipts .good').waitFor();
  expect(await page.getByRole('button', { name: '签收', exact: true }).count()).toBe(0);
  await page.goto('/bulletins');
  await page.locator('.blank, .papers').first().waitFor();
  expect(await page.locator('.papers-row', { hasText: number }).count()).toBe(0);
  await context.close();

  const below = await sitDown(browser, house, 'company', phone);
  await below.page.goto(`/bulletins/${id}`);
  await below.page.locator('.paper-receipts').getByText('林建平').waitFor();
  await hasNoSidewaysScroll(below.page);
  await below.context.close();
});
