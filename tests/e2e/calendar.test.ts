/** The calendar: a year that is not published, the notice pasted, its effect seen first, then in force for everybody. */
import { expect, test } from '@jest/globals';
import { hasNoSidewaysScroll, phone, sitDown } from './desk.js';
import { browser, house } from './opened.js';

// far enough ahead never to ship with the house
const year = 2031;
const day = (date: string) => `[data-date="${date}"]`;

test('a year is provisional until it is published', async () => {
  const { page, context } = await sitDown(browser, house, 'hq');
  await page.goto(`/calendars?year=${year}`);
  await page.getByText(`${year} 年节假日安排尚未公布`).waitFor();
  expect(await page.locator('.month').count()).toBe(12);
  await page.getByRole('button', { name: `公布 ${year} 年安排` }).click();
  await page
    .getByRole('textbox', { name: '节假日安排' })
    .fill(`二、春节：1月22日至29日放假调休，共8天。2月1日（周六）上班。`);
  await page.getByText('整理成逐行').waitFor();
  await page.getByLabel('依据').fill('国务院办公厅通知');
  const publish = page.locator('.ant-modal-footer').getByRole('button', { name: '公布', exact: true });
  // not before its effect was seen
  expect(await publish.isDisabled()).toBe(true);
  await page.getByRole('button', { name: '看看会影响什么' }).click();
  await page.getByText('将成为第 1 版').waitFor();
  await publish.click();
  await page.locator('.batch').waitFor();
  await page.locator(`${day(`${year}-01-23`)}.holiday`).waitFor();
  expect(await page.locator(`${day(`${year}-02-01`)}.makeup`).count()).toBe(1);
  expect(await page.getByText(`${year} 年节假日安排尚未公布`).count()).toBe(0);
  await page.locator('.version').getByText('林建平').waitFor();
  await context.close();
});

test('what cannot be is told by its row, in Chinese', async () => {
  const { page, context } = await sitDown(browser, house, 'hq');
  await page.goto('/calendars?year=2032');
  await page.getByRole('button', { name: '公布 2032 年安排' }).click();
  await page.getByRole('textbox', { name: '节假日安排' }).fill('2032-01-01 1 元旦\n2032-01-05 班 元旦调休');
  await page.getByLabel('依据').fill('通知');
  await page.getByRole('button', { name: '看看会影响什么' }).click();
  await page.getByText('2032-01-05 元旦调休：本来就是工作日').waitFor();
  await context.close();
});

test('a company has days off of its own, on a phone', async () => {
  const { page, context } = await sitDown(browser, house, 'company', phone);
  await page.goto(`/calendars?year=${year}&node=huadong`);
  await page.getByRole('button', { name: '调整本单位休息日' }).click();
  await page.getByLabel('本单位休息日').fill(`${year}-05-20 2 司庆日`);
  await page.getByLabel('依据').fill('公司通知');
  await page.getByRole('button', { name: '看看会影响什么' }).click();
  await page.locator('.foreseen').waitFor();
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.locator(`${day(`${year}-05-20`)}.ownDayOff`).waitFor();
  await hasNoSidewaysScroll(page);
  await page.goto(`/calendars?year=${year}&node=jinxiu`);
  await page.locator(`${day(`${year}-05-21`)}.ownDayOff`).waitFor();
  await context.close();
});

test('whoever may not publish has no button for it', async () => {
  const { page, context } = await sitDown(browser, house, 'supervisor');
  await page.getByRole('link', { name: '日历' }).click();
  await page.locator('.month').first().waitFor();
  expect(await page.getByRole('button', { name: /公布|更正|调整/ }).count()).toBe(0);
  await context.close();
});
