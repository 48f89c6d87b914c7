/** Records golden histories: `npm test record`. They are named by the release that recorded them and never changed. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from '@jest/globals';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { WorkflowHandle } from '@temporalio/client';
import { openDesk, type TestDesk } from '../workflows/desk.js';
import { ordinaryWay } from '../support/ordinary-way.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const folder = new URL(`../replay/histories/${version}`, import.meta.url).pathname;

let desk: TestDesk;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  desk = await openDesk();
});
afterAll(() => desk.close());

async function keep(name: string, handle: WorkflowHandle): Promise<void> {
  const events = await desk.dataSource.query('select data from events where complaint_id = $1 order by seq', [
    handle.workflowId,
  ]);
  const kept = {
    history: JSON.parse(historyToJSON(await handle.fetchHistory())) as unknown,
    events: events.map(({ data }: { data: unknown }) => data),
  };
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(kept));
}

const day = 86_400_000;
const upTo = (command: string) => ordinaryWay.slice(0, ordinaryWay.findIndex(([name]) => name === command) + 1);
const later = '2099-01-01T00:00:00+08:00';

/** Each path: what is told after filing. `wait` lets days pass. */
type Step = (typeof ordinaryWay)[number] | { wait: number } | { signal: string; data: object };
const paths: Record<string, Step[]> = {
  'ordinary-way': ordinaryWay,
  'settled-on-the-spot': [['settle', 'reception', { result: '当场更换灯管，业主满意。', form: 'visit' }]],
  refused: [['refuse', 'supervisor', { ground: 'outside-duty', reason: '属市政供水。', referTo: '供水公司' }]],
  withdrawn: [...upTo('dispatch'), ['withdraw', 'supervisor', { reason: '业主撤诉。' }]],
  'ladder-to-major': [...upTo('accept'), { wait: 35 }, ['comment', 'reception', { text: '一个月了。' }], { wait: 8 }],
  'exposed-by-media': [
    ...upTo('accept'),
    { signal: 'factReported', data: { media: 'exposed', source: '晚报' } },
    { wait: 8 },
  ],
  'joined-and-followed-up': [
    ...upTo('accept'),
    { signal: 'joined', data: { people: 4 } },
    { signal: 'followedUp', data: { text: '又来电' } },
  ],
  suspended: [
    ...upTo('accept'),
    ['suspend', 'supervisor', { because: 'awaitingComplainant', reason: '业主出差。' }],
    { wait: 3 },
    ['resume', 'supervisor'],
  ],
  'plan-returned': [
    ...upTo('propose'),
    ['returnPlan', 'supervisor', { reason: '缺费用。' }],
    ...ordinaryWay.slice(4, 6),
  ],
  'talks-until-agreement': [
    ...upTo('reply'),
    ['disagree', 'supervisor', { reason: '要求赔偿。' }],
    ...ordinaryWay.slice(4, 8),
  ],
  'verification-failed': [
    ...upTo('complete'),
    ['verify', 'supervisor', { passed: false }],
    ...ordinaryWay.slice(8, 10),
  ],
  'revisit-exempt-observed': [...upTo('verify'), ['exemptRevisit', 'revisitor', { ground: 'sensitive' }], { wait: 9 }],
  reopened: [...upTo('revisit'), ['reopen', 'supervisor', { reason: '三天后又坏了。' }], ...ordinaryWay.slice(4)],
  'unclosed-and-pursued': [
    ...upTo('reply'),
    ['markUnclosed', 'supervisor', { analysis: '需更换主机，超出能力。' }],
    ['pursue', 'supervisor'],
  ],
  'written-off': [
    ...upTo('reply'),
    ['markUnclosed', 'supervisor', { analysis: '需更换主机。' }],
    { wait: 366 },
    ['writeOff', 'hq', { analysis: '专题分析。' }],
    ['reinstate', 'hq'],
  ],
  'handed-up': [
    ...upTo('dispatch'),
    ['escalate', 'supervisor', { to: 'company', reason: '超出项目能力。' }],
    ['reassign', 'company', { handler: 'company' }],
  ],
  extended: [
    ...upTo('accept'),
    ['requestExtension', 'supervisor', { clock: 'reply', until: later, reason: '等配件。' }],
    ['grantExtension', 'approver', { clock: 'reply' }],
  ],
  merged: [...upTo('accept'), ['merge', 'supervisor', { into: 'HY-1' }], ['unmerge', 'supervisor']],
  recused: [
    ...upTo('takeOver'),
    ['recuse', 'handler', { reason: '当事人是我亲属。' }],
    ['reassign', 'supervisor', { handler: 'handler2' }],
  ],
  'over-after-lingering': [...ordinaryWay, { wait: 40 }],
};

test.each(Object.entries(paths))(
  '%s',
  async (name, steps) => {
    const { handle, give } = await desk.file();
    for (const step of steps) {
      // a workflow that ends on the way has no time to skip
      if ('wait' in step) await desk.engine.skip(handle.workflowId, step.wait * day).catch(() => handle.result());
      else if ('signal' in step) await handle.signal(step.signal, { data: step.data });
      else await give(...step);
    }
    await keep(name, handle);
  },
  600_000,
);

test('online-reply-approved', async () => {
  const { handle, give } = await desk.file({ channel: 'forum', complainant: { anonymous: true } });
  for (const step of upTo('approve')) await give(...step);
  await give('draftReply', 'handler', { form: 'forum', text: '已安排整改。', measures: true });
  await give('approveReply', 'company');
  await give('reply', 'supervisor', { form: 'forum', text: '已安排整改。', measures: true });
  await keep('online-reply-approved', handle);
});

test('backdated', async () => {
  const arrivedAt = new Date(Date.now() - 40 * day).toISOString();
  const { handle, give } = await desk.file({ channel: 'letter', arrivedAt, backdatedBecause: '来信滞留传达室。' });
  await give('accept', 'supervisor');
  await keep('backdated', handle);
});
