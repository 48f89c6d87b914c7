/** The pages' own reckoning: what changed between two plans, and a deadline's days. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diff } from '../../web/complaint/diff.js';
import { byDays, daysOf } from '../../web/complaint/why/days.js';
import { trimmed } from '../../web/file/trimmed.js';
import { dueWall, shift, weekday } from '../../web/parts/time.js';

const side = (pieces: ReturnType<typeof diff>, other: 'added' | 'removed') =>
  pieces
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('');

test('a diff holds both texts whole', () => {
  const text = fc
    .array(fc.constantFrom('更换', '控制板', '；', '安排', '搬抬', ' ', 'A4', '。'))
    .map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = diff(before, after);
      expect(side(pieces, 'added')).toBe(before);
      expect(side(pieces, 'removed')).toBe(after);
    }),
  );
});

test('a diff marks only what changed', () => {
  expect(diff('更换控制板。', '更换控制板；安排搬抬。')).toEqual([
    { kind: 'same', text: '更换控制板' },
    { kind: 'added', text: '；安排搬抬' },
    { kind: 'same', text: '。' },
  ]);
});

test('a week over a holiday, day by day', () => {
  const stretches = [
    { from: '2026-09-30T16:00:00+08:00', to: '2026-10-01T00:00:00+08:00', counted: false, reason: 'startDay' as const },
    {
      from: '2026-10-01T00:00:00+08:00',
      to: '2026-10-08T00:00:00+08:00',
      counted: false,
      reason: 'holiday' as const,
      name: '国庆节',
    },
    { from: '2026-10-08T00:00:00+08:00', to: '2026-10-09T18:00:00+08:00', counted: true, reason: 'workday' as const },
  ];
  const days = daysOf(stretches);
  expect(days).toHaveLength(10);
  expect(days.filter(({ reason }) => reason === 'holiday')).toHaveLength(7);
  expect(days.at(-1)).toEqual({ date: '2026-10-09', counted: true, reason: 'workday', nth: 2 });
  expect(byDays(stretches)).toBe(true);
});

test('midnight belongs to the day that ends', () => {
  expect(dueWall('2026-03-03T00:00:00+08:00')).toEqual({ date: '2026-03-02', time: '24:00' });
  expect(dueWall('2026-03-03T18:00:00+08:00')).toEqual({ date: '2026-03-03', time: '18:00' });
  expect(dueWall('2026-03-03T10:00:00Z')).toEqual({ date: '2026-03-03', time: '18:00' });
  expect(shift('2026-02-28', 1)).toBe('2026-03-01');
  expect(weekday('2026-11-22')).toBe(7);
});

test('what was left blank is not sent', () => {
  expect(
    trimmed({ text: ' 灯坏了 ', category: '', complainant: { name: ' ', anonymous: false }, accused: [] }),
  ).toEqual({
    text: '灯坏了',
    accused: [],
  });
});
