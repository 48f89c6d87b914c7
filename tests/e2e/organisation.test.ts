/** An administrator puts places and people in from tables, somebody new comes in for the first time, somebody leaves. */
import { beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { SheetFormat } from '../../documents/sheets/read.js';
import { writeSheet } from '../../documents/sheets/write.js';
import { choose, type Desk, sitDown } from './desk.js';
import { ask, bringTo, file } from './office.js';
import { browser, house } from './opened.js';

let admin: Desk;

beforeAll(async () => {
  admin = await sitDown(browser, house, 'admin');
});

const nodeColumns = ['编号', '上级编号', '层级', '名称', '规程'];
const personColumns = ['用户名', '姓名', '单位编号', '角色'];
const type = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

/** Opens the dialog of a table and gives it the rows as a file. */
async function give(page: Page, what: '单位' | '人员', rows: string[][], format: SheetFormat): Promise<Locator> {
  const dialog = page.getByRole('dialog');
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: `导入${what}` }).click();
  const header = what === '单位' ? nodeColumns : personColumns;
  await dialog.locator('input[type=file]').setInputFiles({
    name: `${what}.${format}`,
    mimeType: type[format],
    buffer: await writeSheet([header, ...rows], format),
  });
  return dialog;
}

/** What the dry run says of a row. */
const said = (dialog: Locator, row: number): Locator =>
  dialog.locator('tbody tr').filter({ has: dialog.page().getByRole('cell', { name: String(row), exact: true }) });

const apply = (dialog: Locator): Locator => dialog.getByRole('button', { name: /^导\s?入$/ });

test('faulty tables say by row what is wrong and change nothing; put right, they are taken in', async () => {
  const { page } = admin;
  await page.goto('/organisation');
  const places = await give(
    page,
    '单位',
    [
      ['yunqi', 'huadong', '项目', '云栖苑', ''],
      ['yunqi', 'huadong', '小区', '云栖苑二期', ''],
      ['longhu', 'nowhere', '项目', '龙湖里', 'NO'],
    ],
    'xlsx',
  );
  await said(places, 3).getByText('没有这种层级').waitFor();
  await said(places, 4).getByText('没有这个单位').first().waitFor();
  expect(await apply(places).isDisabled()).toBe(true);
  await give(page, '单位', [['yunqi', 'huadong', '项目', '云栖苑', '']], 'csv');
  await places.getByText('没有问题，可以导入').waitFor();
  await apply(places).click();
  await places.getByText('已导入：新增 1').waitFor();
  await places.getByRole('button', { name: '已记下，关闭' }).click();
  await page.goto('/organisation?node=yunqi');
  await page.getByRole('heading', { name: '云栖苑' }).waitFor();

  const people = await give(
    page,
    '人员',
    [
      ['sunli', '孙丽', 'yunqi', '经办人、前台'],
      ['Sun Li', '孙莉', 'yunqi', '经办人'],
      ['zhoujie', '周杰', 'nowhere', '经办人'],
      ['wangfang', '', 'yunqi', '大总管'],
    ],
    'csv',
  );
  await said(people, 3).getByText('用户名须为').waitFor();
  await said(people, 4).getByText('没有这个单位').waitFor();
  await said(people, 5).getByText('没有这个角色').waitFor();
  await said(people, 5).getByText('不能为空').waitFor();
  expect(await apply(people).isDisabled()).toBe(true);
  const found = await ask<{ items: object[] }>(house, 'admin', 'people?q=sunli');
  expect(found.items).toEqual([]);
});

test('somebody new comes in with the password that is shown once, chooses an own one, and sees their project alone', async () => {
  const { page } = admin;
  await page.goto('/organisation');
  const people = await give(page, '人员', [['sunli', '孙丽', 'yunqi', '经办人、前台']], 'xlsx');
  await people.getByText('没有问题，可以导入').waitFor();
  await apply(people).click();
  const password = await page.locator('.one-time code').innerText();
  await page.getByRole('button', { name: '已记下，关闭' }).click();
  const elsewhere = await file(house, { text: '翠湖花园的路灯坏了' });

  const { page: own, context } = await sitDown(browser, { ...house, password }, 'sunli');
  await own.waitForURL('**/account');
  await own.getByText('您的密码是别人代设的').waitFor();
  await own.goto('/complaints');
  await own.waitForURL('**/account');
  await own.getByLabel('当前密码').fill(password);
  await own.getByLabel('新密码', { exact: true }).fill('每天清晨骑车穿过三座大桥');
  await own.getByLabel('再输入一次新密码').fill('每天清晨骑车穿过三座大桥');
  await own.getByRole('button', { name: '修改密码' }).click();
  await own.waitForURL('**/tasks');

  await own.goto('/complaints/new');
  await own.locator('.ant-select-content-has-value', { hasText: '云栖苑' }).first().waitFor();
  await own.getByLabel('投诉内容').fill('云栖苑地下车库漏水，两个车位不能停。');
  await own.getByRole('button', { name: '登记投诉' }).click();
  const number = (await own.locator('.filed-number').innerText()).trim();
  await own.goto('/complaints');
  await own.locator('.row', { hasText: number }).waitFor();
  expect(await own.locator('[data-row]').count()).toBe(1);
  await own.goto(`/complaints/${elsewhere.id}`);
  await own.getByText('没有找到这个页面').waitFor();
  await own.goto('/people/handler');
  await own.getByText('没有找到这个页面').waitFor();
  await context.close();
});

test('whoever leaves hands over what they handle: begun on the page and seen to its end, then the account is closed', async () => {
  const handed = [await bringTo(house, 'planning'), await bringTo(house, 'planning', { text: '门禁失灵' })];
  const { page } = admin;
  await page.goto('/people/handler');
  await page.getByText('请先移交经办中的投诉，再停用。').waitFor();
  expect(await page.getByRole('button', { name: '停用账号' }).isDisabled()).toBe(true);
  await page.getByText(`经办中的投诉 ${handed.length} 件`).click();
  for (const { number } of handed) await page.locator('.places', { hasText: number }).waitFor();
  await choose(page, '移交给', '张伟');
  await page.getByLabel('原因').fill('离职');
  await page.getByRole('button', { name: '移交全部' }).click();
  const progress = page.locator('.batch');
  await progress.getByText('已完成').waitFor();
  await progress.getByText(`${handed.length} / ${handed.length} 件`).waitFor();
  // nobody reloaded the page
  await page.getByText('没有经办中的投诉。').waitFor();
  await page.getByRole('button', { name: '停用账号' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '停用账号' }).click();
  await page.getByText('已停用').waitFor();
  const tasks = await ask<{ items: { complaint: { number: string } }[] }>(house, 'zhangwei', 'tasks');
  expect(tasks.items.map(({ complaint }) => complaint.number).sort()).toEqual(
    handed.map(({ number }) => number).sort(),
  );
  const { context } = await sitDown(browser, house, 'zhangwei');
  await context.close();
  const refused = await fetch(`${house.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'handler', password: house.password }),
  });
  expect(refused.status).toBe(401);
});
