import type { PenaltyRule } from '../rulebook/particulars.js';

/** The share of a loss, in yuan and fen: one rate for the part up to an amount, another for the part above it. */
export function penaltyFor(loss: number, { upTo, below, above }: Omit<PenaltyRule, 'clauses'>): number {
  const share = Math.min(loss, upTo) * below + Math.max(0, loss - upTo) * above;
  return Math.round(share * 100) / 100;
}
