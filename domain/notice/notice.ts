/** Notices 通知: what they are about, by what way they go, and to whom. */
import type { ComplaintEvent, EventType } from '../complaint/events.js';
import type { Complaint } from '../complaint/state.js';
import { isAbove, severities } from '../rulebook/rulebook.js';

/** By which way one is told. */
export const ways = ['inbox', 'email', 'robot', 'webhook'] as const;
export type Way = (typeof ways)[number];

/** Who may be told: roles by what they are for this complaint, or for the project it belongs to. */
export const audiences = [
  'complainant',
  'handler',
  'assisting',
  'firstReceiver',
  'reception',
  'supervisor',
  'approver',
  'revisitor',
  'company',
  'hq',
] as const;
export type Audience = (typeof audiences)[number];

/** The kinds of notices, among which a person chooses how to be told. */
export const noticeKinds = ['work', 'deadline', 'escalation', 'progress'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What an event is called in the table of rules: `DeadlineMissed`, or closer `SeverityRaised:major`. */
export type NoticeMark = string;

/** The marks of an event, the closest first. */
export function noticeMarks(event: ComplaintEvent): NoticeMark[] {
  const closer = closerOf(event);
  return closer === undefined ? [event.type] : [`${event.type}:${closer}`, event.type];
}

function closerOf(event: ComplaintEvent): string | undefined {
  switch (event.type) {
    case 'SeverityRaised':
      return event.severity;
    case 'Escalated':
      return event.to;
    case 'RevisitRecorded':
      return event.outcome;
    case 'DeadlineSet':
    case 'DeadlineWarned':
    case 'DeadlineMissed':
    case 'ExtensionGranted':
      return event.clock;
    default:
      return undefined;
  }
}

/** Goes at once, whatever people prefer: safety, or a complaint of the highest severity. */
export const isUrgent = (complaint: Complaint): boolean =>
  complaint.facts.safety === true || !isAbove(severities, 'major', complaint.severity);

/** Somebody of the house is complained of: outside the house only that there is something is told (LD-6, YG-4.1). */
export const isConfidential = (complaint: Complaint): boolean =>
  complaint.accused.length > 0 || complaint.restrictedTo !== undefined || complaint.facts.retaliation === true;

const deadlines: EventType[] = ['DeadlineWarned', 'DeadlineMissed', 'DeadlineSet', 'ReportDue', 'SheetOverdue', 'FirstReceiverTold']; // prettier-ignore
const escalations: EventType[] = ['SeverityRaised', 'SeverityLowered', 'Escalated', 'SupervisionOrdered', 'Urged', 'BulletinIssued']; // prettier-ignore
const work: EventType[] = [
  'Received', 'Dispatched', 'Reassigned', 'SentBack', 'Recused', 'PlanProposed', 'PlanReturned', 'ReplyDrafted', 'ReplyReturned',
  'CustomerDisagreed', 'VerificationFailed', 'CarriedOut', 'Verified', 'Reopened', 'Pursued', 'ExtensionRequested',
  'CompensationProposed', 'SheetIssued',
]; // prettier-ignore

/** The kind of a notice about an event of this type. */
export function kindOf(type: EventType): NoticeKind {
  if (work.includes(type)) return 'work';
  if (deadlines.includes(type)) return 'deadline';
  return escalations.includes(type) ? 'escalation' : 'progress';
}
