/** A rulebook 规程 as people write it: with titles, clause catalogue and labels. Compiled, it becomes what decides. */
import type { Condition } from './condition.js';
import type { Clause, Presence, Role, Severity, Stage, Tier } from './rulebook.js';

/** A word in the languages of the house; either may be missing. */
export interface Label {
  zh?: string;
  en?: string;
}
export type Labels = Record<string, Label>;

export interface ClockRuleDocument {
  when?: Condition;
  from?: string[];
  within: string;
  agreed?: 'sooner' | 'replaces';
  rolls?: false;
  clauses: Clause[];
  reading?: Label;
}

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
  decisions: Record<string, { by?: Role[]; clauses: Clause[]; when?: Condition; never?: boolean }>;
  grounds?: Record<string, Label & { clauses: Clause[] }>;
  supervision?: Record<string, Label & { clauses: Clause[] }>;
  clocks?: Record<string, ClockRuleDocument[]>;
  severities?: Partial<Record<Severity, { tier: Tier; clauses: Clause[]; facts?: Record<string, string | number | boolean>[] }>>;
  bulletins?: { severity: Severity; every: string; clauses: Clause[]; turns: string[] };
  revisit?: {
    exemptions?: Record<string, Label & { clauses: Clause[] }>;
    observation?: { days: number; clauses: Clause[] };
  };
  handUp?: { clauses: Clause[] };
  replyApproval?: { when: Presence; by: Role[]; clauses: Clause[] };
  recusal?: { clauses: Clause[] };
  suspension?: { clauses: Clause[] };
  warnings?: ('half' | 'nine tenths')[];
}
