/** A house in the middle of its work: something of everything that a page may have to show. */
import { Client, Connection } from '@temporalio/client';
import { scheduleId } from '../../activities/papers/schedules.js';
import { dataLayout } from '../../cli/paths.js';
import { readJson } from '../../cli/process/files.js';
import { eventually } from '../support/eventually.js';
import type { RunningHouse } from '../support/house.js';
import { ordinaryWay } from '../support/ordinary-way.js';
import { ask, bringTo, file, type Filed } from './office.js';

/** Ids of what is there, as the pages' addresses need them. */
export interface Contents {
  /** Its second plan waits for approval. */
  plan: string;
  closed: string;
  overdue: string;
  /** With the handler, who is to find out and propose. */
  going: string;
  /** Of rulebooks with money, penalties and instances, each with something in it. */
  compensated: string;
  penalised: string;
  appealed: string;
  /** Waits for the revisit, by the items of a survey; like one that was rated before. */
  rated: string;
  /** Whoever is not at home there sees no names. */
  accusing: string;
  bulletin: string;
  /** Drafted, for a supervisor to approve. */
  publication: string;
  /** Drafted, for the company to complete. */
  writeOff: string;
}

type Step = [user: string, command: string, input?: object];

interface List<T> {
  items: T[];
}

async function take(house: RunningHouse, { id }: Filed, steps: readonly Step[]): Promise<void> {
  for (const [user, command, input = {}] of steps) await ask(house, user, `complaints/${id}/${command}`, input);
}

const dispatched: Step[] = [
  ['supervisor', 'accept'],
  ['supervisor', 'dispatch', { unit: 'engineering', handler: 'handler' }],
];

const lift = (house: RunningHouse, name: string, given: object = {}): Promise<Filed> =>
  file(house, {
    category: 'equipment',
    text: '3栋2单元电梯又坏了，已经停了两天没人修',
    complainant: { name, phone: `1390000${name.charCodeAt(0) % 10000}`, room: '3-2-1101' },
    ...given,
  });

/** Fills the house through its doors, as its people would; the courier and the engine have then done their part. */
export async function fill(house: RunningHouse): Promise<Contents> {
  const duties = draftDuties(house);
  const [major, closed, plan, overdue] = await Promise.all([
    file(house, { channel: 'visit', people: 12, text: '电梯反复停运，十二户联名投诉。' }),
    file(house, { category: 'equipment', text: '门禁失灵，业主进不了楼', complainant: { name: '赵先生' } }),
    bringTo(house, 'awaitingApproval', { category: 'equipment', text: '楼道灯坏了，夜里看不见台阶' }),
    file(house, { arrivedAt: '2026-03-02T09:00:00+08:00', backdatedBecause: '整理旧信时发现', text: '外墙渗水' }),
    bringTo(house, 'awaitingApproval', { text: '地库积水', complainant: { name: '钱女士', phone: '13800000002' } }),
    file(house, { text: '泳池水质浑浊，要向媒体曝光。', facts: { media: 'exposed' } }),
  ]);
  const accusing = await file(house, { category: 'security', text: '保安队长辱骂业主', accused: ['company'] });
  await take(
    house,
    closed,
    ordinaryWay.map(([command, user, input]) => [user, command, input]),
  );
  await take(house, plan, [
    ['supervisor', 'returnPlan', { reason: '请写明由谁验收。' }],
    [
      'handler',
      'propose',
      { measures: '更换灯管与镇流器，电工组长验收', owner: 'handler', finishBy: tomorrow(), cost: 320 },
    ],
  ]);
  const still = await file(house, { channel: 'letter', text: '楼上装修噪音' });
  await take(house, still, [
    ...dispatched,
    ['supervisor', 'suspend', { because: 'awaitingThirdParty', reason: '等待街道答复' }],
  ]);
  const [compensated, penalised, appealed, rated] = await particulars(house);
  const going = await file(house, { text: '垃圾桶满溢无人清运' });
  await take(house, going, [...dispatched, ['handler', 'takeOver']]);
  await lift(house, '周女士');
  await lift(house, '吴先生');
  await lift(house, '李先生', { category: 'security' });
  await rules(house);
  await care(house);
  const bulletin = await eventually(async () => {
    const { items } = await ask<List<{ id: string }>>(house, 'hq', `bulletins?state=issued&complaint=${major.id}`);
    return items[0]?.id;
  });
  await eventually(
    async () => (await ask<{ count: number }>(house, 'supervisor', 'matches')).count || undefined,
    60_000,
  );
  const ids = { plan, closed, overdue, going, rated, compensated, penalised, appealed, accusing };
  const entries = Object.entries(ids).map(([name, { id }]) => [name, id]);
  return {
    ...(Object.fromEntries(entries) as Omit<Contents, 'bulletin' | 'publication' | 'writeOff'>),
    bulletin,
    ...(await duties),
  };
}

