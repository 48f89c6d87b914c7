/** A complaint as the fold of its events: plain data that survives JSON. */
import type { CalendarYear } from '../calendar/calendar.js';
import type { OwnCalendar } from '../calendar/own.js';
import type { Moment } from '../calendar/zone.js';
import type { RestrictedTo } from '../rights/sight.js';
import type { Clause, Role, Severity, Tier } from '../rulebook/rulebook.js';
import type { EchoState } from './echo.js';
import type { Particular } from './particulars.js';
import type { EventMark } from './events.js';
import type { Status } from './statuses.js';

export interface Complainant {
  name?: string;
  phone?: string;
  email?: string;
  address?: string;
  room?: string;
  anonymous?: boolean;
  /** In which they are written to. */
  language?: 'zh' | 'en';
}

export interface Facts {
  lawsuit?: 'threatened' | 'begun';
  media?: 'threatened' | 'exposed';
  people?: number;
  needsGroupResources?: boolean;
  claim?: number;
  safety?: boolean;
  /** Grave, or urgent: for the leader in charge. */
  serious?: boolean;
  /** Of importance beyond the single case. */
  important?: boolean;
  /** Nobody can tell whose duty it is. */
  dutyUnclear?: boolean;
  /** Somebody was made to suffer for complaining. */
  retaliation?: boolean;
  accused?: string[];
  /** Complainants on the same matter within a month, this one included. */
  sameMatter?: number;
  /** Complained of again after handling. */
  again?: boolean;
}

/** Another complaint. */
export interface Reference {
  id: string;
  number: string;
}

export const outcomes = ['satisfied', 'dissatisfied', 'unreachable'] as const;
export type Outcome = (typeof outcomes)[number];

/** Grounds for stopping the clocks: only what is not our own doing. */
export const suspensionGrounds = [
  'awaitingComplainant',
  'awaitingThirdParty',
  'forceMajeure',
  'legalProceedings',
] as const;
export type SuspensionGround = (typeof suspensionGrounds)[number];

export interface Plan {
  version: number;
  measures: string;
  owner: string;
  finishBy: Moment;
  cost?: number;
  proposedBy: string;
  proposedAt: Moment;
  state: 'proposed' | 'approved' | 'returned' | 'superseded';
  decidedBy?: string;
  decidedAt?: Moment;
  reason?: string;
  /** Where several approve: who has, and the roles still to come. */
  approvedBy?: string[];
  awaits?: Role[];
}

export interface ReplyDraft {
  version: number;
  form: string;
  text: string;
  measures?: boolean;
  draftedBy: string;
  state: 'drafted' | 'approved' | 'returned';
  reason?: string;
}

export interface Report {
  kind: string;
  content: string;
}

export interface ClockState {
  startedAt: Moment;
  due: Moment;
  rule: number;
  state: 'open' | 'met' | 'missed' | 'cancelled';
  clauses: Clause[];
  provisional?: true;
  /** When it was met; late if it had been missed. */
  metAt?: Moment;
  metLate?: true;
  missedAt?: Moment;
  /** The type of event that cancelled it. */
  cancelledBy?: string;
  /** Fractions of the period already warned of. */
  warned: number[];
  /** Granted until, instead of the budget. */
  extendedTo?: Moment;
  extendedAt?: Moment;
  /** Starts afresh with each round: 1, 2 … */
  round: number;
}

export interface Stopped {
  from: Moment;
  to?: Moment;
  because: SuspensionGround;
  reason?: string;
}

export interface Complaint extends Particular, EchoState {
  id: string;
  seq: number;
  rulebook: { id: string; version: number };
  zone: string;
  number: string;
  project: string;
  channel: string;
  receivedBy: Tier;
  text: string;
  category?: string;
  complainant: Complainant;
  people: number;
  remedySought?: string;
  /** The complaint to which it was a follow-up with new content. */
  follows?: Reference;
  arrivedAt: Moment;
  recordedAt: Moment;
  /** The last event's moment. */
  updatedAt: Moment;
  backdatedBecause?: string;
  status: Status;
  /** The tier that was told, or took it over. */
  tier: Tier;
  /** The tier that handles it; it only rises. */
  handledBy: Tier;
  severity: Severity;
  /** The highest severity ever reached: the reports owed are its. */
  reached: Severity;
  facts: Facts;
  accused: string[];
  recused: string[];
  /** Seen only by those who handle it, these roles of the tiers that it has reached, and auditors. */
  restrictedTo?: RestrictedTo;
  grade?: string;
  agreedDate?: Moment;
  unit?: string;
  handler?: string;
  assisting: string[];
  sentBack: number;
  /** How often the customer disagreed. */
  disagreed: number;
  nature?: string;
  subNature?: string;
  valid?: boolean;
  complex?: boolean;
  findings?: string;
  plans: Plan[];
  replyDrafts: ReplyDraft[];
  stops: Stopped[];
  clocks: Record<string, ClockState>;
  /** The last moment of each kind of event. */
  marks: Record<EventMark, Moment>;
  handledAt?: Moment;
  /** Closes of itself after this moment, without a repeat. */
  observeUntil?: Moment;
  bulletins: number;
  /** The next bulletin goes out at this moment. */
  nextBulletinAt?: Moment;
  extensions: Record<string, { until: Moment; reason: string; by: string }>;
  mergedFrom?: { status: Status; into: string };
  calendarYears: Record<string, CalendarYear>;
  /** Own days off and hours, when they were changed since it was filed. */
  own?: OwnCalendar;
  /** Which versions its calendar was put together of when it was filed. */
  calendarKey?: string;
  refusedOn?: string;
  referTo?: string;
  endedAt?: Moment;
}

export const latestPlan = (complaint: Complaint): Plan | undefined => complaint.plans.at(-1);
export const latestDraft = (complaint: Complaint): ReplyDraft | undefined => complaint.replyDrafts.at(-1);
export const openStop = (complaint: Complaint): Stopped | undefined => {
  const last = complaint.stops.at(-1);
  return last && last.to === undefined ? last : undefined;
};
