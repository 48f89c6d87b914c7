/** Matters on the pages: found, confirmed and undone by a person; what is alike shows while one is written down. */
import { expect, test } from '@jest/globals';
import { hasNoSidewaysScroll, phone, sitDown } from './desk.js';
import { file, type Filed } from './office.js';
import { browser, house } from './opened.js';

const lift = (name: string, given: object = {}): Promise<Filed> =>
  file(house, {
    category: 'equipment',
    text: '3栋2单元电梯又坏了，已经停了两天没人修',
    complainant: { name, phone: `1390000${name.charCodeAt(0) % 10000}` },
    ...given,
  });

test('a person confirms what is doubtful, and undoes it', async () => {
  const first = await lift('周女士');
  const second = await lift('李先生', { category: 'security' });
  const { page, context } = await sitDown(browser, house, 'supervisor');
  const panel = page.locator('.matter');
  // the courier finds them a moment after they came in
  for (let tries = 1; (await panel.count()) === 0; tries++) {
    expect(tries).toBeLessThan(30);
    await page.goto(`/complaints/${first.id}`);
    await page.locator('.complaint-head').waitFor();
    await panel.waitFor({ timeout: 1_000 }).catch(() => undefined);
  }
  const other = panel.locator(`[data-alike="${second.number}"]`);
  await other.getByText('类别不同').waitFor();
  await other.getByRole('button', { name: '对照看' }).click();
  await other.locator('.beside').getByText('本投诉').waitFor();
  await other.getByRole('button', { name: '是同一事项', exact: true }).click();
  await panel.getByText('一个月内另有 1 位投诉人反映同一事项').waitFor();
  await other.getByText('陈静 认定').waitFor();

  await other.getByRole('button', { name: '不是同一事项' }).click();
  await panel.getByText('已认定不是同一事项（1）').click();
  await other.getByRole('button', { name: '撤销认定' }).click();
  await panel.getByRole('heading', { name: '可能是同一事项，请核对' }).waitFor();
  await context.close();
});

test('what is alike shows while a complaint is written down, on a phone too', async () => {
  const known = await lift('王阿姨');
  for (const options of [{}, phone]) {
    const { page, context } = await sitDown(browser, house, 'reception', options);
    await page.goto('/complaints/new');
    const text = page.getByLabel('投诉内容');
    await text.fill('9号楼垃圾没人收，臭气熏天');
    await text.fill('三号楼二单元客梯停用了');
    const similar = page.locator('.similar');
    await similar.locator(`[data-alike="${known.number}"]`).getByText('位置相同 3栋').waitFor();
    expect(await similar.locator('.alike').count()).toBeLessThanOrEqual(5);
    await hasNoSidewaysScroll(page);
    await similar.getByRole('button', { name: '不再提示' }).click();
    await similar.waitFor({ state: 'hidden' });
    await context.close();
  }
});
