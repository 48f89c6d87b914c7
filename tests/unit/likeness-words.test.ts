import { expect, test } from '@jest/globals';
import { faults, things } from '../../domain/matter/vocabulary.js';
import { likenessWords } from '../../web/language/en/likeness.js';

test('what two complaints have in common has a name in English', () => {
  expect(Object.keys(likenessWords).sort()).toEqual([...Object.keys(things), ...Object.keys(faults)].sort());
  expect(Object.values(likenessWords).filter((name) => !/^[a-z’ ]+$/.test(name))).toEqual([]);
});
