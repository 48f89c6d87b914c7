/** A rulebook 规程 in the compact form that decides: what a complaint's workflow pins by value. */
import type { Budget } from '../calendar/budget.js';
import type { When } from './condition.js';
import type { Particulars } from './particulars.js';

export const severities = ['ordinary', 'important', 'hot', 'major'] as const;
export type Severity = (typeof severities)[number];

export const tiers = ['project', 'company', 'group'] as const;
export type Tier = (typeof tiers)[number];

export const roles = [
  'reception',
  'supervisor',
  'handler',
  'approver',
  'revisitor',
  'company',
  'hq',
  'auditor',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/** Stages that a rulebook has or has not; one that it has not is passed through. */
export const stages = [
  'dispatch',
  'takeOver',
  'investigate',
  'plan',
  'approval',
  'reply',
  'consent',
  'carryOut',
  'verify',
  'revisit',
] as const;
export type Stage = (typeof stages)[number];

/** Cites a clause: `WY-4.6.2`. */
export type Clause = string;

/** Present always, never, or when a condition holds. An optional one waits, too, but the next step may be taken without it. */
export type Presence = boolean | 'optional' | When;

export interface ClockRule {
  when?: When;
  /** Events that start it instead of the clock's usual ones: `CustomerDisagreed`, `SeverityRaised:hot`. */
  from?: string[];
  budget: Budget;
  /** What is aimed at within the budget: a warning then. */
  aim?: Budget;
  /** A date agreed with the complainant: binds if sooner, or replaces the budget. */
  agreed?: 'sooner' | 'replaces';
  /** By how much it may be extended at most, in all; without it whoever grants decides. */
  extension?: { most: Budget; clauses: Clause[] };
  clauses: Clause[];
  /** False: the last day stays where it is, day off or not. */
  rolls?: false;
  /** What the source leaves open and how it is read. */
  reading?: string;
}

export interface SeverityRule {
  /** The tier that is told. */
  tier: Tier;
  clauses: Clause[];
  /** Any of these facts makes it so. */
  facts: FactPattern[];
}

/** A fact at or above what is named: `{lawsuit: begun}`, `{people: 10}`, `{again: true}`. */
export interface FactPattern {
  fact: string;
  is: string | number | boolean;
}

/** Who gives a command, and the clauses that make it so. */
export interface Decision {
  by?: Role[];
  clauses: Clause[];
  /** Each of the roles must give it, in any order: one person for each. For `approve`. */
  all?: true;
  /** Only then; otherwise the command is not in the rulebook. */
  when?: When;
  /** Never in this rulebook. */
  never?: boolean;
}

export interface Rulebook extends Particulars {
  id: string;
  version: number;
  title: string;
  /** Its own business hours, instead of the calendar's. */
  hours?: { opens: string; closes: string };
  /** The calendar's id. */
  calendar: string;
  categories: string[];
  grades: string[];
  natures: Record<string, string[]>;
  units: string[];
  stages: Record<Stage, Presence>;
  clocks: Record<string, ClockRule[]>;
  severities: Partial<Record<Severity, SeverityRule>>;
  grounds: Record<string, Clause[]>;
  supervisionGrounds: Record<string, Clause[]>;
  exemptions: Record<string, Clause[]>;
  /** By command; `default` stands for the others. */
  decisions: Record<string, Decision>;
  /** Bulletins while a complaint is of this severity and not handled: every so many hours, and at these events. */
  bulletins?: { severity: Severity; everyHours: number; turns: string[]; clauses: Clause[] };
  /** Without a revisit, so many days from handling without a repeat close it. */
  observation: { days: number; clauses: Clause[] };
  /** What a higher tier took over does not go back down; `revisit`: who then revisits it. */
  handUp?: { clauses: Clause[]; revisit?: { by: Role[]; clauses: Clause[] } };
  recusal: { clauses: Clause[] };
  /** Only those who handle it, these roles by tier, and auditors see its complaints: all, or those of a condition. */
  restricted?: { to: Partial<Record<Tier, Role[]>>; when?: When; clauses: Clause[] };
  suspension: { clauses: Clause[] };
  /** Replies approved before they are sent, and by whom. */
  replyApproval?: { when: Presence; by: Role[]; clauses: Clause[] };
  /** Fractions of a period at which people are warned. */
  warnings: number[];
}

export function isAbove<T extends string>(order: readonly T[], a: T, b: T): boolean {
  return order.indexOf(a) > order.indexOf(b);
}
