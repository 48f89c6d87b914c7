/** A rulebook is changed: drafted, mended on its line, compared, back-tested, approved by a second person. */
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hasNoSidewaysScroll, phone, sitDown } from './desk.js';
import { browser, house } from './opened.js';

/** Puts the cursor at the end of the first line that says so. */
async function endOf(page: Page, said: string): Promise<void> {
  await page.locator('.cm-line', { hasText: said }).first().click();
  await page.keyboard.press('End');
}

test('draft, mistake on its line, mend, differences, back-test, approval by a second person', async () => {
  const author = await sitDown(browser, house, 'admin');
  const { page } = author;
  await page.goto('/rulebooks/HF');
  await page.getByRole('button', { name: '起草新版本' }).click();
  await page.getByLabel('为什么要改').fill('改为香港的工作时间');
  await page.getByRole('button', { name: '开始起草' }).click();
  await page.waitForURL(/\/rulebooks\/HF\/versions\/2/);

  await endOf(page, 'calendar: CN');
  await page.keyboard.type('X');
  const mistakes = page.getByRole('list', { name: '有误之处' });
  await mistakes.waitFor();
  const line = Number(await mistakes.locator('li').first().getAttribute('data-line'));
  expect(line).toBeGreaterThan(1);
  expect(await mistakes.innerText()).toContain('没有日历“CNX”');
  expect(await page.locator('.cm-lint-marker-error').count()).toBeGreaterThan(0);
  expect(await page.getByRole('button', { name: /^批 ?准$/ }).isDisabled()).toBe(true);

  await mistakes.getByRole('button').first().click();
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await page.getByText('检查通过').waitFor();
  await endOf(page, 'title:');
  await page.keyboard.press('Home');
  await page.keyboard.type("hours: {opens: '09:00', closes: '18:00'}\n");
  await page.getByText('检查通过').waitFor();
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.getByText('草稿已保存').waitFor();

  await page.getByRole('tab', { name: '修改之处' }).click();
  await page.locator('.differences [data-path^=hours]').first().waitFor();

  await page.getByRole('tab', { name: '回测' }).click();
  await page.getByText('规程自带的情节').click();
  await page.getByRole('button', { name: '开始回测' }).click();
  const done = page.locator('.backtest[data-state=done]');
  await done.waitFor();
  expect(await done.getByRole('status').innerText()).toMatch(/重演 \d+ 件/);
  // whoever drafted it does not approve it
  expect(await page.getByRole('button', { name: /^批 ?准$/ }).isDisabled()).toBe(true);
  await author.context.close();

  const second = await sitDown(browser, house, 'hq');
  await second.page.goto('/rulebooks/HF/versions/2');
  await second.page.getByRole('button', { name: /^批 ?准$/ }).click();
  const modal = second.page.locator('.ant-modal');
  await modal.getByLabel('批准意见').fill('同意');
  await modal.getByRole('button', { name: /^批 ?准$/ }).click();
  await second.page.locator('.version-state.inForce').waitFor();
  await second.page.goto('/rulebooks/HF');
  const lines = second.page.locator('.version-list > li');
  await lines.first().waitFor();
  expect(await lines.allInnerTexts()).toEqual([
    expect.stringMatching(/第 2 版[^]*现行[^]*系统管理员[^]*林建平/),
    expect.stringMatching(/第 1 版[^]*已被取代/),
  ]);
  await second.context.close();
});

test('the process is drawn, and who may do what is told, on a phone, too', async () => {
  const { page, context } = await sitDown(browser, house, 'supervisor', phone);
  await page.goto('/rulebooks/WY');
  await page.locator('.process svg .process-arrow').first().waitFor();
  expect(await page.locator('.process [data-status=received]').innerText()).toContain('受理 → 已受理');
  const permissions = page.getByRole('region', { name: '谁可以办理哪一步' });
  expect(await permissions.locator('tr', { hasText: '批准方案' }).innerText()).toContain('WY-4.4.3.2');
  expect(await permissions.getByText('作出处罚').count()).toBe(0);
  await hasNoSidewaysScroll(page);
  await context.close();
});
