/** A day at each desk: headquarters supervise and read, reception keeps a second call with the first, an administrator begins a rulebook. */
import { expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { hasNoSidewaysScroll, phone, sitDown, standsAt } from './desk.js';
import { ask, bringTo, file } from './office.js';
import { browser, house } from './opened.js';

interface Events {
  items: { type: string; ground?: string; text?: string }[];
}

const eventsOf = async (id: string, kind: string) =>
  (await ask<Events>(house, 'supervisor', `complaints/${id}/events`)).items.filter(({ type }) => type === kind);

const said = '三号楼二单元客梯停用了';

test('a second call is kept with the first: found while it is typed, nothing filed anew', async () => {
  const first = await file(house, {
    text: '3栋2单元电梯又坏了，已经停了两天没人修',
    category: 'equipment',
  });
  // the courier reads it a moment after it came in
  await eventually(async () => {
    const { items } = await ask<{ items: { id: string }[] }>(
      house,
      'reception',
      `complaints/similar?project=cuihu&text=${encodeURIComponent(said)}`,
    );
    return items.find(({ id }) => id === first.id);
  });
  const { page, context } = await sitDown(browser, house, 'reception', phone);
  await page.goto('/complaints/new');
  await page.getByLabel('投诉内容').fill(said);
  const known = page.locator(`[data-alike="${first.number}"]`);
  await known.getByRole('button', { name: '记入这一件' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '记入这一件' }).click();
  await page.getByText(`已记入 ${first.number}`).waitFor();
  expect(await page.getByLabel('投诉内容').inputValue()).toBe('');
  await hasNoSidewaysScroll(page);
  const [again] = await eventually(async () => {
    const found = await eventsOf(first.id, 'FollowedUp');
    return found.length > 0 ? found : undefined;
  });
  expect(again?.text).toBe(said);
  await page.goto(`/complaints/${first.id}`);
  await page.getByRole('button', { name: '客户又来电' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /记\s?录/ })
    .click();
  await page.locator('[data-event=Urged]').waitFor();
  await context.close();
});

test('headquarters begin at the board and supervise with one confirmation; the project hears of it without reloading', async () => {
  const { id, number } = await file(house, { text: '业主扬言向电视台反映停车费涨价', facts: { media: 'threatened' } });
  const below = await sitDown(browser, house, 'supervisor');
  await below.page.goto(`/complaints/${id}`);
  await standsAt(below.page, '已登记');
  const { page, context } = await sitDown(browser, house, 'hq');
  await page.waitForURL('**/board');
  const line = page.locator('.severe-line', { hasText: number });
  // age raises nothing to what is reached
  expect(await line.innerText()).not.toMatch(/逾期升(重要|热点)/);
  await line.getByRole('button', { name: '督办' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('督办理由').waitFor();
  await dialog.locator('button:focus', { hasText: '督办' }).waitFor();
  await page.keyboard.press('Enter');
  await line.getByText(/督办中/).waitFor();
  const [ordered] = await eventsOf(id, 'SupervisionOrdered');
  expect(ordered?.ground).toContain('热点投诉');
  await below.page.locator('[data-event=SupervisionOrdered]').waitFor();
  await below.context.close();
  await context.close();
});

test('bulletins are read one after the other by keys alone', async () => {
  for (const text of ['电梯反复停运，十二户联名投诉。', '地下车库积水，十二户车辆被泡。'])
    await file(house, { channel: 'visit', people: 12, text });
  const unread = () => ask<{ items: object[] }>(house, 'hq', 'bulletins?state=issued&acknowledged=false');
  const before = await eventually(async () => {
    const { items } = await unread();
    return items.length >= 2 ? items.length : undefined;
  });
  const { page, context } = await sitDown(browser, house, 'hq');
  await page.goto('/tasks');
  await page.locator('#group-unread').waitFor();
  await page.locator('.paper-task a').first().click();
  for (let left = before; left > 0; left--) {
    await page.locator('.paper-actions').getByRole('button', { name: '签收', exact: true }).waitFor();
    const address = page.url();
    await page.keyboard.press('a');
    await page.locator('.paper-receipts .good').waitFor();
    if (left === 1) break;
    await page.locator('.paper-actions button', { hasText: '下一份待签收' }).waitFor();
    await page.keyboard.press('n');
    await page.waitForURL((url) => url.href !== address);
  }
  await page.getByText('没有其他待签收的快报。').waitFor();
  expect((await unread()).items).toEqual([]);
  await context.close();
});

test('a supervisor’s desk has no more than what is theirs to do', async () => {
  const handled = await bringTo(house, 'planning', { text: '水压不足' });
  const { items } = await ask<{ items: { complaint: { id: string }; commands: string[] }[] }>(
    house,
    'supervisor',
    'tasks',
  );
  expect(items.flatMap(({ commands }) => commands)).not.toContain('conclude');
  const own = items.find(({ complaint }) => complaint.id === handled.id)?.commands ?? [];
  // its answer is still owed; no other party has a hand in it
  expect(own).not.toContain('contact');
});

test('an administrator begins a rulebook as a copy; it is found again before it is in force', async () => {
  const { page, context } = await sitDown(browser, house, 'admin');
  await page.waitForURL('**/organisation**');
  await page.goto('/rulebooks');
  await page.getByRole('button', { name: '新建规程' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('以哪一部为底稿').fill('WY');
  await page.locator('.ant-select-item-option', { hasText: 'WY' }).first().click();
  await dialog.getByLabel('规程编号').fill('aj2027');
  await dialog.getByLabel('名称', { exact: true }).fill('安居集团“有诉必应”办法: 2027');
  await dialog.getByLabel('为什么新建').fill('集团统一办法');
  await dialog.getByRole('button', { name: '开始起草' }).click();
  await page.waitForURL('**/rulebooks/AJ2027/versions/1');
  await page.getByText('检查通过').waitFor();
  await page.goto('/rulebooks/AJ2027');
  await page.getByText('这部规程还没有生效的版本').waitFor();
  await page.goto('/rulebooks');
  await page.locator('.book', { hasText: '安居集团“有诉必应”办法: 2027' }).getByText('尚未生效').waitFor();
  await context.close();
  const { page: other, context: below } = await sitDown(browser, house, 'supervisor');
  await other.goto('/rulebooks');
  await other.locator('.book').first().waitFor();
  expect(await other.getByText('尚未生效').count()).toBe(0);
  await below.close();
});
