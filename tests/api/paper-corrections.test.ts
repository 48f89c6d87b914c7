/** A report whose figures were wrong is put right by another one, made anew at the same cut-off. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { issueDue } from '../../database/change-papers.js';
import { draftDuty, roundsOwed } from '../../database/compose-papers.js';
import { instant, moment } from '../../domain/calendar/zone.js';
import type { Paper } from '../../domain/paper/paper.js';
import { valueOf } from '../unit/paper-facts.js';
import { library, openHouse, type TestHouse } from './house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('what was recorded late counts in the correction, and the first one stays as it was', async () => {
  const now = Date.now();
  const asked = { node: 'huadong', duty: 'monthly', at: now };
  const [round] = await roundsOwed(house.dataSource, asked, library.calendars);
  if (!round) throw new Error('no round');
  const { key, from } = round.period;
  const id = (await draftDuty(house.dataSource, { ...asked, period: key }, new Date(now), library.calendars)) ?? '';
  const company = await house.as('company');
  const first = (await company.get(`/api/duties/${id}`)).body as Paper;
  expect(valueOf(first.content, '本期投诉')).toBe(0);
  const written = { parts: [{ id: 'analysis', text: '本月平稳。' }] };
  await company.put(`/api/papers/${id}/parts`, written);
  expect(await issueDue(house.dataSource, id, new Date())).toBe(true);

  const arrivedAt = moment(instant(from) + 86_400_000, 'Asia/Shanghai');
  await house.file({ channel: 'letter', arrivedAt, backdatedBecause: '信件压在门岗。' });
  const plain = await company.post(`/api/papers/${id}/correct`, { reason: ' ' });
  expect([plain.status, plain.body.code]).toEqual([409, 'reason-required']);
  const { status, body } = await company.post(`/api/papers/${id}/correct`, { reason: '补录一件。', anew: true });
  expect(status).toBe(201);
  const correction = body as Paper;
  expect(valueOf(correction.content, '本期投诉')).toBe(1);
  expect(correction).toMatchObject({
    state: 'issued',
    cutOff: first.cutOff,
    period: { key },
    corrects: { id, reason: '补录一件。' },
  });
  expect(correction.parts).toMatchObject(written.parts);
  const again = (await company.get(`/api/duties/${id}`)).body as Paper;
  expect(again.content).toEqual(first.content);
  expect(again.correctedBy).toEqual({ id: correction.id, number: correction.number });
});

test('two who correct at once make one correction', async () => {
  const asked = { node: 'huanan', duty: 'monthly', at: Date.now() };
  const [round] = await roundsOwed(house.dataSource, asked, library.calendars);
  const id =
    (await draftDuty(house.dataSource, { ...asked, period: round?.period.key ?? '' }, new Date(), library.calendars)) ??
    '';
  await issueDue(house.dataSource, id, new Date());
  const gaofeng = await house.as('gaofeng');
  const answers = await Promise.all([1, 2].map(() => gaofeng.post(`/api/papers/${id}/correct`, { reason: '有误。' })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});
