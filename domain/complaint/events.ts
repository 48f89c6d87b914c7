/** What can happen to a complaint. Events are the timeline, the audit trail and the notices' reason. */
import type { CalendarYear } from '../calendar/calendar.js';
import type { OwnCalendar } from '../calendar/own.js';
import type { Moment } from '../calendar/zone.js';
import type { RestrictedTo } from '../rights/sight.js';
import type { Clause, Role, Severity, Tier } from '../rulebook/rulebook.js';
import type { Actor } from './actor.js';
import type { EchoData } from './echo.js';
import type { Addressee, Conclusion, ParticularData, Rating } from './particulars.js';
import type { Complainant, Facts, Outcome, Reference, Report, SuspensionGround } from './state.js';
import type { Status } from './statuses.js';

/** What marks a moment that clocks start from or are met by: an event type, or `SeverityRaised:hot`. */
export type EventMark = string;

type None = Record<never, never>;
/** Who pays, and the price that was told. */
type Payment = { payer?: string; price?: number };

/** Data by event type. `status` is where the complaint stands afterwards, when the event moves it. */
export interface EventData extends ParticularData, EchoData {
  Received: {
    number: string;
    project: string;
    channel: string;
    receivedBy: Tier;
    text: string;
    category?: string;
    complainant: Complainant;
    people: number;
    remedySought?: string;
    follows?: Reference;
    arrivedAt: Moment;
    backdatedBecause?: string;
    accused: string[];
    facts: Facts;
  };
  Acknowledged: { text?: string };
  Settled: { result: string; form?: string };
  Accepted: { grade?: string; category?: string; agreedDate?: Moment };
  Refused: { ground: string; reason: string; referTo?: string };
  Dispatched: { unit: string; handler: string; assisting: string[] };
  TakenOver: None;
  SentBack: { reason: string };
  Arrived: None;
  FindingsRecorded: {
    category: string;
    nature: string;
    subNature?: string;
    valid: boolean;
    complex?: boolean;
    grade?: string;
    outcome?: Conclusion;
    findings: string;
  } & Payment;
  PlanProposed: { version: number; measures: string; owner: string; finishBy: Moment; cost?: number } & Payment;
  /** `awaits`: the roles whose approval is still to come. */
  PlanApproved: { version: number; reason?: string; awaits?: Role[] };
  PlanReturned: { version: number; reason: string };
  ReplyDrafted: { version: number; form: string; text: string; measures?: boolean };
  ReplyApproved: { version: number };
  ReplyReturned: { version: number; reason: string };
  /** `outcome`: what it tells was found; `instance`: who decided it. */
  Replied: { form: string; text: string; measures?: boolean; outcome?: Conclusion; instance?: string };
  CustomerAgreed: { text?: string };
  /** `next`: the instance whose turn it is now. */
  CustomerDisagreed: { reason: string; next?: string };
  /** `rework`: done anew, because it did not last. */
  CarriedOut: { result: string; rework?: boolean } & Payment;
  Verified: { remarks?: string };
  VerificationFailed: { remarks?: string };
  ResultFedBack: { form: string; text: string; addressee?: Addressee; outcome?: Conclusion };
  RevisitRecorded: { outcome: Outcome; form: string; opinion?: string; ratings?: Record<string, Rating> };
  RevisitExempted: { ground: string; observeUntil: Moment };
  Reopened: { reason: string };
  Withdrawn: { reason?: string };
  MarkedUnclosed: { analysis: string };
  Pursued: { reason?: string };
  WrittenOff: { analysis: string };
  Reinstated: { reason?: string };
  Escalated: { to: Tier; reason?: string; because: 'handedUp' | 'severity' };
  FactRecorded: { facts: Facts; source?: string };
  SeverityRaised: { severity: Severity; because: string; overtaken?: true };
  SeverityLowered: { severity: Severity; reason: string };
  Suspended: { because: SuspensionGround; reason?: string };
  Resumed: None;
  ExtensionRequested: { clock: string; until: Moment; reason: string };
  ExtensionGranted: { clock: string; until: Moment };
  ExtensionRefused: { clock: string; reason: string };
  Recused: { reason: string };
  /** Only those who handle it, these roles of the tiers that it reaches, and auditors see it. */
  Restricted: { to: RestrictedTo };
  Reassigned: { handler: string };
  SupervisionOrdered: { ground: string; by?: Moment };
  Merged: { into: string };
  Unmerged: None;
  Commented: { text: string };
  Attached: { name: string; mediaType?: string; size?: number; sha256?: string };
  ReportDue: { kind: string; due: Moment };
  ReportSubmitted: Report;
  BulletinIssued: { number: number; occasions: string[]; next?: Moment };
  Urged: { text?: string };
  /** `filed`: the complaint of its own that its new content became. */
  FollowedUp: { text?: string; newContent?: boolean; again?: true; filed?: Reference };
  Joined: { people: number };
  SameMatterCounted: { count: number };
  CrewReported: { text?: string };
  CalendarPublished: { year: string; calendar: CalendarYear };
  /** The organisation's own days off and hours were changed. */
  OwnCalendarChanged: { own: OwnCalendar };
  /** It goes on under another version of its rulebook. */
  RulebookChanged: { version: number; from: number; reason: string };
  Closed: { because: 'satisfied' | 'settled' | 'noRepeat' | 'noRevisitStage' };
  DeadlineSet: {
    clock: string;
    startedAt: Moment;
    due: Moment;
    /** Which of the clock's rules gave the budget. */
    rule: number;
    provisional?: true;
    because?: string;
  };
  /** `aim`: what the rulebook aims at within the period is past. */
  DeadlineWarned: { clock: string; due: Moment; fraction: number; aim?: true };
  DeadlineMissed: { clock: string; due: Moment };
  DeadlineMet: { clock: string; due: Moment; late?: true };
  DeadlineCancelled: { clock: string; because: string };
}

export type EventType = keyof EventData;

/** An event before it has a place in the sequence. */
export type Draft<T extends EventType = EventType> = {
  [K in T]: { type: K; clauses: Clause[]; status?: Status; actor?: Actor } & EventData[K];
}[T];

/** An event of a complaint: `seq` counts from 1 without gaps, `at` is workflow time. */
export type ComplaintEvent<T extends EventType = EventType> = {
  [K in T]: { seq: number; at: Moment; type: K; actor: Actor; clauses: Clause[]; status?: Status } & EventData[K];
}[T];

/** Events that clocks themselves bring; they start and meet nothing. */
export const clockEvents: EventType[] = [
  'DeadlineSet',
  'DeadlineWarned',
  'DeadlineMissed',
  'DeadlineMet',
  'DeadlineCancelled',
];

/** The marks that an event leaves; a rung that a higher one has overtaken starts nothing. */
export function marksOf(event: ComplaintEvent): EventMark[] {
  if (clockEvents.includes(event.type)) return [];
  if (event.type === 'SeverityRaised') return event.overtaken ? [] : [event.type, `${event.type}:${event.severity}`];
  if (event.type === 'PlanApproved' && event.awaits) return [];
  if (event.type === 'Replied' && event.measures) return [event.type, 'Replied:measures'];
  if (event.type === 'ResultFedBack' && event.addressee === 'level1') return [`${event.type}:level1`];
  if (event.type === 'ReportSubmitted') return [event.type, `${event.type}:${event.kind}`];
  if (event.type === 'BulletinIssued') return [event.type, 'ReportSubmitted:bulletin'];
  return [event.type];
}
