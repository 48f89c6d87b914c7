/** What is hidden from somebody changes no count, list, figure or message that they can ask for: before and after it was filed, all is the same. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createReaders } from '../../../courier/readers/index.js';
import { sort } from '../../../courier/sorter.js';
import { library, openHouse, type TestHouse } from '../house.js';
import { admitted } from '../matrix-table.js';
import { filled, isStream, type Operation, operations } from '../operations.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const absent = '00000000-0000-4000-8000-000000000000';

/** The world hears what happened: notices, papers, matters. */
async function told(): Promise<void> {
  const onFault = (error: unknown) => {
    throw error;
  };
  while (await sort(house.dataSource, createReaders({ library }), onFault));
}

const filters = [
  'status=received', 'status=planning,investigating', 'severity=major', 'severity=ordinary', 'category=staff', 'category=equipment', 'project=cuihu', 'channel=phone', 'tier=group', 'tier=project',
  'handler=handler', 'rulebook=WY', 'clock=accept:open', 'clock=reply:open', 'clock=reply:missed', 'reworked=false', 'mine=true', 'overdue=false', 'overdue=true', 'suspended=false',
  'q=%E7%94%B5%E6%A2%AF', 'q=%E9%87%91%E4%B8%9D%E9%9B%80', 'arrivedFrom=2020-01-01T00:00:00Z', 'limit=1',
]; // prettier-ignore

const asked = (reads: Operation[]): string[] => [
  ...reads.map(({ path }) => filled(path, absent)),
  ...filters.map((filter) => `/api/complaints?${filter}`),
  ...['month', 'quarter', 'year'].map((last) => `/api/board?last=${last}`),
  '/api/board?node=huadong',
  '/api/statistics/overview?from=2020-01-01',
  '/api/inbox?unread=true',
  '/api/complaints/similar?project=cuihu&text=%E7%94%B5%E6%A2%AF%E5%81%9C%E8%BF%90%E9%87%91%E4%B8%9D%E9%9B%80&category=equipment&room=3-2-1101',
  '/api/bulletins?state=issued',
  '/api/people/yangfan/work',
];

/** By address: status and body; what differs from one moment to the next is left out. */
async function seen(user: string): Promise<Map<string, string>> {
  const caller = await house.as(user);
  const reads = operations.filter((one) => one.method === 'GET' && !isStream(one) && admitted[one.id] !== 'everybody');
  const found = new Map<string, string>();
  for (const path of asked(reads)) {
    const { status, body, headers } = await caller.get(path);
    found.set(path, `${status} ${headers.get('etag') ?? ''} ${typeof body === 'string' ? body : JSON.stringify(body)}`);
  }
  return found;
}

/** How long the chronicle of the whole house is tells that something happened somewhere, to no one of what or where. */
const ofTheWholeHouse = /^\/api\/proof(\/chronicle|\/complaints)?$/;
const differing = (a: Map<string, string>, b: Map<string, string>) =>
  [...a.keys()].filter((path) => a.get(path) !== b.get(path) && !ofTheWholeHouse.test(path));

test.each([
  ['yangfan', 'supervisor of the project'],
  ['company', 'of the company above'],
  ['hq', 'of the group'],
  ['auditor', 'an auditor'],
])('%s, %s: accused', async (user) => {
  const open = await house.file({ text: '电梯停运', complainant: { name: '周女士', room: '3-2-1101' } });
  await told();
  const first = await seen(user);
  const before = await seen(user);
  // shown with the moment itself
  const restless = differing(first, before);
  expect(restless.length).toBeLessThan(4);
  const supervisor = await house.as('supervisor');
  const hidden = await house.file({
    text: '电梯停运，金丝雀：投诉工作人员',
    people: 12,
    category: 'equipment',
    complainant: { name: '金丝雀', room: '3-2-1101' },
    accused: ['yangfan', 'company', 'hq', 'auditor'],
  });
  await supervisor.post(`/api/complaints/${hidden}/accept`, {});
  await supervisor.post(`/api/complaints/${hidden}/dispatch`, { unit: 'engineering', handler: 'handler' });
  await supervisor.post(`/api/complaints/${hidden}/comment`, { text: '金丝雀' });
  await told();
  const after = await seen(user);
  const changed = differing(before, after).filter((path) => !restless.includes(path));
  expect(changed.map((path) => [path, before.get(path), after.get(path)])).toEqual([]);
  // others' figures do change: the hidden one is there
  expect((await (await house.as('approver')).get(`/api/complaints/${hidden}`)).status).toBe(200);
  expect((await (await house.as(user)).get(`/api/complaints/${open}`)).status).toBe(200);
});

test('what is told of it to whoever sees it is there: the same addresses do change for them', async () => {
  const before = await seen('supervisor');
  await house.file({ text: '金丝雀', people: 12, accused: ['yangfan'] });
  await told();
  const changed = differing(before, await seen('supervisor'));
  expect(changed).toEqual(
    expect.arrayContaining([
      '/api/complaints',
      '/api/tasks',
      '/api/statistics/overview',
      '/api/complaints?severity=major',
    ]),
  );
});
