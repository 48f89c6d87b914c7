/** What only some rulebooks have, done on the pages: compensation, papers, penalties, other parties, survey, ledger, figures. */
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { choose, drawer, give, hasNoSidewaysScroll, isDone, phone, send, sitDown } from './desk.js';
import { ask, file, type Filed } from './office.js';
import { browser, house } from './opened.js';

const sit = (user: string, options = {}) => sitDown(browser, house, user, options);
const panel = (page: Page, name: string) => page.locator(`[data-shows=${name}]`);

/** Opens a command's form from its panel, fills and sends it. */
async function from(page: Page, command: string, fill?: () => Promise<void>): Promise<void> {
  await page.locator(`[data-panel=${command}]`).first().click();
  await drawer(page).waitFor();
  await fill?.();
  await send(page, command);
  await isDone(page, command);
}

async function brought(given: Record<string, unknown>, ...steps: [string, string, object?][]): Promise<Filed> {
  const filed = await file(house, given);
  for (const [user, command, input = {}] of steps) await ask(house, user, `complaints/${filed.id}/${command}`, input);
  return filed;
}

const dispatched: [string, string, object?][] = [
  ['supervisor', 'accept', {}],
  ['supervisor', 'dispatch', { unit: 'engineering', handler: 'handler' }],
];

test('a small compensation: proposed, approved by phone, its paper issued, the memo before the payment', async () => {
  const { id } = await brought({ rulebook: 'BX', text: '木地板泡水' }, ...dispatched);
  const [asks, approves] = [await sit('supervisor'), await sit('approver')];
  await asks.page.goto(`/complaints/${id}`);
  await from(asks.page, 'compensate', async () => {
    await drawer(asks.page).getByText('小额', { exact: true }).click();
    await asks.page.getByLabel('金额（元）').fill('800');
    await asks.page.getByLabel('理由').fill('木地板泡水');
    expect(await drawer(asks.page).innerText()).not.toContain('对方底线');
  });
  await panel(asks.page, 'compensation').getByText('800 元').waitFor();
  await approves.page.goto(`/complaints/${id}`);
  await from(approves.page, 'compensate', () => choose(approves.page, '请示方式', '电话请示'));
  await panel(asks.page, 'compensation').getByText('工作联系单尚未补开').waitFor();
  await from(asks.page, 'issueSheet', () => asks.page.getByLabel('单据内容').fill('确认赔付 800 元'));
  await panel(asks.page, 'sheets').getByText('工作联系单').waitFor();
  await panel(asks.page, 'compensation').getByText('签署和解备忘之后才能支付').waitFor();
  await from(asks.page, 'compensate', () =>
    asks.page.getByRole('textbox', { name: '和解备忘' }).fill('一次性赔付 800 元，双方签字。'),
  );
  await from(asks.page, 'compensate');
  await panel(asks.page, 'compensation').locator('.panel-steps li.done').nth(3).waitFor();
  expect(await asks.page.locator('[data-panel=compensate]').count()).toBe(0);
  await Promise.all([asks.context.close(), approves.context.close()]);
});

test('a penalty by the rates, the appeal of whom it hits, and what was decided', async () => {
  const { id } = await brought({ rulebook: 'JB', text: '多收门禁卡费用' }, ...dispatched);
  const { page, context } = await sit('approver');
  await page.goto(`/complaints/${id}`);
  await from(page, 'penalise', async () => {
    await page.getByLabel('被处罚人').fill('王强');
    await choose(page, '被处罚人', '王强');
    await page.getByLabel('损失（元）').fill('15000');
    await page.getByLabel('理由').fill('漏登台账');
  });
  await panel(page, 'penalties').getByText('王强 2,500 元').waitFor();
  await ask(house, 'handler', `complaints/${id}/appeal`, { number: 1, reason: '系统故障' });
  await panel(page, 'penalties').getByText('申诉待裁定').waitFor();
  await context.close();
  const decides = await sit('company');
  await decides.page.goto(`/complaints/${id}`);
  await from(decides.page, 'decideAppeal', async () => {
    await drawer(decides.page).getByText('撤销', { exact: true }).click();
    await decides.page.getByLabel('理由').fill('故障属实');
  });
  await panel(decides.page, 'penalties').getByText('撤销处罚').waitFor();
  await decides.context.close();
});

