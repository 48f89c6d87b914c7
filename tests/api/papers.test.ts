/** Bulletins, reports and duties' papers on the API: made of what happened, completed, issued, received. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createReaders } from '../../courier/readers/index.js';
import { sort } from '../../courier/sorter.js';
import { issueDue } from '../../database/change-papers.js';
import { draftDuty, roundsOwed } from '../../database/compose-papers.js';
import { beginWriteOff } from '../../database/write-offs.js';
import { instant } from '../../domain/calendar/zone.js';
import type { Paper } from '../../domain/paper/paper.js';
import { type Answer, library, openHouse, type TestHouse } from './house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

type Viewed = Paper & {
  version: number;
  allowed: string[];
  receipts: { by: { id: string }; acknowledgedAt?: string }[];
  steps: { step: string }[];
};

/** The world hears what happened. */
async function told(): Promise<void> {
  const onFault = (error: unknown) => {
    throw error;
  };
  while (await sort(house.dataSource, createReaders({ library }), onFault));
}
const get = async (user: string, path: string): Promise<Answer> => (await house.as(user)).get(path);
const post = async (user: string, path: string, body: object = {}) => (await house.as(user)).post(path, body);
const bulletinsOf = async (complaint: string, user = 'hq') =>
  (await get(user, `/api/bulletins?complaint=${complaint}`)).body.items as (Viewed & {
    opened: boolean;
    acknowledged: boolean;
  })[];
const only = async (complaint: string) => {
  const [paper, ...more] = await bulletinsOf(complaint);
  expect(more).toEqual([]);
  if (!paper) throw new Error('no paper');
  return paper;
};
const viewed = async (user: string, id: string, family = 'bulletins') =>
  (await get(user, `/api/${family}/${id}`)).body as Viewed;

describe('a bulletin', () => {
  test('goes to headquarters at once when a complaint becomes major, without the complainant’s name', async () => {
    const id = await house.file({ people: 12, text: '周女士（13800000001）等十二户：电梯停运。' });
    await told();
    const paper = await only(id);
    expect(paper).toMatchObject({
      kind: 'urgent',
      state: 'issued',
      addressee: { id: 'anju' },
      clauses: ['WY-4.6.3.2'],
    });
    expect(paper.number).toMatch(/^快报〔\d{4}〕第\d+号$/);
    const text = JSON.stringify((await viewed('company', paper.id)).content);
    expect(text).not.toMatch(/周女士|13800000001/);
    expect(text).toContain('电梯停运');
  });

  test('is one, although it is told twice', async () => {
    const id = await house.file({ people: 12 });
    await told();
    await house.dataSource.query('update outbox set taken_at = null where complaint_id = $1', [id]);
    await told();
    await only(id);
  });

  test('keeps who at headquarters opened and acknowledged it', async () => {
    const id = await house.file({ people: 12 });
    await told();
    const before = await only(id);
    expect(before).toMatchObject({ opened: false, acknowledged: false });
    // read below headquarters it is not received
    expect((await viewed('company', before.id)).receipts).toEqual([]);
    expect((await post('company', `/api/bulletins/${before.id}/receipt`, { what: 'acknowledged' })).status).toBe(403);
    expect((await viewed('hq', before.id)).receipts).toMatchObject([{ by: { id: 'hq' } }]);
    expect(await only(id)).toMatchObject({ opened: true, acknowledged: false });
    const said = await post('hq', `/api/bulletins/${before.id}/receipt`, { what: 'acknowledged' });
    expect(said.status).toBe(201);
    const [receipt] = (said.body as Viewed).receipts;
    const again = (await post('hq', `/api/bulletins/${before.id}/receipt`, { what: 'acknowledged' })).body as Viewed;
    expect(again.receipts).toEqual([receipt]);
    expect((await get('hq', `/api/bulletins?complaint=${id}&acknowledged=false`)).body.items).toEqual([]);
  });

  test('is hidden from whoever is accused, from other companies and from administrators', async () => {
    const id = await house.file({ people: 12, accused: ['zhangwei'] });
    await told();
    const { id: paper } = await only(id);
    expect(await bulletinsOf(id, 'zhangwei')).toEqual([]);
    expect((await get('zhangwei', `/api/bulletins/${paper}`)).status).toBe(404);
    expect((await get('lina', `/api/bulletins/${paper}`)).status).toBe(200);
    expect((await get('gaofeng', `/api/bulletins/${paper}`)).status).toBe(404);
    expect((await get('admin', `/api/bulletins/${paper}`)).status).toBe(403);
    expect((await house.nobody.get('/api/bulletins')).status).toBe(401);
    // nor is it a duty
    expect((await get('hq', `/api/duties/${paper}`)).status).toBe(404);
  });
});

