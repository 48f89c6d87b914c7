/** A telephone call, from the desk where it is answered to the revisit, by the people whose job each step is. */
import { beforeAll, expect, test } from '@jest/globals';
import { choose, type Desk, give, pickMoment, press, sitDown, standsAt, takeUp } from './desk.js';
import { browser, house } from './opened.js';

let reception: Desk;
let supervisor: Desk;
let handler: Desk;
let revisitor: Desk;

beforeAll(async () => {
  const sit = (user: string) => sitDown(browser, house, user);
  [reception, supervisor, handler, revisitor] = await Promise.all([
    sit('reception'),
    sit('supervisor'),
    sit('handler'),
    sit('revisitor'),
  ]);
});

const dayAfterTomorrow = () => `${new Date(Date.now() + 56 * 3_600_000).toISOString().slice(0, 10)} 18:00`;

test('from the call to the revisit', async () => {
  const number = await fileTheCall();
  await acceptAndDispatch(number);
  await lookIntoIt(number);
  await decideOnThePlan(number);
  await replyAndAgree(number);
  await carryOutAndVerify(number);
  await revisit(number);
  await readItAll();
});

async function fileTheCall(): Promise<string> {
  const { page } = reception;
  await page.getByRole('link', { name: '登记投诉' }).click();
  await choose(page, '项目', '翠湖花园');
  await page.getByLabel('投诉内容').fill('3 号楼 2 单元电梯连续两周反复停运，老人上下楼困难。');
  await choose(page, '类别', '设备管理');
  await page.getByLabel('姓名或称呼').fill('周女士');
  await page.getByLabel('电话').fill('13800000001');
  await page.getByLabel('房号').fill('3-2-1102');
  await page.getByRole('button', { name: '登记投诉' }).click();
  const number = await page.locator('.filed-number').innerText();
  expect(number).toMatch(/^HY-\d{8}-\d{4,}$/);
  return number.trim();
}

async function acceptAndDispatch(number: string): Promise<void> {
  const { page } = supervisor;
  await takeUp(page, number);
  await standsAt(page, '已登记');
  await give(page, 'accept');
  await standsAt(page, '已受理');
  await give(page, 'dispatch', async (form) => {
    await choose(form, '承办部门', '工程部');
    await choose(form, '经办人', '王强');
  });
  await standsAt(page, '已派单');
}

async function lookIntoIt(number: string): Promise<void> {
  const { page } = handler;
  await takeUp(page, number);
  await standsAt(page, '已派单');
  await press(page, 'takeOver');
  await standsAt(page, '调查中');
  // the supervisor has not touched the page: it heard of it
  await standsAt(supervisor.page, '调查中');
  await give(page, 'recordFindings', async (form) => {
    await form.getByLabel('机', { exact: true }).check();
    await choose(form, '性质细分', '质量合格性');
    await form.getByLabel('成立', { exact: true }).check();
    await form.getByRole('textbox', { name: '调查结果' }).fill('门机控制板老化，维保单位未更换。');
  });
  await standsAt(page, '拟定方案');
  await give(page, 'propose', async (form) => {
    await form.getByLabel('处理措施').fill('更换门机控制板。');
    await pickMoment(form, '完成时间', dayAfterTomorrow());
  });
  await standsAt(page, '方案待审批');
}

async function decideOnThePlan(number: string): Promise<void> {
  const { page } = supervisor;
  await takeUp(page, number);
  // a plan that waits opens as a review; the whole complaint is one step back
  await page.waitForURL(/\/complaints\/[^/]+/);
  await page.goto(page.url().replace(/\/review.*$/, ''));
  await standsAt(page, '方案待审批');
  await give(page, 'returnPlan', (form) => form.getByLabel('需要修改之处').fill('请写明更换期间老人怎样出行。'));
  await standsAt(handler.page, '拟定方案');
  await give(handler.page, 'propose', async (form) => {
    await form.getByLabel('处理措施').fill('更换门机控制板；更换期间安排搬抬协助。');
    await pickMoment(form, '完成时间', dayAfterTomorrow());
  });
  await standsAt(page, '方案待审批');
  const added = page.locator('.plan').first().locator('ins').first();
  expect(await added.innerText()).toContain('更换期间安排搬抬协助');
  await give(page, 'approve');
  await standsAt(page, '待回复');
}

async function replyAndAgree(number: string): Promise<void> {
  const { page } = supervisor;
  await takeUp(page, number);
  await standsAt(page, '待回复');
  await give(page, 'reply', (form) => form.getByLabel('回复内容').fill('后天下班前修好，其间楼下有人帮忙搬抬。'));
  await standsAt(page, '待客户确认');
  await page.locator('.deadlines summary').click();
  await page.locator('.deadline.met', { hasText: '回复' }).waitFor();
  await give(page, 'agree');
  await standsAt(page, '实施中');
}

async function carryOutAndVerify(number: string): Promise<void> {
  await takeUp(handler.page, number);
  await standsAt(handler.page, '实施中');
  await give(handler.page, 'complete', (form) => form.getByLabel('处理结果').fill('控制板已更换，试运行无故障。'));
  await standsAt(supervisor.page, '待验证');
  await give(supervisor.page, 'verify', (form) => form.getByLabel('合格', { exact: true }).check());
  await standsAt(supervisor.page, '待回访');
}

async function revisit(number: string): Promise<void> {
  const { page } = revisitor;
  await takeUp(page, number);
  await standsAt(page, '待回访');
  await give(page, 'revisit', (form) => form.getByLabel('满意', { exact: true }).check());
  await standsAt(page, '已关闭');
}

/** The timeline tells every step in order, with who and by which clause. */
async function readItAll(): Promise<void> {
  const { page } = revisitor;
  await page.getByText('旧的在前').click();
  const types = await page.evaluate("[...document.querySelectorAll('[data-event]')].map((one) => one.dataset.event)");
  expect(types).toEqual([
    'Received',
    'Accepted',
    'Dispatched',
    'TakenOver',
    'FindingsRecorded',
    'PlanProposed',
    'PlanReturned',
    'PlanProposed',
    'PlanApproved',
    'Replied',
    'CustomerAgreed',
    'CarriedOut',
    'Verified',
    'RevisitRecorded',
    'Closed',
  ]);
  const approval = await page.locator('[data-event=PlanApproved]').innerText();
  expect(approval).toContain('陈静');
  expect(approval).toContain('WY-4.4.3.2');
}