test('the ledger and the promise: an extension moves it, and the page says from when to when', async () => {
  const { id } = await brought({ channel: 'letter', text: '电梯停运' }, ['supervisor', 'accept']);
  const { promise } = await ask<{ promise: { due: string } }>(house, 'supervisor', `complaints/${id}`);
  const until = new Date(Date.parse(promise.due) + 3 * 86_400_000).toISOString();
  const input = { clock: 'reply', until, reason: '等厂家答复' };
  await ask(house, 'supervisor', `complaints/${id}/requestExtension`, input);
  const { page, context } = await sit('supervisor', phone);
  await page.goto(`/complaints/${id}`);
  const before = await page.locator('.promise').innerText();
  await panel(page, 'ledger').getByText('待决定').waitFor();
  await ask(house, 'approver', `complaints/${id}/grantExtension`, { clock: 'reply' });
  await panel(page, 'ledger').getByText('已同意').waitFor();
  const said = await panel(page, 'ledger').innerText();
  expect(said).toContain('等厂家答复');
  expect(said).toMatch(/还剩 .+（时限的 \d+%）/);
  expect(said).toMatch(/回复 .+ → 回复 .+/);
  await page.locator('.promise', { hasNotText: before }).waitFor();
  await hasNoSidewaysScroll(page);
  await context.close();
});

test('a utility is contacted and its answer recorded before the work passes', async () => {
  const { id } = await brought({ rulebook: 'ZX', category: 'utilities', text: '燃气压力不足' }, ...dispatched);
  const { page, context } = await sit('handler');
  await page.goto(`/complaints/${id}`);
  await from(page, 'contact', async () => {
    await page.getByLabel('联系哪一方').fill('燃气公司');
    await page.getByLabel('联系内容').fill('请检查调压箱');
  });
  await panel(page, 'contacts').getByText('等待答复').waitFor();
  await from(page, 'conclude', async () => {
    await drawer(page).getByText('已落实').click();
    await page.getByLabel('对方答复或调解结果').fill('已更换调压箱');
  });
  await panel(page, 'contacts').getByText('已更换调压箱').waitFor();
  expect(await page.locator('[data-panel=conclude]').count()).toBe(0);
  await context.close();
});

test('items are rated at the revisit, counted, and lead back to the complaint', async () => {
  const { id, number } = await brought(
    { rulebook: 'HF', category: 'greening', text: '草坪枯黄' },
    ...dispatched,
    ['handler', 'complete', { result: '已补种' }],
    ['supervisor', 'verify', { passed: true }],
  );
  const { page, context } = await sit('revisitor');
  await page.goto(`/complaints/${id}`);
  const rate = async (item: string, said: string) =>
    page.locator('.ratings li', { hasText: item }).getByText(said, { exact: true }).click();
  await give(page, 'revisit', async () => {
    await drawer(page).getByText('满意', { exact: true }).first().click();
    await rate('绿化管理', '一般');
    await rate('维修服务', '不满意');
  });
  await panel(page, 'result').getByText('绿化管理 一般；维修服务 不满意').waitFor();
  await page.goto('/figures');
  const row = panel(page, 'survey').locator('tr', { hasText: '维修服务' });
  await row.getByRole('link', { name: '1' }).click();
  await page.getByText(number).first().waitFor();
  await page.locator('.linked').getByText('维修服务 不满意').waitFor();
  await context.close();
});

test('who decides in turn, and what level 1 is still owed', async () => {
  const steps: [string, string, object?][] = [
    ...dispatched,
    ['handler', 'takeOver'],
    ['handler', 'recordFindings', { category: 'services', nature: 'people', valid: true, findings: '属实' }],
    ['supervisor', 'reply', { form: 'letter', text: '裁决：撤销扣奖金的决定' }],
    ['supervisor', 'disagree', { reason: '要求公开道歉' }],
  ];
  const grievance = await brought({ rulebook: 'YG', channel: 'visit', text: '扣奖金' }, ...steps);
  const { page, context } = await sit('supervisor');
  await page.goto(`/complaints/${grievance.id}`);
  await panel(page, 'instances').locator('.now', { hasText: '工会调解' }).waitFor();
  const forwarded = await brought(
    { rulebook: 'HX', text: '热水时有时无' },
    ...dispatched,
    ['supervisor', 'reply', { form: 'phone', text: '已派人检修' }],
    ['handler', 'complete', { result: '已更换' }],
    ['supervisor', 'verify', { passed: true }],
    ['supervisor', 'feedBack', { form: 'phone', text: '已恢复', addressee: 'complainant' }],
  );
  await page.goto(`/complaints/${forwarded.id}`);
  await panel(page, 'result').getByText('尚欠').waitFor();
  await from(page, 'feedBack', () => page.getByLabel('反馈内容').fill('热水已恢复'));
  await panel(page, 'result').getByText('尚欠').waitFor({ state: 'detached' });
  await context.close();
});