describe('a report that is owed', () => {
  const submit = (id: string) =>
    post('supervisor', `/api/complaints/${id}/submitReport`, {
      kind: 'hot',
      content: '困难：备件断供。请求集团协调。',
    });

  test('is drafted by the house, completed by submitReport alone, and goes out then', async () => {
    const id = await house.file({ people: 3 });
    await told();
    const draft = await only(id);
    expect(draft).toMatchObject({ kind: 'hot', state: 'draft', missing: 1, clauses: ['WY-4.6.3.3'] });
    const supervisor = await house.as('supervisor');
    const given = { parts: [{ id: 'report', text: '绕过命令' }] };
    expect((await supervisor.put(`/api/papers/${draft.id}/parts`, given)).status).toBe(403);
    expect((await submit(id)).status).toBe(200);
    await told();
    const paper = await viewed('hq', draft.id);
    expect(paper).toMatchObject({ state: 'issued', missing: [], completed: { by: { id: 'supervisor' } } });
    expect(paper.parts).toMatchObject([
      { id: 'report', text: '困难：备件断供。请求集团协调。', writtenBy: { name: '陈静' } },
    ]);
  });

  test('goes out when it is due without it, and what comes later is a supplement that names it', async () => {
    const id = await house.file({ people: 3 });
    await told();
    const draft = await only(id);
    expect(await issueDue(house.dataSource, draft.id, new Date(draft.due))).toBe(true);
    const incomplete = await viewed('hq', draft.id);
    expect(incomplete.missing).toMatchObject([{ what: 'report', by: ['supervisor', 'company'] }]);
    expect(incomplete.missing[0]?.people.map(({ name }) => name)).toContain('陈静');
    await submit(id);
    await told();
    const papers = await bulletinsOf(id);
    const supplement = papers.find(({ id: one }) => one !== draft.id);
    expect(supplement).toMatchObject({ state: 'issued', corrects: { id: draft.id, number: incomplete.number } });
    expect((await viewed('hq', draft.id)).correctedBy).toMatchObject({
      id: supplement?.id,
      number: supplement?.number,
    });
    expect((await viewed('hq', draft.id)).parts[0]?.text).toBeUndefined();
  });
});

/** Drafts the paper of a duty for the period that has ended by a moment. */
async function drafted(node: string, duty: string, at: number, now = at): Promise<string> {
  const [round] = await roundsOwed(house.dataSource, { node, duty, at }, library.calendars);
  const period = round?.period.key ?? '';
  const id = await draftDuty(house.dataSource, { node, duty, at, period }, new Date(now), library.calendars);
  if (!id) throw new Error(`${node} does not owe ${duty}`);
  return id;
}

describe('the weekly bulletin of a region', () => {
  const monday = instant('2099-03-02T09:00:00+08:00');

  test('is completed part by part, refused when somebody was faster, issued, confirmed as received, corrected', async () => {
    const complaint = await house.file({ people: 12 });
    await house.file({ people: 12, project: 'xinghai' }).catch(() => undefined);
    const id = await drafted('huadong', 'weekly', monday);
    const draft = await viewed('company', id);
    expect(draft).toMatchObject({
      kind: 'weekly',
      state: 'draft',
      period: { key: '2099-W09' },
      due: '2099-03-02T17:00:00+08:00',
    });
    expect(draft.allowed).toEqual(['complete']);
    expect(draft.parts.some((part) => part.complaint?.id === complaint)).toBe(true);
    const company = await house.as('company');
    const parts = draft.parts.map((part) => ({ id: part.id, text: '厂家备件周五到货。' }));
    const match = { 'if-match': `"${draft.version}"` };
    const first = await company.put(`/api/papers/${id}/parts`, { parts: parts.slice(0, 1) }, match);
    expect(first.body).toMatchObject({ state: 'draft' });
    const stale = await company.put(`/api/papers/${id}/parts`, { parts }, match);
    expect([stale.status, stale.body.code]).toEqual([412, 'stale-paper']);
    expect((await post('company', `/api/papers/${id}/issue`)).body.code).toBe('incomplete');
    expect((await company.put(`/api/papers/${id}/parts`, { parts })).body).toMatchObject({
      state: 'completed',
      missing: [],
    });
    expect((await post('gaofeng', `/api/papers/${id}/issue`)).status).toBe(404);
    const issued = await post('company', `/api/papers/${id}/issue`);
    expect(issued.body).toMatchObject({ state: 'issued', completed: { by: { id: 'company' } } });
    expect((await post('company', `/api/papers/${id}/issue`)).body.code).toBe('wrong-paper-state');
    const reason = '第一项时间有误。';
    const corrected = await post('company', `/api/papers/${id}/correct`, {
      reason,
      parts: [{ id: parts[0]?.id, text: '周六到货。' }],
    });
    expect(corrected.body).toMatchObject({ state: 'issued', corrects: { id, number: issued.body.number, reason } });
    expect((corrected.body as Viewed).parts[0]?.text).toBe('周六到货。');
    expect((await post('company', `/api/papers/${id}/correct`, { reason })).body.code).toBe('already');
    expect((await viewed('company', id)).parts[0]?.text).toBe('厂家备件周五到货。');
  });

  test('the same period is one paper; the group’s repeats what the region said', async () => {
    const id = await drafted('huadong', 'weekly', monday);
    expect(await drafted('huadong', 'weekly', monday + 3_600_000)).toBe(id);
    const group = await drafted('anju', 'weekly-group', monday + 9 * 3_600_000);
    expect(JSON.stringify((await viewed('hq', group)).content)).toContain('周六到货');
  });
});

