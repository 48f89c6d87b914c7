/** Matters: who is grouped with whom, and how many complain within a month. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { complainantKeys, othersWithinMonth, type Voice } from '../../domain/matter/complainants.js';
import { contradictions, groups, type Match, matchStates } from '../../domain/matter/grouping.js';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const pair = fc
  .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.double({ min: 0, max: 1, noNaN: true }))
  .filter(([a, b]) => a < b)
  .chain(([a, b, score]) => fc.constantFrom(...matchStates).map((state): Match => ({ a, b, score, state })));
const pairs = fc.uniqueArray(pair, { maxLength: 14, selector: ({ a, b }) => a + b });

describe('groups', () => {
  test('a pair taken apart is never in one group; everybody is in exactly one', () => {
    fc.assert(
      fc.property(pairs, (matches) => {
        const found = groups(ids, matches);
        expect(found.flat().sort()).toEqual(ids);
        for (const { a, b, state } of matches) {
          if (state === 'undone') expect(found.some((group) => group.includes(a) && group.includes(b))).toBe(false);
        }
      }),
    );
  });

  test('the order in which pairs are told does not matter', () => {
    const plain = (found: string[][]) => found.map((group) => [...group].sort().join('')).sort();
    fc.assert(
      fc.property(pairs, fc.infiniteStream(fc.nat()), (matches, luck) => {
        const shuffled = matches
          .map((match) => ({ match, at: luck.next().value as number }))
          .sort((x, y) => x.at - y.at)
          .map(({ match }) => match);
        expect(plain(groups(ids, shuffled))).toEqual(plain(groups(ids, matches)));
      }),
    );
  });

  test("a person's link goes before a surer one of the machine", () => {
    const found = groups(
      ['a', 'b', 'c'],
      [
        { a: 'a', b: 'b', score: 0, state: 'undone' },
        { a: 'a', b: 'c', score: 0.99, state: 'linked' },
        { a: 'b', b: 'c', score: 0.1, state: 'confirmed' },
      ],
    );
    expect(found.map((group) => [...group].sort().join('')).sort()).toEqual(['a', 'bc']);
  });

  test('a word that is let through is kept', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(...ids), fc.constantFrom(...ids), fc.boolean(), (matches, a, b, same) => {
        fc.pre(a < b);
        // only what people came to by words that were let through, one after the other
        let words: Match[] = [];
        const say = (one: Match) => {
          const { together, apart } = contradictions(one, words);
          if (one.state === 'undone' ? together : apart.length > 0) return false;
          words = [...words.filter((known) => known.a !== one.a || known.b !== one.b), one];
          return true;
        };
        for (const one of matches) if (one.state === 'confirmed' || one.state === 'undone') say(one);
        const machine = matches.filter(({ state }) => state === 'linked');
        const said = say({ a, b, score: 0, state: same ? 'confirmed' : 'undone' });
        fc.pre(said);
        const found = groups(ids, [
          ...words,
          ...machine.filter((one) => !words.some((w) => w.a === one.a && w.b === one.b)),
        ]);
        expect(found.some((group) => group.includes(a) && group.includes(b))).toBe(same);
      }),
    );
  });
});

const day = 86_400_000;
const voice = (id: string, on: number, more: Partial<Voice> = {}): Voice => ({
  id,
  arrivedAt: on * day,
  keys: [`phone:${id}`],
  people: 1,
  counts: true,
  ...more,
});
const counted = (voices: Voice[]) => Object.fromEntries(othersWithinMonth(voices));

describe('counting', () => {
  test('each hears of the fullest month that holds it', () => {
    expect(counted([voice('a', 0), voice('b', 20), voice('c', 40), voice('d', 90)])).toEqual({
      a: 1,
      b: 1,
      c: 1,
      d: 0,
    });
    expect(counted([voice('a', 0), voice('b', 15), voice('c', 31)])).toEqual({ a: 2, b: 2, c: 2 });
  });

  test('one person is one, a collective its people, and nobody counts twice', () => {
    const same = { keys: ['phone:x'] };
    expect(counted([voice('a', 0, same), voice('b', 1, same), voice('c', 2, { people: 4 })])).toEqual({
      a: 4,
      b: 4,
      c: 4,
    });
    // known by phone here, by flat there
    const both = [
      voice('a', 0, { keys: ['phone:x', 'home:周@3-2-501'] }),
      voice('b', 1, { keys: ['home:周@3-2-501'] }),
      voice('c', 2, { keys: ['phone:x'] }),
    ];
    expect(counted(both)).toEqual({ a: 0, b: 0, c: 0 });
  });

  test('those who cannot be told apart are one together; withdrawn ones do not count', () => {
    const nobody = { keys: [] };
    expect(counted([voice('a', 0, nobody), voice('b', 1, nobody), voice('c', 2)])).toEqual({ a: 1, b: 1, c: 1 });
    expect(counted([voice('a', 0), voice('b', 1, { counts: false })])).toEqual({ a: 0, b: 0 });
  });

  test('marks of a complainant', () => {
    expect(complainantKeys({ name: '周女士', phone: '+86 138-0000-0001', room: '3-2-501' })).toEqual([
      'phone:13800000001',
      'home:周女士@3-2-501',
    ]);
    expect(complainantKeys({ anonymous: true })).toEqual([]);
  });
});
