/** What the pages promise beside the ordinary way. */
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import {
  choose,
  drawer,
  give,
  hasNoSidewaysScroll,
  phone,
  press,
  printsBlackOnWhite,
  send,
  sitDown,
  standsAt,
} from './desk.js';
import { ask, bringTo, file } from './office.js';
import { browser, house } from './opened.js';

const sit = (user: string, options = {}) => sitDown(browser, house, user, options);

test('explains why a deadline is when it is, day by day, with the clause', async () => {
  const { id } = await file(house, {
    channel: 'letter',
    arrivedAt: '2026-09-30T16:00:00+08:00',
    backdatedBecause: '国庆前收到的信',
  });
  const { page, context } = await sit('supervisor');
  await page.goto(`/complaints/${id}`);
  await page.locator('.deadline', { hasText: 'WY-4.6.2' }).getByRole('button', { name: '为何是这一刻' }).click();
  const why = drawer(page);
  await why.getByText('书面或邮件投诉二个工作日内回复').waitFor();
  const said = await why.innerText();
  expect(said).toContain('2 个工作日');
  expect(said).toContain('起算日不计入');
  expect(said).toContain('国庆节');
  expect(said).toContain('10月9日（周五）18:00');
  expect(await why.locator('.strip-day.due').innerText()).toContain('18:00');
  expect(await why.locator('.strip-day.holiday').count()).toBe(7);
  await context.close();
});

test('speaks English where that is wanted, and remembers it', async () => {
  const { id } = await bringTo(house, 'awaitingApproval');
  const { page, context } = await sit('supervisor');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'My tasks' }).waitFor();
  await page.goto(`/complaints/${id}`);
  await page.getByRole('button', { name: 'Approve the plan' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.getByText('proposed plan version 1').waitFor();
  await page.locator('.complaint-head').getByText('Plan awaiting approval').waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('button', { name: '批准方案' }).waitFor();
  await context.close();
});

test("paper is white and says nothing of today, and a title is a page's own for as long as one is there", async () => {
  const { id, number } = await file(house, {});
  const { page, context } = await sit('hq');
  await page.goto(`/complaints/${id}`);
  await page.getByRole('heading', { name: number }).waitFor();
  await printsBlackOnWhite(page, '.said .words');
  await page.emulateMedia({ media: 'print' });
  const deadlines = await page.locator('.deadlines').innerText();
  expect(deadlines).toMatch(/（周.）\d\d:\d\d/);
  expect(deadlines).not.toMatch(/今天|明天|昨天|还剩/);
  await page.emulateMedia({ media: 'screen' });
  expect(await page.title()).toBe(`回音 · ${number} · 投诉`);
  await page.getByRole('link', { name: '督导看板' }).click();
  await page.locator('.board-heads').waitFor();
  expect(await page.title()).toBe('回音 · 督导看板');
  await printsBlackOnWhite(page, '.board-heads span');
  await context.close();
});

test('a double click files one complaint', async () => {
  const { page, context } = await sit('reception');
  const keys: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') keys.push(request.headers()['idempotency-key']);
  });
  const text = '同一通电话，只应登记一次：地库积水。';
  await page.goto('/complaints/new');
  await choose(page, '项目', '翠湖花园');
  await page.getByLabel('投诉内容').fill(text);
  await page.getByRole('button', { name: '登记投诉' }).dblclick();
  await page.locator('.filed-number').waitFor();
  const { items } = await ask<{ items: unknown[] }>(
    house,
    'supervisor',
    `complaints?q=${encodeURIComponent('地库积水')}`,
  );
  expect(items).toHaveLength(1);
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toBeTruthy();
  await context.close();
});

