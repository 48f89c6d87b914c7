/** By the keyboard alone: a call is filed, its plan is reviewed and approved, and it is closed. */
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { drawer, sitDown, standsAt } from './desk.js';
import { ask, bringTo } from './office.js';
import { browser, house } from './opened.js';

/** No mouse from here on: whoever clicks fails. */
async function withoutMouse(page: Page): Promise<void> {
  await page.addInitScript(`addEventListener('pointerdown', () => { throw new Error('somebody clicked'); }, true)`);
}

test('a call is filed in a few keys, and the next one can be taken at once', async () => {
  const { page, context } = await sitDown(browser, house, 'reception');
  await ask(house, 'reception', 'complaints', { project: 'cuihu', channel: 'phone', text: '楼道灯坏了' });
  await withoutMouse(page);
  await page.goto('/complaints/new');
  await page
    .locator('.ant-select-content-has-value, .ant-select-selection-item', { hasText: '翠湖花园' })
    .first()
    .waitFor();
  // the words first: that is what the caller begins with
  await page.keyboard.type('3号楼2单元电梯反复停运，老人上下楼困难');
  let steps = 0;
  const tabTo = async (id: string) => {
    for (let tries = 0; tries < 12; tries++) {
      if ((await page.evaluate('document.activeElement?.id')) === id) return;
      await page.keyboard.press('Tab');
      steps++;
    }
    throw new Error(`no way to ${id} by Tab`);
  };
  await tabTo('complainant_name');
  await page.keyboard.type('周女士');
  await tabTo('complainant_phone');
  await page.keyboard.type('13800000001');
  await tabTo('complainant_room');
  await page.keyboard.type('3-2-1102');
  await page.keyboard.press('Control+Enter');
  const read = page.locator('.read-back');
  await read.waitFor();
  const number = (await page.locator('.filed-number').innerText()).trim();
  expect(await read.innerText()).toContain('3号楼2单元电梯反复停运');
  expect(await read.innerText()).toContain(number.replace(/-/g, '，'));
  expect(await read.innerText()).toMatch(/我们会在.+前给您回复/);
  // beside the words themselves: Tab to three fields, one key to send
  expect(steps).toBeLessThanOrEqual(8);
  await page.keyboard.press('Enter');
  await page.locator('textarea#text:focus').waitFor();
  expect(await page.locator('textarea#text').inputValue()).toBe('');
  await context.close();
});

test('a plan is reviewed and approved, the next one returned, and the first closed, by keys alone', async () => {
  const first = await bringTo(house, 'awaitingApproval');
  const second = await bringTo(house, 'awaitingApproval', { text: '门禁失灵' });
  const { page, context } = await sitDown(browser, house, 'supervisor');
  await withoutMouse(page);
  await page.goto('/tasks');
  await page.locator('#group-approvals').waitFor();
  await page.keyboard.press('?');
  await page.locator('.key-list').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.key-list').waitFor({ state: 'hidden' });
  await page.keyboard.press('j');
  await page.locator('.task-do a:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.review').waitFor();
  await page.locator('.review-bar button', { hasText: '下一件' }).waitFor();
  if (!(await page.locator(`[data-reviews="${first.number}"]`).count())) await page.keyboard.press('n');
  await page.locator(`[data-reviews="${first.number}"]`).waitFor();
  expect(await page.locator('.review').innerText()).toContain('更换灯管');
  await page.keyboard.press('a');
  await drawer(page).waitFor();
  await page.locator('.command-drawer :focus').waitFor();
  await page.keyboard.press('Control+Enter');
  await drawer(page).waitFor({ state: 'hidden' });
  await page.locator('.review-done button:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`[data-reviews="${second.number}"]`).waitFor();
  await page.keyboard.press('r');
  await drawer(page).locator('textarea:focus').first().waitFor();
  await page.keyboard.type('请写明完成后谁来验收。');
  await page.keyboard.press('Control+Enter');
  await drawer(page).waitFor({ state: 'hidden' });
  const returned = await ask<{ plans: { state: string; reason?: string }[] }>(
    house,
    'supervisor',
    `complaints/${second.id}`,
  );
  expect(returned.plans.at(-1)).toMatchObject({ state: 'returned', reason: '请写明完成后谁来验收。' });
  await closeByKeys(page, first.id);
  await context.close();
});

/** The rest of the way on the complaint's own page: Tab to the step, Enter, fill, send. */
async function closeByKeys(page: Page, id: string): Promise<void> {
  await page.goto(`/complaints/${id}`);
  await step(page, 'reply', async () => page.keyboard.type('明天下班前修好。'));
  await standsAt(page, '待客户确认');
  await step(page, 'agree');
  await standsAt(page, '实施中');
  await ask(house, 'handler', `complaints/${id}/complete`, { result: '灯管已更换。' });
  await standsAt(page, '待验证');
  await step(page, 'verify', async () => page.keyboard.press('Space'));
  await standsAt(page, '待回访');
  await ask(house, 'revisitor', `complaints/${id}/revisit`, { outcome: 'satisfied', form: 'phone' });
  await standsAt(page, '已关闭');
}

async function step(page: Page, command: string, fill?: () => Promise<void>): Promise<void> {
  await page.locator(`[data-command=${command}]`).waitFor();
  for (let tries = 0; ; tries++) {
    if ((await page.evaluate('document.activeElement?.dataset.command')) === command) break;
    if (tries > 60) throw new Error(`no way to ${command} by Tab`);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.locator('.command-drawer :focus').waitFor();
  if (fill) {
    const wanted = command === 'verify' ? 'input[type=radio]' : 'textarea';
    for (let tries = 0; !(await page.locator(`.command-drawer ${wanted}:focus`).count()); tries++) {
      if (tries > 12) throw new Error(`no way to ${wanted} by Tab`);
      await page.keyboard.press('Tab');
    }
    await fill();
  }
  await page.keyboard.press('Control+Enter');
  await drawer(page).waitFor({ state: 'hidden' });
}
