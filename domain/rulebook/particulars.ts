/** What single regulations add to the common way; a rulebook has only what its source has. */
import type { When } from './condition.js';
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

/** Who pays for the work, and what must come before it. */
export interface PayerRule {
  /** The price is told before the work is done. */
  priceFirst?: true;
  /** The paper that asks whoever is liable for it. */
  sheet?: string;
  clauses: Clause[];
}

export const pathWays = ['referral', 'negotiation', 'mediation'] as const;
export type PathWay = (typeof pathWays)[number];

/** Another party that a complaint is taken to: referred to it, negotiated with it, or mediated with it. */
export interface PathRule {
  when: When;
  way: PathWay;
  /** The paper that goes to the party. */
  sheet?: string;
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
  payers?: Record<string, PayerRule>;
  /** In their order: the first whose condition holds. */
  paths?: Record<string, PathRule>;
  /** What people are asked to rate at the revisit. */
  survey?: Record<string, Clause[]>;
}
