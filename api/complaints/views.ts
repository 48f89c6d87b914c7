/** Complaints as clients see them. */
import type { StoredComplaint } from '../../database/queries/complaint.js';
import type { ListedComplaint } from '../../database/queries/complaints.js';
import { instant, moment } from '../../domain/calendar/zone.js';
import type { Viewer } from '../../database/queries/access.js';
import { maskedName, needsContact } from '../../domain/rights/contact.js';
import { personAt } from '../../domain/organisation/viewer.js';
import type { Status } from '../../domain/complaint/statuses.js';
import type { Tier } from '../../domain/rulebook/rulebook.js';
import type { Deadline } from '../../domain/complaint/deadlines.js';
import type { Complaint } from '../../domain/complaint/state.js';
import { deletedText } from '../../domain/proof/redact.js';
import { given } from '../../domain/complaint/given.js';
import { instanceAfter } from '../../domain/complaint/instances.js';
import { pathOf } from '../../domain/complaint/paths.js';
import { type CustomerPromise, promiseOf } from '../../domain/complaint/promise.js';
import { dutyPeriodsAt } from '../../domain/rulebook/duty-periods.js';
import { type ToldDutyPeriod, toldDuty } from '../duty-periods/told.js';
import type { Rules } from './rules.js';

/** A line of a list. */
export interface Summary {
  id: string;
  number: string;
  status: string;
  severity: string;
  tier: string;
  project: { id: string; name: string };
  channel: string;
  category?: string;
  excerpt: string;
  complainant: { name?: string; anonymous?: true };
  unit?: string;
  handler?: { id: string; name: string };
  arrivedAt: string;
  updatedAt: string;
  suspended: boolean;
  /** Deadlines missed, met since or not. */
  missed: number;
  /** Those of them that are not met yet. */
  overdue: number;
  /** What is due first of what is still in time. */
  next: { clock: string; due: string; clauses: string[]; provisional?: true } | null;
  seq: number;
}

/** A line for somebody; who complained is masked for those who need not know. */
export function summaryOf(row: ListedComplaint, viewer: Viewer): Summary {
  const at = (date: Date) => moment(date.getTime(), row.zone);
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    severity: row.severity,
    tier: row.tier,
    project: { id: row.project_id, name: row.project_name ?? row.project_id },
    channel: row.channel,
    ...(row.category === null ? {} : { category: row.category }),
    excerpt: row.excerpt,
    complainant: {
      ...(row.complainant_name === null ? {} : { name: nameFor(viewer, row, row.complainant_name) }),
      ...(row.anonymous ? { anonymous: true } : {}),
    },
    ...(row.unit === null ? {} : { unit: row.unit }),
    ...(row.handler_id === null ? {} : { handler: { id: row.handler_id, name: row.handler_name ?? row.handler_id } }),
    arrivedAt: at(row.arrived_at),
    updatedAt: at(row.updated_at),
    suspended: row.suspended,
    missed: row.missed,
    overdue: row.overdue,
    next:
      row.next_clock !== null && row.next_due !== null
        ? {
            clock: row.next_clock,
            due: at(row.next_due),
            clauses: row.next_clauses ?? [],
            ...(row.next_provisional ? { provisional: true } : {}),
          }
        : null,
    seq: row.seq,
  };
}

/** What the rights to know a complainant depend on, as the tables have it. */
export interface ContactRow {
  project: string;
  status: string;
  handled_by: Tier;
  assisting: string[];
  handler_id: string | null;
  hidden_from: string[];
}

/** Whether somebody needs to know who complained. */
export const knows = (viewer: Viewer, { project, status, handled_by, handler_id, ...row }: ContactRow): boolean =>
  needsContact(
    {
      ...{ status: status as Status, handledBy: handled_by, assisting: row.assisting },
      ...{ handler: handler_id ?? undefined, accused: row.hidden_from, recused: [] },
    },
    personAt(viewer, project),
  );

const nameFor = (viewer: Viewer, row: ListedComplaint, name: string): string =>
  knows(viewer, { ...row, project: row.project_id }) ? name : maskedName(name);

type Hidden = 'marks' | 'clocks' | 'calendarYears' | 'project' | 'handler' | 'rulebook';

/** A complaint with all that a page about it shows. */
export type ComplaintView = Omit<Complaint, Hidden> & {
  project: { id: string; name: string };
  handler?: { id: string; name: string };
  /** `inForce`: the version that it may be moved to. */
  rulebook: { id: string; version: number; title: string; inForce?: number };
  deadlines: Deadline[];
  /** What the customer is promised now. */
  promise?: CustomerPromise;
  /** The duty periods in which it arrived. */
  duty: ToldDutyPeriod[];
  /** The path to another party that its rulebook has for it. */
  path?: string;
  /** What it said was deleted by law. */
  erased?: boolean;
  /** Whose turn it is to decide, where several do in turn. */
  instance?: string;
  /** The commands that this viewer may give now. */
  allowed: string[];
  /** `masked`: who complained is masked; `looked`: shown, because this viewer registered a look at it. */
  contact: 'shown' | 'masked' | 'looked';
};

export function complaintView(
  stored: StoredComplaint,
  rules: Rules | undefined,
  allowed: string[],
): Omit<ComplaintView, 'contact'> {
  const { marks: _, clocks: __, calendarYears: ___, handler: ____, rulebook, ...complaint } = stored.complaint;
  const promise = promiseOf(stored.complaint);
  const erased = complaint.text === deletedText;
  return {
    ...complaint,
    project: stored.project,
    ...(stored.handler ? { handler: stored.handler } : {}),
    rulebook: { ...rulebook, title: rules?.rulebook.title ?? rulebook.id },
    deadlines: stored.deadlines,
    ...(promise ? { promise } : {}),
    ...(erased ? { erased } : {}),
    duty: dutyOf(stored, rules),
    ...whereTo(stored.complaint, rules),
    allowed: erased ? [] : allowed,
  };
}

function dutyOf({ complaint }: StoredComplaint, rules: Rules | undefined): ToldDutyPeriod[] {
  const periods = rules?.document?.dutyPeriods;
  if (!rules || !periods) return [];
  return toldDuty(periods, dutyPeriodsAt(periods, rules.calendar, instant(complaint.arrivedAt)));
}

function whereTo(complaint: Complaint, rules: Rules | undefined): Pick<ComplaintView, 'path' | 'instance'> {
  if (!rules) return {};
  const path = pathOf(complaint, { ...rules, now: 0 })?.name;
  const instance = instanceAfter(rules.rulebook, complaint.disagreed)?.name;
  return given({ path, instance });
}
