/** The table of rights as people use it: who may do this, why may I not, what does this role reach. */
import { expect, test } from '@jest/globals';
import { choose, hasNoSidewaysScroll, phone, sitDown } from './desk.js';
import { ask, file } from './office.js';
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

test('headquarters delete by law what a complaint that is over said, and know what they do', async () => {
  const { id, number } = await file(house, {
    text: '邻居的狗整夜叫',
    complainant: { name: '吴先生', phone: '13800000003' },
  });
  const { page, context } = await sitDown(browser, house, 'hq');
  await page.goto(`/complaints/${id}`);
  await page.getByText('邻居的狗整夜叫').first().waitFor();
  expect(await page.getByRole('button', { name: '依法删除' }).count()).toBe(0);
  await ask(house, 'supervisor', `complaints/${id}/withdraw`, { reason: '邻里已和解' });
  await page.getByRole('button', { name: '依法删除' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('依据与申请').fill('投诉人依《个人信息保护法》第四十七条书面申请');
  await dialog.getByRole('button', { name: '永久删除' }).click();
  await dialog.getByText('编号不一致').waitFor();
  await dialog.getByLabel(/请输入编号以确认/).fill(number);
  await dialog.getByRole('button', { name: '永久删除' }).click();
  await page.locator('.said').getByText('〔已依法删除〕').waitFor();
  await page.reload();
  await page.locator('.said').getByText('〔已依法删除〕').waitFor();
  const words = await page.locator('body').innerText();
  expect(words).toContain(number);
  expect(words).not.toMatch(/邻居的狗|吴先生|邻里已和解/);
  expect(await page.getByRole('button', { name: '依法删除' }).count()).toBe(0);
  await context.close();
});
