/** The share of a loss that is paid (JB-6.2), against amounts reckoned by hand. */
import { expect, test } from '@jest/globals';
import { penaltyFor } from '../../domain/complaint/penalty.js';

const rates = { upTo: 10_000, below: 0.2, above: 0.1 };

test.each([
  [0, 0],
  [0.05, 0.01],
  [100, 20],
  [9_999.99, 2_000],
  [10_000, 2_000],
  [10_000.1, 2_000.01],
  [30_000, 4_000],
  [123_456.78, 13_345.68],
])('of %d yuan, %d', (loss, amount) => {
  expect(penaltyFor(loss, rates)).toBe(amount);
});