test('says at each field what is wrong', async () => {
  const { page, context } = await sit('reception');
  await page.goto('/complaints/new');
  await page.getByRole('button', { name: '登记投诉' }).click();
  await page.getByRole('alert').filter({ hasText: '请写下客户反映的内容' }).first().waitFor();
  await choose(page, '项目', '翠湖花园');
  await page.getByLabel('投诉内容').fill('门禁失灵');
  await page.getByLabel('电话').fill('不是号码');
  await page.getByRole('button', { name: '登记投诉' }).click();
  const phoneField = page.locator('.ant-form-item', { has: page.getByLabel('电话') });
  await phoneField.locator('.ant-form-item-explain-error', { hasText: '请填写电话号码' }).waitFor();
  expect(await page.getByLabel('投诉内容').inputValue()).toBe('门禁失灵');
  await page.getByLabel('电话').fill('13800000002');
  await page.getByLabel('电子邮件').fill('a@');
  await page.getByRole('button', { name: '登记投诉' }).click();
  const mailField = page.locator('.ant-form-item', { has: page.getByLabel('电子邮件') });
  await mailField.locator('.ant-form-item-explain-error', { hasText: 'name@example.com' }).waitFor();
  await page.getByLabel('电子邮件').fill('li@example.com');
  await choose(page, '信函语言', 'English');
  await page.getByRole('button', { name: '登记投诉' }).click();
  await page.getByText('复述给客户听').waitFor();
  const [filed] = (await ask<{ items: { id: string }[] }>(house, 'reception', 'complaints?limit=1')).items;
  const { complainant } = await ask<{ complainant: object }>(house, 'reception', `complaints/${filed?.id}`);
  expect(complainant).toMatchObject({ email: 'li@example.com', language: 'en' });
  await context.close();
});

test('shows why something is refused, and the clause', async () => {
  const { id } = await bringTo(house, 'replying', { channel: 'forum' });
  const { page, context } = await sit('supervisor');
  await page.goto(`/complaints/${id}`);
  await press(page, 'reply');
  await page.getByLabel('回复内容').fill('我们正在处理。');
  await send(page, 'reply');
  const refused = drawer(page).locator('.refused');
  await refused.waitFor();
  expect(await refused.getAttribute('data-code')).toBe('forbidden');
  expect(await refused.innerText()).toContain('WY-4.5.3');
  expect(await refused.innerText()).toContain('网上回复须经公司审批后公布');
  // what was written is not lost
  expect(await page.getByLabel('回复内容').inputValue()).toBe('我们正在处理。');
  await context.close();
});

test('tells when the complaint has changed meanwhile, and keeps what was written', async () => {
  const { id } = await file(house, { text: '门口路灯不亮' });
  const { page, context } = await sit('supervisor');
  // deaf to what changes
  await page.route('**/api/events', (route) => route.abort());
  await page.goto(`/complaints/${id}`);
  await press(page, 'comment');
  await page.getByLabel('备注内容').fill('已电话联系业主。');
  await ask(house, 'reception', `complaints/${id}/comment`, { text: '业主又来过一次。' });
  await send(page, 'comment');
  await page.getByText('刚刚被更新').first().waitFor();
  expect(await page.getByLabel('备注内容').inputValue()).toBe('已电话联系业主。');
  await page.getByText('业主又来过一次。').waitFor();
  await send(page, 'comment');
  await drawer(page).waitFor({ state: 'hidden' });
  await page.locator('.timeline').getByText('已电话联系业主。').waitFor();
  await context.close();
});

test('finds by two characters, filters, and goes by the keyboard', async () => {
  await file(house, { text: '水泵房夜里轰鸣，睡不着' });
  const { page, context } = await sit('supervisor');
  await page.goto('/complaints');
  await page.locator('.rows-body .row').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('轰鸣');
  await page.getByText('共 1 件').waitFor();
  await page.keyboard.press('Tab');
  await page.locator('.rows-body a').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^HY-/ }).waitFor();
  await page.goBack();
  expect(new URL(page.url()).searchParams.get('q')).toBe('轰鸣');
  await context.close();
});

test('fits a phone: nothing scrolls sideways, and the step can be taken', async () => {
  const { id } = await bringTo(house, 'awaitingApproval');
  const { page, context } = await sit('supervisor', phone);
  for (const path of ['/tasks', '/complaints', '/complaints/new', '/rulebooks/WY', `/complaints/${id}`]) {
    await page.goto(path);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await hasNoSidewaysScroll(page);
  }
  await give(page, 'approve');
  await standsAt(page, '待回复');
  await context.close();
});

test('says so when the network is away, and goes on by itself', async () => {
  const { page, context } = await sit('supervisor');
  await context.setOffline(true);
  await page.getByText('网络已断开').waitFor();
  await context.setOffline(false);
  await page.getByText('网络已断开').waitFor({ state: 'hidden' });
  await context.close();
});

test('the first page is light: at most 300 KB of script', async () => {
  const context = await browser.newContext({ baseURL: house.url });
  const page = await context.newPage();
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.headers()['content-type']?.includes('javascript')) scripts.push(response.body());
  });
  await page.goto('/login');
  await page.getByLabel('用户名').fill('handler');
  await page.getByLabel('密码').fill(house.password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '我的任务' }).waitFor();
  const sizes = await Promise.all(scripts.map(async (body) => gzipSync(await body).length));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000);
  await context.close();
});
