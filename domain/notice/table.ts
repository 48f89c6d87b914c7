/** Which event is told to whom by which way. A rulebook's own lines come before these. */
import type { ComplaintEvent } from '../complaint/events.js';
import { type Audience, type NoticeMark, noticeMarks, type Way } from './notice.js';

/** Event × audience × way. An empty list: this audience is not told. */
export type NoticeTable = Record<NoticeMark, Partial<Record<Audience, Way[]>>>;

const seen: Way[] = ['inbox'];
const sent: Way[] = ['inbox', 'email'];
const spread: Way[] = ['inbox', 'email', 'robot', 'webhook'];
const posted: Way[] = ['inbox', 'robot', 'webhook'];
const toCustomer: Way[] = ['email', 'webhook'];

/** What every rulebook has unless it says otherwise. */
export const usualNotices: NoticeTable = {
  Received: { complainant: toCustomer, supervisor: posted },
  // only where it moves what they were promised
  DeadlineSet: { complainant: toCustomer },
  Refused: { complainant: toCustomer, supervisor: seen },
  Dispatched: { handler: sent, assisting: seen },
  Reassigned: { handler: sent },
  SentBack: { supervisor: sent },
  Recused: { supervisor: sent },
  PlanProposed: { approver: sent, supervisor: seen },
  PlanApproved: { handler: seen },
  PlanReturned: { handler: sent },
  ReplyDrafted: { approver: seen, company: sent },
  ReplyApproved: { handler: seen, supervisor: seen },
  ReplyReturned: { handler: sent },
  Replied: { complainant: toCustomer, handler: seen },
  CustomerAgreed: { handler: seen },
  CustomerDisagreed: { handler: sent, supervisor: sent },
  CarriedOut: { supervisor: seen },
  Verified: { revisitor: seen },
  VerificationFailed: { handler: sent },
  ResultFedBack: { complainant: toCustomer },
  Settled: { complainant: toCustomer, supervisor: seen },
  'RevisitRecorded:dissatisfied': { handler: sent, supervisor: sent },
  Reopened: { handler: sent, supervisor: sent },
  Withdrawn: { handler: seen, supervisor: seen },
  MarkedUnclosed: { supervisor: seen, company: sent },
  Pursued: { handler: seen },
  WrittenOff: { supervisor: seen, company: seen },
  'Escalated:company': { company: sent },
  'Escalated:group': { company: sent, hq: sent },
  'SeverityRaised:important': { handler: seen, supervisor: sent, company: seen },
  'SeverityRaised:hot': { handler: sent, supervisor: spread, company: spread, hq: sent },
  'SeverityRaised:major': { handler: sent, supervisor: spread, company: spread, hq: spread },
  SeverityLowered: { supervisor: seen, company: seen },
  SupervisionOrdered: { handler: sent, supervisor: spread, company: seen },
  Urged: { handler: sent, supervisor: seen },
  FollowedUp: { handler: seen, supervisor: seen },
  Joined: { handler: seen, supervisor: seen },
  Suspended: { handler: seen },
  Resumed: { handler: seen },
  ExtensionRequested: { approver: sent },
  ExtensionGranted: { handler: seen },
  ExtensionRefused: { handler: sent },
  Merged: { handler: seen },
  Unmerged: { handler: seen },
  Commented: { handler: seen },
  DeadlineWarned: { handler: sent, supervisor: seen },
  DeadlineMissed: { handler: sent, supervisor: spread, company: seen },
  FirstReceiverTold: { firstReceiver: seen },
  ReportDue: { supervisor: sent, company: sent },
  BulletinIssued: { company: seen, hq: spread },
  CompensationProposed: { approver: sent },
  CompensationApproved: { handler: seen },
  SheetIssued: { handler: sent, supervisor: seen },
  SheetOverdue: { handler: sent, supervisor: sent },
};

export interface NoticeRule {
  /** The line of the table that told so. */
  mark: NoticeMark;
  audience: Audience;
  ways: Way[];
}

/**
 * The rules for an event: for each audience the closest line that names it, the rulebook's own before the usual. A
 * deadline as it is first set is told with what set it, and a rung that a higher one overtook is not told (contract, 3).
 */
export function rulesFor(event: ComplaintEvent, own: NoticeTable = {}): NoticeRule[] {
  if (event.type === 'SeverityRaised' && event.overtaken) return [];
  if (event.type === 'DeadlineSet' && event.because === undefined) return [];
  const lines = [own, usualNotices].flatMap((table) =>
    noticeMarks(event).flatMap((mark) => (table[mark] ? [{ mark, line: table[mark] }] : [])),
  );
  const rules = new Map<Audience, NoticeRule>();
  for (const { mark, line } of lines) {
    for (const [audience, ways] of Object.entries(line) as [Audience, Way[]][]) {
      if (!rules.has(audience)) rules.set(audience, { mark, audience, ways });
    }
  }
  return [...rules.values()].filter(({ ways }) => ways.length > 0);
}
