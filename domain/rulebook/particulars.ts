/** What single regulations add to the common way; a rulebook has only what its source has. */
import type { Clause, Role } from './rulebook.js';

export const compensationSizes = ['small', 'large'] as const;
export type CompensationSize = (typeof compensationSizes)[number];

export interface CompensationRule {
  propose: Role[];
  approve: Role[];
  /** The developer must authorise it, too. */
  authorised?: true;
  /** The paper that confirms an approval by phone afterwards. */
  sheet?: string;
  clauses: Clause[];
}

/** A share of a loss: one rate up to an amount, another above it. */
export interface PenaltyRule {
  upTo: number;
  below: number;
  above: number;
  clauses: Clause[];
}

/** One of several that decide in turn: a ruling, then mediation, then bodies outside the house. */
export interface Instance {
  name: string;
  outside?: true;
  clauses: Clause[];
}

export interface Particulars {
  /** What findings may conclude. */
  outcomes?: Record<string, Clause[]>;
  /** The papers that can be issued on a complaint. */
  sheets?: Record<string, Clause[]>;
  compensation?: Record<CompensationSize, CompensationRule>;
  penalty?: PenaltyRule;
  /** Whoever received it is told of what is late, and is liable for it or not. */
  firstReceiver?: { liable?: true; clauses: Clause[] };
  /** The complainant confirms the record; complaints by these channels are exempt. */
  confirmation?: { exempt: string[]; clauses: Clause[] };
  instances?: Instance[];
  /** Who is told the result besides the complainant, where it was dispatched. */
  feedbackTo?: Record<string, Clause[]>;
}
