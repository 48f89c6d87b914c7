import { describe, expect, test } from '@jest/globals';
import { folded, grams, wanted } from '../../database/grams.js';
import { isStorable, storable } from '../../database/plain-text.js';

describe('grams', () => {
  test('one case, one width, no marks', () => {
    expect(folded('  ＡＢＣ，电梯！Lift-3\n')).toBe('abc 电梯 lift 3');
  });
  test('Chinese characters alone and in pairs, others in pairs', () => {
    expect(grams('漏水了 ab1').sort()).toEqual(['ab', 'b1', '了', '水', '水了', '漏', '漏水'].sort());
  });
  test('characters beyond the basic plane stay whole', () => {
    expect(grams('𠮷野').sort()).toEqual(['𠮷', '𠮷野', '野'].sort());
  });
  test('a query asks for its longest grams, and for each word exactly', () => {
    expect(wanted('漏水 Leak')).toEqual({ grams: ['漏水', 'le', 'ea', 'ak'], words: ['漏水', 'leak'] });
    expect(wanted('漏')).toEqual({ grams: ['漏'], words: ['漏'] });
    expect(wanted(' %_ ')).toEqual({ grams: [], words: [] });
  });
});

describe('what PostgreSQL cannot store', () => {
  test('is told', () => {
    expect(['plain 字 🔥', 'a\0b', 'a\ud800b'].map(isStorable)).toEqual([true, false, false]);
  });
  test('becomes a mark, and everything else stays as it is', () => {
    const value = { a: 'x\0y', b: ['\udc00', '🔥', '\\u0000'], c: 1, d: null };
    expect(JSON.parse(storable(value))).toEqual({ a: 'x\u{fffd}y', b: ['\u{fffd}', '🔥', '\\u0000'], c: 1, d: null });
  });
});
