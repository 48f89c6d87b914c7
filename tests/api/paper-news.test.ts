/** What somebody does with a paper is told at once to those who may read it, and to nobody else. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createReaders } from '../../courier/readers/index.js';
import { sort } from '../../courier/sorter.js';
import { draftDuty, roundsOwed } from '../../database/compose-papers.js';
import { tellPaper } from '../../database/paper-changes.js';
import { until } from '../support/eventually.js';
import { library, openHouse, type TestHouse } from './house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** A paper of each project, so that everybody can be told of one. */
async function publication(node: string, days = 40): Promise<string> {
  const at = Date.now() + days * 86_400_000;
  const [round] = await roundsOwed(house.dataSource, { node, duty: 'publication', at }, library.calendars);
  const order = { node, duty: 'publication', at, period: round?.period.key ?? '' };
  const id = await draftDuty(house.dataSource, order, new Date(at), library.calendars);
  if (!id) throw new Error(`${node} publishes nothing`);
  return id;
}

/** Somebody who listens from now on, and is told of `common` again and again until they surely do. */
async function listener(user: string, common: string) {
  const credentials = { username: user, password: 'an-echo-for-every-test' };
  const { headers } = await house.nobody.post('/api/session', credentials);
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  const { body } = await fetch(`${house.url}/api/events`, { headers: { cookie } });
  const reader = body?.getReader();
  if (!reader) throw new Error('no stream');
  let heard = '';
  const decoder = new TextDecoder();
  const reading = (async () => {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read())
      heard += decoder.decode(piece.value);
  })();
  /** How often they were told of a paper. */
  const times = (paper: string) => heard.split(`data: ${JSON.stringify({ id: paper })}`).length - 1;
  const reached = async () => {
    const before = times(common);
    await until(
      async () => {
        if (times(common) === before) await tellPaper(house.dataSource, common);
        return times(common);
      },
      (now) => now > before,
    );
  };
  await reached();
  const stop = async () => {
    await reader.cancel();
    await reading;
  };
  return { times, reached, stop };
}

test('whoever may read a paper hears of each step with it; the accused and other companies do not', async () => {
  const [cuihu, xinghai, later] = await Promise.all([
    publication('cuihu'),
    publication('xinghai'),
    publication('cuihu', 80),
  ]);
  const complaint = await house.file({ people: 12, accused: ['zhangwei'] });
  const onFault = (error: unknown) => {
    throw error;
  };
  while (await sort(house.dataSource, createReaders({ library }), onFault));
  const hq = await house.as('hq');
  const [bulletin] = (await hq.get(`/api/bulletins?complaint=${complaint}`)).body.items as { id: string }[];
  if (!bulletin) throw new Error('no bulletin');
  const [lina, zhangwei, gaofeng] = await Promise.all([
    listener('lina', cuihu),
    listener('zhangwei', cuihu),
    listener('gaofeng', xinghai),
  ]);

  expect((await hq.post(`/api/bulletins/${bulletin.id}/receipt`, { what: 'acknowledged' })).status).toBe(201);
  await Promise.all([lina.reached(), zhangwei.reached(), gaofeng.reached()]);
  expect([lina, zhangwei, gaofeng].map(({ times }) => times(bulletin.id))).toEqual([1, 0, 0]);

  // what changes nothing is not told: whoever reads it because they were told would be told again
  await hq.get(`/api/bulletins/${bulletin.id}`);
  await hq.post(`/api/bulletins/${bulletin.id}/receipt`, { what: 'acknowledged' });
  await lina.reached();
  expect(lina.times(bulletin.id)).toBe(1);

  expect((await (await house.as('supervisor')).post(`/api/papers/${later}/approve`)).status).toBe(201);
  await Promise.all([lina.reached(), zhangwei.reached(), gaofeng.reached()]);
  expect([lina, zhangwei, gaofeng].map(({ times }) => times(later))).toEqual([1, 1, 0]);
  await Promise.all([lina.stop(), zhangwei.stop(), gaofeng.stop()]);
});