test('the publication to residents is approved first, by a person who then answers for it', async () => {
  await house.file({ text: '周女士家（3栋501室）楼上噪音。', category: 'neighbour' });
  const id = await drafted('cuihu', 'publication', Date.now() + 40 * 86_400_000);
  const draft = await viewed('supervisor', id, 'duties');
  expect(draft).toMatchObject({ state: 'draft', public: true, missing: [{ what: 'approval' }] });
  expect((await post('supervisor', `/api/papers/${id}/issue`)).body.code).toBe('unapproved');
  expect((await post('handler', `/api/papers/${id}/approve`)).status).toBe(403);
  expect(await issueDue(house.dataSource, id, new Date('2199-01-01T00:00:00Z'))).toBe(false);
  expect((await post('supervisor', `/api/papers/${id}/return`, { reason: '内容请再隐去楼栋。' })).body).toMatchObject({
    state: 'draft',
  });
  expect((await post('supervisor', `/api/papers/${id}/approve`)).body).toMatchObject({ state: 'approved' });
  const { body } = await post('supervisor', `/api/papers/${id}/issue`);
  expect(body).toMatchObject({ state: 'issued', missing: [], approved: { by: { id: 'supervisor' } } });
  expect(JSON.stringify(body.content)).not.toMatch(/周女士|501|HY-/);
});

test('an approved write-off list becomes a batch of exactly those with their special analysis, once', async () => {
  const ids = await Promise.all([house.file(), house.file()]);
  for (const id of ids) {
    await post('supervisor', `/api/complaints/${id}/accept`);
    await post('supervisor', `/api/complaints/${id}/markUnclosed`, { analysis: '超出目前能力。' });
  }
  const nextYear = new Date().getFullYear() + 1;
  const id = await drafted('huadong', 'write-off', instant(`${nextYear}-01-01T09:00:00+08:00`));
  const draft = await viewed('company', id, 'duties');
  expect(draft.parts.map(({ complaint }) => complaint?.id).sort()).toEqual([...ids].sort());
  const company = await house.as('company');
  const parts = draft.parts.map((part) => ({ id: part.id, text: '专题分析：开发商已注销，无责任主体。' }));
  await company.put(`/api/papers/${id}/parts`, { parts });
  expect((await post('company', `/api/papers/${id}/approve`)).status).toBe(403);
  await post('hq', `/api/papers/${id}/approve`);
  const issued = await post('hq', `/api/papers/${id}/issue`);
  expect(issued.body).toMatchObject({ state: 'issued', approved: { by: { id: 'hq' } } });
  await Promise.all([beginWriteOff(house.dataSource, id, new Date()), beginWriteOff(house.dataSource, id, new Date())]);
  const batches = await house.dataSource.query<
    { task: { selection: { ids: string[] }; person: { user: string } }; total: number }[]
  >(`select task, total from batches where kind = 'writeOff'`);
  expect(batches).toHaveLength(1);
  expect((await viewed('hq', id, 'duties')).steps.filter(({ step }) => step === 'writtenOff')).toHaveLength(1);
  expect(batches[0]).toMatchObject({ total: 2, task: { person: { user: 'hq' } } });
  expect(batches[0]?.task.selection.ids.sort()).toEqual([...ids].sort());
});

test('a list is read page by page, and by kind and state', async () => {
  const all = (await get('hq', '/api/bulletins?limit=200')).body.items as Viewed[];
  expect(all.length).toBeGreaterThan(4);
  const seen: string[] = [];
  for (let after = ''; ;) {
    const { body } = await get('hq', `/api/bulletins?limit=2${after && `&after=${after}`}`);
    seen.push(...(body.items as Viewed[]).map(({ id }) => id));
    after = body.next as string;
    if (!after) break;
  }
  expect(seen).toEqual(all.map(({ id }) => id));
  const drafts = (await get('hq', '/api/bulletins?state=draft&kind=hot,weekly')).body.items as Viewed[];
  expect(drafts.every(({ state, kind }) => state === 'draft' && ['hot', 'weekly'].includes(kind))).toBe(true);
  for (const bad of ['kind=x', 'limit=0', 'after=x', 'dueFrom=today']) {
    expect((await get('hq', `/api/bulletins?${bad}`)).status).toBe(400);
  }
  expect((await get('supervisor', '/api/duties')).body.items.every((one: Viewed) => one.node.id === 'cuihu')).toBe(
    true,
  );
});

test('no fault of the program', () => {
  expect(house.faults).toEqual([]);
});
