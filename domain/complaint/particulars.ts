/** What single regulations add to a complaint; absent unless used. */
import type { Moment } from '../calendar/zone.js';
import type { CompensationSize } from '../rulebook/particulars.js';

/** What findings conclude: clear and covered, reasonable but without a basis, or not so. */
export const conclusions = ['supported', 'explained', 'notSupported'] as const;
export type Conclusion = (typeof conclusions)[number];

export const confirmations = ['readBack', 'signature', 'exempt'] as const;
export type Confirmation = (typeof confirmations)[number];

/** Who is told the result: the complainant, or level 1 that forwarded it. */
export const addressees = ['complainant', 'level1'] as const;
export type Addressee = (typeof addressees)[number];

export interface Compensation {
  size: CompensationSize;
  amount: number;
  reason: string;
  /** The least that the claimant would take. */
  lowestClaim?: number;
  state: 'proposed' | 'approved' | 'settled' | 'paid';
  proposedBy: string;
  approvedBy?: string;
  manner?: string;
  /** Paper that is to follow an approval by phone. */
  sheetOwed?: string;
  memo?: string;
  paidAt?: Moment;
}

export interface Penalty {
  number: number;
  penalised: string;
  loss: number;
  amount: number;
  reason: string;
  appeal?: string;
  /** Decided by the general manager. */
  upheld?: boolean;
}

export interface Sheet {
  number: number;
  /** The complaint's own number, which every paper of it carries. */
  reference: string;
  kind: string;
  content: string;
  dueBy?: Moment;
  overdue?: true;
  result?: string;
}

export const ratings = ['satisfied', 'fair', 'dissatisfied'] as const;
export type Rating = (typeof ratings)[number];

/** Another party that was contacted, and what came of it. */
export interface Contact {
  /** The rulebook's name of the path. */
  path: string;
  party: string;
  text: string;
  contactedAt: Moment;
  concludedAt?: Moment;
  settled?: boolean;
  result?: string;
}

/** Added to what a complaint is. */
export interface Particular {
  /** Who received it, and follows it. */
  firstReceiver?: string;
  /** The clocks that were missed and that the first receiver is liable for, too. */
  firstReceiverLiable?: string[];
  outcome?: Conclusion;
  confirmed?: Confirmation;
  compensation?: Compensation;
  penalties?: Penalty[];
  sheets?: Sheet[];
  /** Who has been told the result. */
  fedBackTo?: Addressee[];
  /** Who pays for the work, and the price that was told. */
  payer?: string;
  price?: number;
  /** How often work was done anew that had been done before. */
  reworked?: number;
  /** By item of the survey, as last told. */
  ratings?: Record<string, Rating>;
  contacts?: Contact[];
}

/** Data of the events that single regulations add. */
export interface ParticularData {
  RecordConfirmed: { manner: Confirmation };
  PartyContacted: { path: string; party: string; form: string; text: string };
  PathConcluded: { path: string; settled: boolean; result: string };
  CompensationProposed: { size: CompensationSize; amount: number; reason: string; lowestClaim?: number };
  CompensationApproved: { amount: number; manner?: string; authorised?: boolean; sheetOwed?: string };
  CompensationSettled: { memo: string };
  CompensationPaid: { amount: number };
  Penalised: { number: number; penalised: string; loss: number; amount: number; reason: string };
  PenaltyAppealed: { number: number; reason: string };
  AppealDecided: { number: number; upheld: boolean; reason: string };
  SheetIssued: { number: number; reference: string; kind: string; content: string; dueBy?: Moment };
  SheetClosed: { number: number; result: string };
  SheetOverdue: { number: number; kind: string; dueBy: Moment };
  FirstReceiverTold: { user: string; clock: string; liable?: true };
}
