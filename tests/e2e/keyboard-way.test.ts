/** The whole way of a complaint by the keyboard alone: from the call to the day it is closed, by five people. */
import { expect, test } from '@jest/globals';
import { standsAt } from './desk.js';
import { Hands } from './hands.js';
import { browser, house } from './opened.js';

const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

test('from the call to the closing, without a mouse', async () => {
  const [reception, supervisor, handler, revisitor] = (await Promise.all(
    ['reception', 'supervisor', 'handler', 'revisitor'].map((user) => Hands.at(browser, house, user)),
  )) as [Hands, Hands, Hands, Hands];

  // the call
  await reception.tabTo('.nav a[href="/complaints/new"]');
  await reception.press('Enter');
  await reception.page.locator('textarea#text:focus').waitFor();
  await reception.type('3号楼2单元电梯反复停运，老人上下楼困难');
  await reception.press('Shift+Tab', 'Shift+Tab');
  await reception.choose('#project', '翠湖花园');
  await reception.tabTo('#complainant_name');
  await reception.type('周女士');
  await reception.press('Control+Enter');
  const number = (await reception.page.locator('.filed-number').innerText()).trim();
  await reception.keepsFocus();
  await reception.press('o');
  await reception.page.locator('.complaint-head').waitFor();
  const id = new URL(reception.page.url()).pathname.split('/').at(-1) ?? '';

  // the supervisor's desk, from the list of tasks
  const { page } = supervisor;
  await supervisor.takeUp(number);
  await supervisor.give('accept', 'nothing');
  await standsAt(page, '已受理');
  await supervisor.give('dispatch', async () => {
    await supervisor.choose('#unit', '工程');
    await supervisor.choose('#handler', '王强');
  });
  await standsAt(page, '已派单');

  await handler.takeUp(number);
  await handler.give('takeOver');
  await standsAt(handler.page, '调查中');
  await handler.give('recordFindings', async () => {
    await handler.choose('#category', '设备');
    await handler.tabTo('#nature input');
    await handler.press('Space');
    await handler.tabTo('#valid input');
    await handler.press('Space');
    await handler.tabTo('#findings');
    await handler.type('门机控制板老化，维保单位未更换。');
  });
  await standsAt(handler.page, '拟定方案');
  await handler.give('propose', async () => {
    await handler.tabTo('#measures');
    await handler.type('更换门机控制板；更换期间安排搬抬协助。');
    await handler.choose('#owner', '王强');
    await handler.tabTo('#finishBy');
    await handler.type(`${tomorrow()} 18:00`);
    await handler.press('Enter');
  });
  await standsAt(handler.page, '方案待审批');

  // the review, from the list of tasks again
  await supervisor.tabTo('.nav a[href="/tasks"]');
  await supervisor.press('Enter');
  await page.locator('#group-approvals').waitFor();
  await supervisor.takeUp(number);
  // shown as it was seen last until it is read anew: then it is theirs to review
  await page.locator('.review-bar').waitFor();
  await supervisor.press('?');
  await page.locator('.key-list').waitFor();
  await supervisor.press('Escape');
  await page.locator('.key-list').waitFor({ state: 'hidden' });
  await supervisor.keepsFocus();
  await supervisor.press('a');
  await page.locator('.command-drawer :focus').first().waitFor();
  await supervisor.press('Control+Enter');
  await page.locator('.command-drawer').waitFor({ state: 'hidden' });
  await page.locator('.review-done').waitFor();
  await supervisor.keepsFocus();
  await supervisor.press('o');
  await standsAt(page, '待回复');
  await supervisor.give('reply', async () => {
    await supervisor.choose('#form', '电话');
    await supervisor.tabTo('#text');
    await supervisor.type('周三下班前修好。');
  });
  await standsAt(page, '待客户确认');
  await supervisor.give('agree', 'nothing');
  await standsAt(page, '实施中');

  await standsAt(handler.page, '实施中');
  await handler.give('complete', async () => {
    await handler.tabTo('#result');
    await handler.type('控制板已更换，试运行 4 小时无故障。');
  });
  await standsAt(page, '待验证');
  await supervisor.give('verify', async () => {
    await supervisor.tabTo('#passed input');
    await supervisor.press('Space');
  });
  await standsAt(page, '待回访');

  await revisitor.takeUp(number);
  await revisitor.give('revisit', async () => {
    await revisitor.tabTo('#outcome input');
    await revisitor.press('Space');
    await revisitor.choose('#form', '电话');
  });
  await standsAt(revisitor.page, '已关闭');
  expect(new URL(revisitor.page.url()).pathname).toContain(id);
  await Promise.all([reception, supervisor, handler, revisitor].map((one) => one.rest()));
});
