/** What recurs by a rulebook, whatever becomes of a single complaint: which paper, whose, when, and who has a hand in it. */
import type { PaperKind } from '../paper/kinds.js';
import type { Clause, Role, Tier } from './rulebook.js';

export const recurrences = ['day', 'festival', 'week', 'half month', 'month', 'quarter', 'half year', 'year'] as const;
export type Recurrence = (typeof recurrences)[number];

/** In the order of the week: 1 Monday … 7 Sunday. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** A duty 定期工作 as a rulebook has it. Readers take it from the document; no workflow of a complaint decides with it. */
export interface DutyDocument {
  zh?: string;
  en?: string;
  every: Recurrence;
  clauses: Clause[];
  /** The paper that comes of it; a duty without one is told and no more. */
  paper?: PaperKind;
  /** The tiers whose nodes owe it; the companies unless said. */
  of?: Tier[];
  /** Local time `HH:MM` at which it is drafted; 09:00 unless said. A day or a week runs from one to the next. */
  at?: string;
  /** The day of a weekly one; Monday unless said. */
  on?: Weekday;
  /** How long people have to complete it before it goes out as it is: `1 working day`. At once unless said. */
  within?: string;
  /** How long before a festival it is drafted: `7 days`. */
  before?: string;
  completes?: Role[];
  approves?: Role[];
  /** Once it is issued. */
  confirms?: Role[];
  /** For everybody: no name in it, and it waits for its approval. */
  public?: true;
  /** In hours: until then somebody above acknowledges it, or is reminded. */
  acknowledge?: string;
  /** What the source leaves open and how it is read. */
  reading?: { zh?: string; en?: string };
}
