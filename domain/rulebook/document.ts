/** A rulebook 规程 as people write it: with titles, clause catalogue and labels. Compiled, it becomes what decides. */
import type { When } from './condition.js';
import type { DutyPeriod } from './duty-periods.js';
import type { NoticeTable } from '../notice/table.js';
import type { CompensationRule, CompensationSize, PathRule, PayerRule, PenaltyRule } from './particulars.js';
import type { DutyDocument } from './duty.js';
import type { Clause, Presence, Role, Severity, Stage, Tier } from './rulebook.js';

/** A word in the languages of the house; either may be missing. */
export interface Label {
  zh?: string;
  en?: string;
}
export type Labels = Record<string, Label>;

export interface ClockRuleDocument {
  when?: When;
  from?: string[];
  within: string;
  /** Warned after this long, within the period: `2 hours`. */
  aim?: string;
  agreed?: 'sooner' | 'replaces';
  /** By how much it may be extended at most, in all: `10 working days`. */
  extension?: { most: string; clauses: Clause[] };
  rolls?: false;
  clauses: Clause[];
  reading?: Label;
}

/** On site in time, the work order returned in time, revisited in time, done anew. */
export const serviceFigures = ['onSite', 'returned', 'revisited', 'rework'] as const;
export type ServiceFigure = (typeof serviceFigures)[number];

export interface RulebookDocument {
  rulebook: string;
  version: number;
  title: Label;
  source?: string;
  zone: string;
  calendar: string;
  hours?: { opens: string; closes: string };
  tiers?: Tier[];
  clauses: Labels;
  categories: Labels;
  grades?: Labels;
  natures?: Record<string, Label & { sub?: Labels }>;
  units?: Labels;
  stages?: Partial<Record<Stage, Presence>>;
  decisions: Record<string, { by?: Role[]; all?: true; clauses: Clause[]; when?: When; never?: boolean }>;
  grounds?: Record<string, Label & { clauses: Clause[] }>;
  supervision?: Record<string, Label & { clauses: Clause[] }>;
  clocks?: Record<string, ClockRuleDocument[]>;
  severities?: Partial<
    Record<Severity, { tier: Tier; clauses: Clause[]; facts?: Record<string, string | number | boolean>[] }>
  >;
  bulletins?: { severity: Severity; every: string; clauses: Clause[]; turns: string[] };
  revisit?: {
    exemptions?: Record<string, Label & { clauses: Clause[] }>;
    observation?: { days: number; clauses: Clause[] };
  };
  handUp?: { clauses: Clause[]; revisit?: { by: Role[]; clauses: Clause[] } };
  replyApproval?: { when: Presence; by: Role[]; clauses: Clause[] };
  recusal?: { clauses: Clause[] };
  restricted?: { to: Partial<Record<Tier, Role[]>>; when?: When; clauses: Clause[] };
  suspension?: { clauses: Clause[] };
  /** The papers of a complaint and the fields that each carries. */
  forms?: Record<string, Label & { fields: Labels; clauses: Clause[] }>;
  /** What recurs, whatever becomes of a single complaint. */
  duties?: Record<string, DutyDocument>;
  /** How people behave: secrecy, courtesy, no retaliation, penalties. */
  conduct?: Record<string, Label & { clauses: Clause[] }>;
  outcomes?: Record<string, Label & { clauses: Clause[] }>;
  compensation?: Record<CompensationSize, CompensationRule>;
  penalty?: PenaltyRule;
  firstReceiver?: { liable?: true; clauses: Clause[] };
  confirmation?: { exempt?: string[]; clauses: Clause[] };
  /** In their order. */
  instances?: Record<string, Label & { outside?: true; clauses: Clause[] }>;
  feedbackTo?: Record<string, Label & { clauses: Clause[] }>;
  payers?: Record<string, Label & PayerRule>;
  /** `party`: who is contacted. */
  paths?: Record<string, Label & PathRule & { party: Label; reading?: Label }>;
  survey?: Record<string, Label & { clauses: Clause[] }>;
  /** What the service is measured by; shares from 0 to 1. */
  service?: Partial<Record<ServiceFigure, { least?: number; most?: number; clauses: Clause[] }>>;
  /** When intake is taken by the duty post, round the clock. */
  dutyPeriods?: Record<string, Label & DutyPeriod>;
  warnings?: ('half' | 'nine tenths')[];
  /** Who is told what by which way, where it is not as usual. */
  notices?: NoticeTable;
}
