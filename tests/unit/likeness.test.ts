/** Likeness of complaints: the labelled pairs, places, and what holds for any two. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Account } from '../../domain/matter/features.js';
import { likeness } from '../../domain/matter/likeness.js';
import { chineseNumber, placesOf } from '../../domain/matter/places.js';
import { measure, pairsOf } from '../likeness/pairs.js';

const both = [...pairsOf('tuning'), ...pairsOf('measuring')];

test('at least 200 labelled pairs, none twice', () => {
  expect(both.length).toBeGreaterThanOrEqual(200);
  expect(new Set(both.map(({ line }) => line)).size).toBe(both.length);
});

// the floors lie below what was measured once (docs/performance.md); the measuring half is not tuned on
describe.each(['tuning', 'measuring'] as const)('the %s half', (half) => {
  const { same, doubtful, other } = measure(pairsOf(half));
  const alike = same.same + doubtful.same + other.same;

  test('what links by itself is the same', () => {
    expect(same.same / same.all).toBeGreaterThanOrEqual(0.98);
    expect(same.same / alike).toBeGreaterThanOrEqual(0.35);
  });

  test('what a person is asked about is mostly the same', () => {
    expect(doubtful.same / doubtful.all).toBeGreaterThanOrEqual(0.75);
  });

  test('most of what is the same is found', () => {
    expect((same.same + doubtful.same) / alike).toBeGreaterThanOrEqual(0.8);
  });

  test('most of what is not is left alone', () => {
    expect((other.all - other.same) / (measureAll(half) - alike)).toBeGreaterThanOrEqual(0.85);
  });
});
const measureAll = (half: 'tuning' | 'measuring') => pairsOf(half).length;

const account = (given: Partial<Account>): Account => ({
  id: 'x',
  project: 'p',
  category: 'equipment',
  text: '',
  arrivedAt: 0,
  complainant: [],
  ...given,
});

test('places as people write them', () => {
  expect(placesOf('三号楼二单元十五层')).toMatchObject({ building: '3', unit: '2', floor: '15' });
  expect(placesOf('3-2-501')).toMatchObject({ building: '3', unit: '2', room: '501' });
  expect(placesOf('12幢 1单元 801室')).toMatchObject({ building: '12', unit: '1', room: '801' });
  expect(placesOf('地下车库 B2').spots).toEqual(['b2']);
  expect(placesOf('负二层').spots).toEqual(['b2']);
  expect(placesOf('东大门岗亭').spots).toEqual(['东门']);
  expect(placesOf('2026年3月交房，交了5000元')).toMatchObject({ building: undefined, room: undefined, spots: [] });
});

test('Chinese numbers', () => {
  expect(['十', '十二', '二十', '二十三', '一百零三', '三'].map(chineseNumber)).toEqual([10, 12, 20, 23, 103, 3]);
  expect(chineseNumber('楼')).toBeUndefined();
});

test('the same words in another building, another project or another season are another matter', () => {
  const a = account({ text: '3栋2单元电梯又坏了，老人下不了楼' });
  expect(likeness(a, { ...a, id: 'y' }).band).toBe('same');
  const elsewhere = likeness(a, account({ id: 'y', text: '5栋2单元电梯又坏了，老人下不了楼' }));
  expect(elsewhere).toMatchObject({
    band: 'other',
    reasons: expect.arrayContaining([{ kind: 'otherPlace', about: ['3栋', '5栋'] }]),
  });
  expect(likeness(a, { ...a, id: 'y', project: 'q' })).toMatchObject({
    band: 'other',
    reasons: [{ kind: 'otherProject' }],
  });
  expect(likeness(a, { ...a, id: 'y', arrivedAt: 40 * 86_400_000 })).toMatchObject({
    reasons: [{ kind: 'otherTime' }],
  });
});

test('no place known, or another category: a person looks at it', () => {
  const a = account({ text: '电梯又坏了，老人下不了楼' });
  expect(likeness(a, { ...a, id: 'y' }).band).toBe('doubtful');
  const b = account({ text: '3栋2单元电梯又坏了' });
  expect(likeness(b, { ...b, id: 'y', category: 'security' }).band).toBe('doubtful');
});

test('who quotes the number means that complaint', () => {
  const a = account({ number: 'HY-20260302-0007', text: '3栋电梯坏了' });
  const b = account({ id: 'y', text: '我上次的投诉 HY-20260302-0007 还没有答复' });
  expect(likeness(a, b).band).toBe('same');
});

test('either order, the same answer; a score from 0 to 1; never a throw', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(...both.map(({ a }) => a.text)),
  );
  fc.assert(
    fc.property(text, text, fc.option(fc.string({ maxLength: 12 }), { nil: undefined }), (one, other, room) => {
      const a = account({ text: one, ...(room === undefined ? {} : { room }) });
      const b = account({ id: 'y', text: other });
      const there = likeness(a, b);
      expect(there.score).toBe(likeness(b, a).score);
      expect(there.score).toBeGreaterThanOrEqual(0);
      expect(there.score).toBeLessThanOrEqual(1);
    }),
  );
});