const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString();

/** What only some rulebooks have. */
async function particulars(house: RunningHouse): Promise<[Filed, Filed, Filed, Filed]> {
  const compensated = await file(house, { rulebook: 'BX', text: '木地板泡水' });
  await take(house, compensated, [
    ...dispatched,
    ['supervisor', 'compensate', { step: 'propose', size: 'small', amount: 800, reason: '木地板泡水' }],
  ]);
  const penalised = await file(house, { rulebook: 'JB', text: '多收门禁卡费用' });
  await take(house, penalised, [
    ...dispatched,
    ['approver', 'penalise', { penalised: 'handler', loss: 15000, reason: '漏登台账' }],
    ['handler', 'appeal', { number: 1, reason: '系统故障' }],
  ]);
  const appealed = await file(house, { rulebook: 'YG', channel: 'visit', text: '扣奖金' });
  await take(house, appealed, [
    ...dispatched,
    ['handler', 'takeOver'],
    ['handler', 'recordFindings', { category: 'services', nature: 'people', valid: true, findings: '属实' }],
    ['supervisor', 'reply', { form: 'letter', text: '裁决：撤销扣奖金的决定' }],
    ['supervisor', 'disagree', { reason: '要求公开道歉' }],
  ]);
  const verified: Step[] = [
    ...dispatched,
    ['handler', 'complete', { result: '已补种' }],
    ['supervisor', 'verify', { passed: true }],
  ];
  const greening = { rulebook: 'HF', category: 'greening', text: '草坪枯黄' };
  const [before, rated] = await Promise.all([file(house, greening), file(house, greening)]);
  const ratings = { greening: 'fair', repairs: 'dissatisfied' };
  await take(house, before, [...verified, ['revisitor', 'revisit', { outcome: 'satisfied', form: 'phone', ratings }]]);
  await take(house, rated, verified);
  return [compensated, penalised, appealed, rated];
}

/** A draft with a mistake, a calendar that moved deadlines, a storyline that somebody kept. */
async function rules(house: RunningHouse): Promise<void> {
  await ask(house, 'admin', 'rulebooks/HF/versions', { why: '改为香港的工作时间' });
  const off = [{ from: '2031-01-22', days: 8, name: '春节' }];
  const work = [{ date: '2031-02-01', name: '春节调休' }];
  await ask(house, 'hq', 'calendars/CN/years/2031', { off, work, why: '国务院办公厅通知' });
}

/** A robot that nobody hears, and somebody who stands in for the handler. */
async function care(house: RunningHouse): Promise<void> {
  const from = new Date().toISOString();
  await ask(house, 'admin', 'people/handler/substitutions', {
    substitute: 'supervisor',
    from,
    until: tomorrow(),
    why: '年假',
  });
}

/** The Schedules of two duties that wait for somebody's approval, had they come round just now. */
async function draftDuties(house: RunningHouse): Promise<{ publication: string; writeOff: string }> {
  const { engine } = (await readJson(dataLayout(house.dataFolder).ports)) as { engine: number };
  const connection = await Connection.connect({ address: `127.0.0.1:${engine}` });
  const { schedule } = new Client({ connection, namespace: 'huiyin' });
  const trigger = (node: string, duty: string) =>
    eventually(() => schedule.getHandle(scheduleId(node, duty)).trigger().then(done, notYet), 60_000);
  const drafted = (user: string, kind: string) =>
    eventually(async () => (await ask<List<{ id: string }>>(house, user, `duties?kind=${kind}`)).items[0]?.id, 60_000);
  try {
    await Promise.all([trigger('cuihu', 'publication'), trigger('huadong', 'write-off')]);
  } finally {
    await connection.close();
  }
  const [publication, writeOff] = await Promise.all([
    drafted('supervisor', 'publication'),
    drafted('company', 'writeOffList'),
  ]);
  return { publication, writeOff };
}

const done = (): true => true;
// a new house makes its Schedules in its first minute
const notYet = (): undefined => undefined;
