/** Which open deadline a list shows: the same one however the state came out of the database. */
import { expect, test } from '@jest/globals';
import { nextDeadline } from '../../database/rows.js';
import type { Deadline } from '../../domain/complaint/deadlines.js';

const at = (clock: string, due: string, state = 'open') => ({ clock, due, state }) as Deadline;

test('the first by its moment, of several at one moment the first by name', () => {
  const [hot, bulletin] = [
    at('resolve.hot', '2027-06-01T00:00:00+08:00'),
    at('report.bulletin', '2027-05-31T16:00:00Z'),
  ];
  const later = at('accept', '2027-06-02T00:00:00+08:00');
  const missed = at('reply', '2027-05-25T00:00:00+08:00', 'missed');
  expect(nextDeadline([missed, later, hot, bulletin])).toBe(bulletin);
  expect(nextDeadline([bulletin, hot, later])).toBe(bulletin);
  expect(nextDeadline([missed])).toBeUndefined();
});
