/** Whom papers are told to, and in how many words. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { tellOfPapers } from '../../courier/paper-notices.js';
import { createReaders } from '../../courier/readers/index.js';
import { sort } from '../../courier/sorter.js';
import { issueDue, stepPaper } from '../../database/change-papers.js';
import { draftDuty, roundsOwed } from '../../database/compose-papers.js';
import { attendPaper } from '../../database/attend-papers.js';
import { library, openHouse, type TestHouse } from './house.js';

const day = 86_400_000;
let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** What happened becomes papers, and what became of papers is told. */
async function told(): Promise<void> {
  const onFault = (error: unknown) => {
    throw error;
  };
  while (await sort(house.dataSource, createReaders({ library }), onFault));
  while (await tellOfPapers(house.dataSource, { mail: false, now: () => Date.now() }));
}

/** What each found in their inbox about papers since the last time. */
async function inboxes(): Promise<Record<string, string[]>> {
  const [rows] = await house.dataSource.query<[{ recipient: string; mark: string; content: object }[], number]>(
    `delete from notices where way = 'inbox' and mark like 'Paper:%' returning recipient, mark, content`,
  );
  const found: Record<string, string[]> = {};
  for (const { recipient, mark, content } of rows) (found[recipient] ??= []).push(`${mark} ${JSON.stringify(content)}`);
  return found;
}

/** What headquarters read in their inbox, on a page of this language. */
async function titles(language: string): Promise<string[]> {
  const { body } = await (await house.as('hq')).get('/api/inbox/house', { 'accept-language': language });
  return (body.items as { title: string }[]).map(({ title }) => title);
}

test('headquarters hear of a bulletin at once, with its number and without the complainant', async () => {
  await house.file({ people: 12, text: '周女士（13800000001）等十二户：电梯停运。' });
  await told();
  await told();
  expect(await titles('zh-CN')).toEqual(['收到文书：重大投诉快报']);
  expect(await titles('en')).toEqual(['A paper has come (Bulletin at once)']);
  const hq = await house.as('hq');
  const [{ paper }] = (await hq.get('/api/inbox/house')).body.items;
  expect(paper).toMatchObject({ family: 'bulletin' });
  expect((await hq.get(`/api/bulletins/${paper.id}`)).status).toBe(200);
  const found = await inboxes();
  expect(Object.keys(found)).toEqual(['hq']);
  expect(found['hq']).toHaveLength(1);
  expect(found['hq']?.[0]).toMatch(/Paper:issued.*快报〔\d{4}〕第1号/);
  expect(found['hq']?.[0]).not.toMatch(/周女士|1380|电梯/);
});

test('writers hear that a report is owed, nobody who is accused in it', async () => {
  await house.file({ people: 3, accused: ['yangfan'] });
  await told();
  const { supervisor, yangfan } = await inboxes();
  expect(supervisor).toEqual([expect.stringContaining('Paper:drafted')]);
  expect(yangfan).toBeUndefined();
});

test('approvers hear what waits for them and that it is overdue; writers that it was returned; residents nothing', async () => {
  const at = Date.now() + 40 * day;
  const asked = { node: 'cuihu', duty: 'publication', at };
  const [round] = await roundsOwed(house.dataSource, asked, library.calendars);
  const period = round?.period.key ?? '';
  const id = (await draftDuty(house.dataSource, { ...asked, period }, new Date(), library.calendars)) ?? '';
  await told();
  expect(Object.keys(await inboxes()).sort()).toEqual(['supervisor', 'yangfan']);
  expect(await issueDue(house.dataSource, id, new Date(at + 30 * day))).toBe(false);
  // what was long ago, or far ahead, is told as it is
  await told();
  expect(Object.values(await inboxes()).flat()).toEqual([
    expect.stringContaining('Paper:overdue'),
    expect.stringContaining('Paper:overdue'),
  ]);
  const by = { id: 'supervisor', name: '陈静', roles: ['supervisor' as const], receives: false };
  await stepPaper(house.dataSource, id, { action: 'approve', input: {}, by, at: new Date() });
  await stepPaper(house.dataSource, id, { action: 'issue', input: {}, by, at: new Date() });
  await told();
  expect(await inboxes()).toEqual({});
});

test('headquarters are reminded of what they have not acknowledged', async () => {
  const [paper] = await house.dataSource.query<{ id: string }[]>(`select id from papers where kind = 'urgent'`);
  const next = await attendPaper(house.dataSource, paper?.id ?? '', Date.now());
  expect(next).toBeDefined();
  await attendPaper(house.dataSource, paper?.id ?? '', next ?? 0);
  await told();
  expect((await inboxes())['hq']).toEqual([expect.stringContaining('Paper:reminded')]);
});
