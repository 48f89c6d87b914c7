/** A paper 文书: everything that goes out as a document. Its content is made at a cut-off, completed by people, and frozen when it is issued. */
import type { LocalDate, Moment } from '../calendar/zone.js';
import type { Clause, Role, Tier } from '../rulebook/rulebook.js';
import type { PaperKind } from './kinds.js';
import type { Text, Words } from './words.js';

/** One value. `null`: not known, and said so (`—`). `percent`: 12.5 is 12.5 %. */
export type Cell =
  | Text
  | number
  | null
  | { moment: Moment }
  | { date: LocalDate }
  | { percent: number }
  | { complaint: { id: string; number: string } };

export interface Column {
  id: string;
  label: Words;
  /** Of numbers: `end`. */
  align?: 'end';
  /** Share of the width; 1 unless said. */
  width?: number;
}

/** Labelled values, one below the other. */
export interface FactsBlock {
  type: 'facts';
  items: { label: Words; value: Cell }[];
}
/** Numbers that stand out, side by side; `note` says what is missing or how it was counted. */
export interface FiguresBlock {
  type: 'figures';
  items: { label: Words; value: Cell; note?: Words }[];
}
export interface TableBlock {
  type: 'table';
  title?: Words;
  columns: Column[];
  rows: Cell[][];
  /** Stands in a table without rows: 本期无. */
  empty: Words;
}
/** Words that a person completes, at this place: the part of this id. */
export interface PartBlock {
  type: 'part';
  part: string;
}
export type Block =
  | { type: 'paragraph'; text: Text }
  | { type: 'list'; items: Text[] }
  | FactsBlock
  | FiguresBlock
  | TableBlock
  | PartBlock;

export interface Section {
  id: string;
  title: Words;
  /** 2: below the section before it. */
  level: 1 | 2;
  blocks: Block[];
}

/** Something that a person writes; the house cannot know it. */
export interface Part {
  id: string;
  title: Words;
  /** Who completes it: any of these roles. */
  by: Role[];
  /** It is written by this command of the complaint, and by nothing else. */
  command?: 'submitReport';
  /** Not needed for the paper to be complete. */
  optional?: true;
  /** The complaint that it is about. */
  complaint?: { id: string; number: string };
  text?: string;
  writtenBy?: Person;
  writtenAt?: Moment;
}

export interface Person {
  id: string;
  name: string;
}

/** What was not there when the paper was due, and who was to bring it. */
export interface Missing {
  /** A part's id, `approval`, or `base` of a rate. */
  what: string;
  title: Words;
  by: Role[];
  /** Who holds these roles at the node; may be empty. */
  people: Person[];
}

export interface Period {
  /** `2026-11-21` · `2026-W47` · `2026-11a`, `2026-11b` · `2026-11` · `2026-Q4` · `2026-H2` · `2026` · a festival's first day. */
  key: string;
  label: Words;
  from: Moment;
  /** The first moment that is not in it any more. */
  to: Moment;
}

/** draft: people complete it · completed: waits for approval · approved: waits for its issue · issued: frozen, numbered. */
export const paperStates = ['draft', 'completed', 'approved', 'issued'] as const;
export type PaperState = (typeof paperStates)[number];

/** What a person may do with a paper; `complete` is writing its parts, `correct` issues a new one that names it. */
export const paperActions = ['complete', 'approve', 'return', 'confirm', 'issue', 'correct', 'acknowledge'] as const;
export type PaperAction = (typeof paperActions)[number];

export interface Signed {
  by: Person;
  at: Moment;
}

/** What is frozen: the document itself. */
export interface PaperContent {
  title: Words;
  sections: Section[];
}

export interface Paper {
  id: string;
  kind: PaperKind;
  /** `快报〔2026〕第12号`, given when it is issued. */
  number?: string;
  state: PaperState;
  /** Whose paper it is. */
  node: { id: string; name: string; tier: Tier };
  /** Above it: to whom it goes. */
  addressee?: { id: string; name: string; tier: Tier };
  /** Of a paper about one complaint. */
  complaint?: { id: string; number: string };
  rulebook: { id: string; version: number; title: Words };
  clauses: Clause[];
  zone: string;
  period?: Period;
  /** The content is as of this moment. */
  cutOff: Moment;
  due: Moment;
  issuedAt?: Moment;
  /** Issued after it was due: after an outage, say. */
  late?: true;
  content: PaperContent;
  parts: Part[];
  /** Of an issued one: what was not there. Of others: what would be missing now. */
  missing: Missing[];
  /** For everybody: no name in it, approved before it goes out. */
  public?: true;
  approves: Role[];
  confirms: Role[];
  completed?: Signed;
  approved?: Signed;
  confirmed?: Signed;
  returned?: Signed & { reason: string };
  /** The issued paper that this one puts right, and why. */
  corrects?: { id: string; number: string; reason: string };
  correctedBy?: { id: string; number?: string };
}
