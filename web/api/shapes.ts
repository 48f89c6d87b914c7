/** What the API answers, by the names of its document; what the document leaves open is said here. */
import type { components } from '../generated/api.js';

type Schemas = components['schemas'];

export type Status = Schemas['Status'];
export type Severity = Schemas['Severity'];
export type Session = Schemas['Session'];
export type SessionUser = Schemas['User'];
export type Summary = Schemas['Summary'];
export type Task = Schemas['Task'];
export type Complaint = Schemas['Complaint'];
export type LikeCase = Schemas['LikeCase'];
export type WaitingMatch = Schemas['WaitingMatch'];
export type BoardView = Schemas['Board'];
export type Alike = Schemas['Alike'];
export type Deadline = Schemas['Deadline'];
export type Explanation = Schemas['ExplainedDeadline'];
export type Stretch = Explanation['stretches'][number];
/** `awaits`: the roles whose approval is still to come. */
export type Plan = Schemas['Plan'] & { awaits?: string[] };
export type Verdict = Schemas['Verdict'];
export type Backtest = Schemas['Backtest'];
export type Comparison = Schemas['BacktestComparison'];
export type Version = Schemas['RulebookVersionHead'];
export type VersionInFull = Schemas['RulebookVersion'];
export type Move = Schemas['Move'];
export type Difference = Schemas['Difference'];
export type DocumentProblem = Schemas['DocumentProblem'];
export type SavedStoryline = Schemas['SavedStoryline'];
export type Process = Schemas['Process'];
export type Finding = Schemas['Finding'];
export type HistoryEvent = Schemas['History']['items'][number];
export type FaultKind = Schemas['FaultKind'];
export type WatchView = Schemas['Watch'];
export type CommandShape = Schemas['Command'];
export type Field = CommandShape['input'][string];
export type Person = Schemas['Person'];
export type Intake = Schemas['Intake'];
export type Answer = Schemas['Standing'];
export type Label = Schemas['Label'];
export type Labels = Record<string, Label>;

/** An event carries its own data beside what all events have. */
export interface ComplaintEvent extends Record<string, unknown> {
  seq: number;
  at: string;
  type: string;
  actor: { user?: string; name?: string; role?: string; outside?: string; system?: string };
  clauses: string[];
  status?: Status;
}

export type CustomerPromise = Schemas['CustomerPromise'];
export type LedgerEntry = Schemas['LedgerEntry'];
export type ServiceFigure = Schemas['ServiceFigure'];
export type SurveyItem = Schemas['SurveyItem'];

type Cited = Record<string, Label & { clauses: string[] }>;

export interface ClockRule {
  when?: unknown;
  within: string;
  aim?: string;
  clauses: string[];
  reading?: Label;
}

/** A rulebook as people write it. */
export interface Rulebook {
  rulebook: string;
  version: number;
  title: Label;
  source?: string;
  zone: string;
  calendar?: string;
  clauses: Labels;
  categories: Labels;
  grades?: Labels;
  natures?: Record<string, Label & { sub?: Labels }>;
  units?: Labels;
  stages?: Record<string, unknown>;
  decisions: Record<string, { by?: string[]; all?: boolean; clauses: string[]; when?: unknown; never?: boolean }>;
  grounds?: Cited;
  supervision?: Cited;
  clocks?: Record<string, ClockRule[]>;
  severities?: Record<string, { tier: string; clauses: string[]; facts?: Record<string, unknown>[] }>;
  handUp?: { clauses: string[] };
  revisit?: { exemptions?: Cited };
  forms?: Record<string, Label & { fields: Labels; clauses: string[] }>;
  duties?: Record<string, Label & { every: string; clauses: string[] }>;
  conduct?: Cited;
  outcomes?: Cited;
  compensation?: Record<string, { authorised?: true; sheet?: string; clauses: string[] }>;
  penalty?: { upTo: number; below: number; above: number; clauses: string[] };
  firstReceiver?: { liable?: true; clauses: string[] };
  confirmation?: { exempt?: string[]; clauses: string[] };
  instances?: Record<string, Label & { outside?: true; clauses: string[] }>;
  feedbackTo?: Cited;
  payers?: Record<string, Label & { priceFirst?: true; sheet?: string; clauses: string[] }>;
  paths?: Record<string, Label & { way: string; party: Label; sheet?: string; clauses: string[]; reading?: Label }>;
  survey?: Cited;
  service?: Record<string, { least?: number; most?: number; clauses: string[] }>;
  dutyPeriods?: Record<string, Label & { holidays?: true | string[]; from?: string; to?: string; clauses: string[] }>;
}
