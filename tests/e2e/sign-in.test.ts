/** One's own account: a second factor is set up, and asked for when the person comes again. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { codeOf, stepAt } from '../../api/sessions/totp.js';
import { launchBrowser } from '../support/browser.js';
import { type RunningHouse, startHouse } from '../support/house.js';
import { hasNoSidewaysScroll, phone, sitDown } from './desk.js';

let house: RunningHouse;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([
    startHouse({ env: { HUIYIN_SECOND_FACTOR_ROLES: 'auditor' } }),
    launchBrowser(),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

// the step before, now, the next one: each code is taken once
const code = (secret: string, off: number) => codeOf(bytesOf(secret), stepAt(Date.now()) + off);

function bytesOf(base32: string): Uint8Array {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...base32.replace(/\s/g, '')].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'));
  return Uint8Array.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

async function give(page: Page, user: string, word: string): Promise<void> {
  await page.getByLabel('用户名').fill(user);
  await page.getByLabel('密码').fill(word);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

test('whose role needs a second factor sets it up first, and comes back with a code', async () => {
  const { page, context } = await sitDown(browser, house, 'auditor', phone);
  await page.getByText('您的岗位需要两步验证').waitFor();
  await page.goto('/complaints');
  await page.waitForURL('**/account');
  await page.getByRole('button', { name: '设置两步验证' }).click();
  await page.getByRole('dialog').getByLabel('当前密码').fill(house.password);
  await page.locator('[data-do=step]').click();
  const secret = await page.locator('[data-secret]').innerText();
  await hasNoSidewaysScroll(page);
  await page.getByLabel('扫描后显示的 6 位验证码').fill(code(secret, -1));
  await page.locator('[data-do=step]').click();
  const codes = page.locator('[data-codes] li');
  await codes.first().waitFor();
  expect(await codes.count()).toBe(10);
  const recovery = await codes.first().innerText();
  await page.getByRole('button', { name: '我已保存好' }).click();
  await page.getByText('登录的设备').waitFor();
  await page.locator('.me').click();
  await page.getByRole('button', { name: '退出登录' }).click();

  await give(page, 'auditor', house.password);
  await page.getByLabel('验证码或恢复码').fill('000000');
  await page.getByRole('button', { name: '验证并登录' }).click();
  await page.getByText('验证码不正确或已用过').waitFor();
  await page.getByLabel('验证码或恢复码').fill(code(secret, 0));
  await page.getByRole('button', { name: '验证并登录' }).click();
  await page.locator('.rail').waitFor();

  // somebody with another browser, and a recovery code
  const other = await browser.newContext({ baseURL: house.url, locale: 'zh-CN' });
  const second = await other.newPage();
  await second.goto('/');
  await give(second, 'auditor', house.password);
  await second.getByLabel('验证码或恢复码').fill(recovery);
  await second.getByRole('button', { name: '验证并登录' }).click();
  await second.locator('.rail').waitFor();
  await page.goto('/account');
  await page.getByText('您的账号在没用过的设备上登录过').waitFor();
  await page.getByRole('button', { name: '结束', exact: true }).click();
  await page.getByText('没有其他设备登录').waitFor();
  await second.goto('/account');
  await second.getByLabel('用户名').waitFor();
  await Promise.all([context.close(), other.close()]);
});

test('a password is changed for one that nobody guesses', async () => {
  const { page, context } = await sitDown(browser, house, 'revisitor');
  await page.goto('/account');
  const change = async (next: string) => {
    await page.getByLabel('当前密码').fill(house.password);
    await page.getByLabel('新密码', { exact: true }).fill(next);
    await page.getByLabel('再输入一次新密码').fill(next);
    await page.getByRole('button', { name: '修改密码' }).click();
  };
  await change('iloveyouiloveyou');
  await page.getByText('这个密码在泄露名单中').waitFor();
  await change('春风又绿江南岸明月何时照我还');
  await page.getByText('密码已修改').waitFor();
  await context.close();
});
