/** A weekly bulletin that nobody could call for in its week says that it is late. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { paperReader } from '../../courier/readers/papers.js';
import { sort } from '../../courier/sorter.js';
import { type Desk, openDesk } from './desk.js';

const hour = 3_600_000;
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

async function bulletinsOf(complaint: string, now: number) {
  const onFault = (error: unknown) => {
    throw error;
  };
  while (await sort(desk.dataSource, [paperReader(() => now)], onFault));
  return desk.dataSource.query<{ kind: string; due: Date; late: boolean }[]>(
    `select kind, due, late from papers where scope = $1 and kind in ('urgent', 'periodic') order by period::int`,
    [complaint],
  );
}

test.each([
  ['in time', 0, false],
  ['after an outage', 40 * hour, true],
])('%s', async (_, outage, late) => {
  const { complaint } = await desk.file({ facts: { media: 'exposed' } });
  const due = Date.parse(complaint.nextBulletinAt ?? '');
  const now = due + outage;
  await desk.comeTo(complaint, now);
  const [first, second] = await bulletinsOf(complaint.id, now);
  expect(first).toMatchObject({ kind: 'urgent' });
  expect(second).toEqual({ kind: 'periodic', due: new Date(due), late });
});
