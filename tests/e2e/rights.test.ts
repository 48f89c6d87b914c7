/** The table of rights as people use it: who may do this, why may I not, what does this role reach. */
import { expect, test } from '@jest/globals';
import { choose, hasNoSidewaysScroll, phone, sitDown } from './desk.js';
import { browser, house } from './opened.js';

test('a supervisor finds why nobody approves a plan of their own, and which clause says so', async () => {
  const { page, context } = await sitDown(browser, house, 'supervisor');
  await page.getByRole('link', { name: '权限表' }).click();
  await page.getByRole('heading', { name: '权限表', exact: true }).waitFor();
  await choose(page, '角色', '客服主管');
  await page.locator('.rights-table.one').waitFor();
  // only what is asked for is left
  expect(await page.locator('.rights-table thead th').count()).toBe(3);
  await page.getByLabel('按名称查找事项').fill('批准方案');
  const row = page.getByRole('row', { name: /批准方案/ });
  await row.waitFor();
  expect(await page.locator('.rights-table tbody tr:not(.rights-group)').count()).toBe(1);
  await row.getByRole('button').first().click();
  const why = page.locator('.right-reasons:visible');
  await why.locator('li', { hasText: '要决定的是本人的事项' }).getByText('不得决定自己的事项').waitFor();
  await why.locator('li', { hasText: '本人是被投诉人' }).getByText('被投诉或已回避的人不得经手').waitFor();
  await why.locator('li', { hasText: '代理的人是被投诉人' }).getByRole('img', { name: '不可以' }).waitFor();
  expect(await why.getByText(/SY-3/).count()).toBeGreaterThan(0);
  await context.close();
});

test('an auditor finds that a handler may not approve, and who may', async () => {
  const { page, context } = await sitDown(browser, house, 'auditor');
  await page.goto('/rights?role=handler');
  await page.getByLabel('按名称查找事项').fill('批准方案');
  await page
    .getByRole('row', { name: /批准方案/ })
    .getByRole('button', { name: '不可以' })
    .click();
  await page.getByText('这个角色在任何关系下都不能办理。').waitFor();
  await page.getByText(/可以办理的角色：.*客服主管/).waitFor();
  await page.getByLabel('按名称查找事项').fill('没有这样的事项');
  await page.getByText('没有符合条件的事项').waitFor();
  await context.close();
});

test('an administrator finds in Chinese what a role reaches, on a phone too', async () => {
  for (const options of [{}, phone]) {
    const { page, context } = await sitDown(browser, house, 'admin', options);
    await page.goto('/rights?of=routes&role=auditor');
    const routes = page.locator('.rights-routes');
    await routes.getByText('投诉流程的完整历史，供审计').waitFor();
    await page.getByLabel('按名称或地址查找接口').fill('解密');
    const found = routes.locator('li');
    expect(await found.count()).toBe(1);
    await found.getByText('/api/codec/decode').waitFor();
    await found.getByText('审计').last().waitFor();
    await page.getByLabel('按名称或地址查找接口').fill('organisation/nodes');
    await routes.getByText('组织：最上级').waitFor({ state: 'hidden' });
    await hasNoSidewaysScroll(page);
    await context.close();
  }
});
