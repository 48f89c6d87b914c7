/** What the tables hold of a complaint: derived from its state and deadlines, never the other way round. */
import { promised } from '../domain/complaint/clocks.js';
import type { Deadline } from '../domain/complaint/deadlines.js';
import type { ComplaintEvent } from '../domain/complaint/events.js';
import { type Complaint, openStop } from '../domain/complaint/state.js';
import { masked } from '../domain/rights/contact.js';
import { hiddenFrom, openTo } from '../domain/rights/sight.js';
import { folded, grams } from './grams.js';

/** Columns of `complaints`, by name. */
export function complaintColumns(complaint: Complaint, deadlines: readonly Deadline[]) {
  const next = nextDeadline(deadlines);
  const missed = deadlines.filter(({ state }) => state === 'missed');
  return {
    id: complaint.id,
    seq: complaint.seq,
    number: complaint.number,
    rulebook_id: complaint.rulebook.id,
    rulebook_version: complaint.rulebook.version,
    zone: complaint.zone,
    project_id: complaint.project,
    status: complaint.status,
    severity: complaint.severity,
    tier: complaint.tier,
    handled_by: complaint.handledBy,
    channel: complaint.channel,
    received_by: complaint.receivedBy,
    category: complaint.category ?? null,
    unit: complaint.unit ?? null,
    handler_id: complaint.handler ?? null,
    assisting: complaint.assisting,
    complainant_name: complaint.complainant.name ?? null,
    anonymous: complaint.complainant.anonymous ?? false,
    excerpt: excerptOf(masked(complaint.text, complaint.complainant)),
    hidden_from: hiddenFrom(complaint),
    open_to: openTo(complaint),
    arrived_at: complaint.arrivedAt,
    recorded_at: complaint.recordedAt,
    updated_at: complaint.updatedAt,
    ended_at: complaint.endedAt ?? null,
    suspended: openStop(complaint) !== undefined,
    missed: missed.length,
    overdue: complaint.endedAt ? 0 : missed.filter(({ metAt }) => !metAt).length,
    unmet_due: unmetDue(deadlines) ?? null,
    promises: promisesOf(deadlines),
    next_clock: next?.clock ?? null,
    next_due: next?.due ?? null,
    next_clauses: next?.clauses ?? null,
    next_provisional: next?.provisional ?? false,
  };
}

/** `reply:kept`, `arrive:late`, `plan:waiting`, by name: in time, done late, missed and not done. Others are still open. */
function promisesOf(deadlines: readonly Deadline[]): string[] {
  const given = deadlines.filter(({ clock }) => promised.includes(clock));
  const said = ({ state, metAt }: Deadline) =>
    state === 'met' ? 'kept' : state !== 'missed' ? undefined : metAt ? 'late' : 'waiting';
  return given.flatMap((one) => (said(one) ? `${one.clock}:${said(one)}` : [])).sort();
}

function unmetDue(deadlines: readonly Deadline[]): string | undefined {
  const unmet = deadlines.filter(({ state, metAt }) => state === 'open' || (state === 'missed' && !metAt));
  return unmet
    .flatMap(({ due }) => due ?? [])
    .reduce<string | undefined>((a, b) => (a && Date.parse(a) <= Date.parse(b) ? a : b), undefined);
}

/** The open deadline that is due first; of several at one moment the first by name, however they were stored. */
export function nextDeadline(deadlines: readonly Deadline[]): Deadline | undefined {
  let next: Deadline | undefined;
  for (const one of deadlines) {
    if (one.state !== 'open' || one.due === undefined) continue;
    const sooner = next?.due ? Date.parse(one.due) - Date.parse(next.due) : -1;
    if (!next || sooner < 0 || (sooner === 0 && one.clock < next.clock)) next = one;
  }
  return next;
}

export function deadlineColumns(deadline: Deadline) {
  return {
    clock: deadline.clock,
    state: deadline.state,
    started_at: deadline.startedAt,
    due: deadline.due ?? null,
    met_at: deadline.metAt ?? null,
    missed_at: deadline.missedAt ?? null,
    data: deadline,
  };
}

/** What full text finds; undefined when none of these events changes it. */
export function searchColumns(complaint: Complaint, events: readonly ComplaintEvent[]) {
  if (events.length > 0 && !events.some(({ type }) => searched.has(type))) return undefined;
  const { name, phone, email, address, room } = complaint.complainant;
  const latest = complaint.plans.at(-1);
  const texts = [complaint.number, complaint.text, complaint.remedySought, complaint.findings, latest?.measures];
  const contact = [name, phone, phone?.replace(/\D/g, ''), email, address, room];
  const haystack = folded([...texts, ...contact].filter(Boolean).join(' '));
  const open = masked(texts.filter(Boolean).join(' '), complaint.complainant);
  return { haystack, grams: grams(haystack), open_haystack: folded(open) };
}

const searched = new Set<string>(['Received', 'FindingsRecorded', 'PlanProposed']);

const excerptLength = 120;

function excerptOf(text: string): string {
  const flat = text
    .slice(0, excerptLength * 4)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...flat];
  return characters.length <= excerptLength ? flat : `${characters.slice(0, excerptLength - 1).join('')}…`;
}
