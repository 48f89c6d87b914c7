/** Papers about one complaint: drafted and issued with the events that call for them. */
import { instant, moment } from '../domain/calendar/zone.js';
import type { ComplaintEvent } from '../domain/complaint/events.js';
import type { Complaint } from '../domain/complaint/state.js';
import { bulletin, bulletinKind, report, type ReportKind } from '../domain/paper/contents/bulletin.js';
import type { Facts } from '../domain/paper/facts.js';
import type { Paper, Person } from '../domain/paper/paper.js';
import type { RulebookDocument } from '../domain/rulebook/document.js';
import type { Role, Severity } from '../domain/rulebook/rulebook.js';
import { draftPaper, issueLocked, record } from './change-papers.js';
import { supplement } from './correct-papers.js';
import { paperId, rulebookOf } from './compose-papers.js';
import { gatherFacts, lifeOf } from './paper-facts.js';
import type { DraftPaper, PaperHead } from './paper-rows.js';
import { storable } from './plain-text.js';
import { tellPaper } from './paper-changes.js';
import { findPaper } from './queries/papers.js';
import type { Source } from './sql.js';
import type { EntityManager } from 'typeorm';

/** Hours after its issue in which headquarters acknowledges a paper about a complaint. */
const acknowledgeHours = 24;
const reporters: Role[] = ['supervisor', 'company'];

/** Issues the bulletin that an event calls for, at once; the same event again changes nothing. */
export async function issueBulletin(
  tx: EntityManager,
  event: ComplaintEvent<'BulletinIssued'>,
  complaint: Complaint,
  now: Date,
): Promise<void> {
  const kind = bulletinKind(event.occasions);
  const id = paperId('bulletin', complaint.id, String(event.number));
  const { facts, head } = await aboutOne(tx, kind, event, complaint, 'major');
  const then = facts.complaints[0] ?? complaint;
  const draft: DraftPaper = {
    id,
    kind,
    cutOff: event.at,
    due: await dueOf(tx, complaint.id, event),
    ...bulletin(then, event.occasions, facts),
    head,
  };
  const key = { scope: complaint.id, period: String(event.number) };
  if (!(await draftPaper(tx, draft, key, now))) return;
  const made = await findPaper(tx, id, null);
  if (made) await issueLocked(tx, made.paper, now);
}

/** A weekly one was due a week after the one before it, however late somebody came to it; others are due as they are called for. */
async function dueOf(
  tx: EntityManager,
  complaint: string,
  { seq, occasions, at }: ComplaintEvent<'BulletinIssued'>,
): Promise<string> {
  if (!occasions.includes('weekly')) return at;
  const [before] = await tx.query<{ next: string | null }[]>(
    `select data ->> 'next' as next from events where complaint_id = $1 and type = 'BulletinIssued' and seq < $2
     order by seq desc limit 1`,
    [complaint, seq],
  );
  return before?.next && instant(before.next) < instant(at) ? before.next : at;
}

/** Drafts a report that is owed, or moves its due moment when it is being drafted. */
export async function draftReport(
  tx: EntityManager,
  event: ComplaintEvent<'ReportDue'>,
  complaint: Complaint,
  now: Date,
): Promise<void> {
  const kind = event.kind as ReportKind;
  const last = await lastReport(tx, kind, complaint.id);
  if (last && last.state !== 'issued') {
    await tx.query('update papers set due = $2, followed_at = null, version = version + 1 where id = $1', [
      last.id,
      event.due,
    ]);
    return;
  }
  // told again after it was issued
  if (last && instant(last.due) === instant(event.due)) return;
  const severity: Severity = kind === 'important' ? 'important' : kind === 'special' ? 'major' : 'hot';
  const { facts, head } = await aboutOne(tx, kind, event, complaint, severity);
  const then = facts.complaints[0] ?? complaint;
  const period = String(Number(last?.period ?? 0) + 1);
  const id = paperId(kind, complaint.id, period);
  const drafted = report(kind, then, reporters, facts);
  await draftPaper(
    tx,
    { id, kind, cutOff: event.at, due: event.due, ...drafted, head },
    { scope: complaint.id, period },
    now,
  );
}

/** Completes and issues a report with what was submitted; one that went out without it is put right by another. */
export async function completeReport(
  tx: EntityManager,
  event: ComplaintEvent<'ReportSubmitted'>,
  complaint: Complaint,
  now: Date,
): Promise<void> {
  const last = await lastReport(tx, event.kind, complaint.id);
  const found = last && (await findPaper(tx, last.id, null));
  if (!found) return;
  const { paper } = found;
  if (paper.parts.some(({ text, writtenAt }) => text && writtenAt === event.at)) return;
  const by = await personOf(tx, 'user' in event.actor ? event.actor.user : undefined);
  const parts = paper.parts.map((part) =>
    part.id === 'report' ? { ...part, text: event.content, writtenBy: by, writtenAt: event.at } : part,
  );
  if (paper.state === 'issued') {
    await supplement(tx, found, { parts, at: now, newId: paperId('supplement', paper.id, event.at) });
    return;
  }
  const content = await contentAnew(tx, paper, event, complaint);
  await tx.query(
    `update papers set parts = $2::jsonb, content = $3::jsonb, cut_off = $4, state = 'completed', signed = $5::jsonb,
       version = version + 1 where id = $1`,
    [paper.id, storable(parts), storable(content), event.at, storable({ completed: { by, at: event.at } })],
  );
  await record(tx, paper.id, 'completed', now, by.id);
  await tellPaper(tx, paper.id);
  const made = await findPaper(tx, paper.id, null);
  if (made) await issueLocked(tx, made.paper, now);
}

/** As of its submission: the events since its draft belong to it. */
async function contentAnew(tx: Source, paper: Paper, event: ComplaintEvent, complaint: Complaint) {
  const { facts } = await aboutOne(tx, paper.kind as ReportKind, event, complaint, 'major');
  return report(paper.kind as ReportKind, facts.complaints[0] ?? complaint, reporters, facts).content;
}

interface LastReport {
  id: string;
  state: string;
  period: string;
  due: string;
}

async function lastReport(tx: Source, kind: string, complaint: string): Promise<LastReport | undefined> {
  const [row] = await tx.query<(Omit<LastReport, 'due'> & { due: Date })[]>(
    'select id, state, period, due from papers where kind = $1 and scope = $2 order by period::int desc, revision desc limit 1',
    [kind, complaint],
  );
  return row && { ...row, due: row.due.toISOString() };
}

/** The facts of one complaint with the head of its papers, as of an event. */
async function aboutOne(
  tx: Source,
  kind: ReportKind | 'urgent' | 'turn' | 'periodic',
  event: ComplaintEvent,
  complaint: Complaint,
  severity: Severity,
): Promise<{ facts: Facts; head: PaperHead }> {
  const { id, number, project, rulebook, zone } = complaint;
  const document = await documentOf(tx, rulebook.id, rulebook.version);
  const nodes = await nodesAbove(tx, project);
  const [own = { id: project, name: project, tier: 'project' }, ...above] = nodes;
  const wanted = document?.severities?.[severity]?.tier ?? 'group';
  const addressee = above.find(({ tier }) => tier === wanted) ?? above.at(-1);
  // with everything of this very moment
  const cutOff = moment(instant(event.at) + 1, zone);
  const facts = await gatherFacts(tx, {
    ...{ kind, scope: id, complaint: id, node: own, zone, period: lifeOf(complaint, cutOff), cutOff },
    book: document ?? { categories: {}, clauses: {} },
    clauses: event.clauses,
    completes: reporters,
  });
  const head: PaperHead = {
    node: own,
    ...(addressee ? { addressee, acknowledgeHours } : {}),
    complaint: { id, number },
    rulebook: document ? rulebookOf(document) : { ...rulebook, title: { zh: rulebook.id, en: rulebook.id } },
    ...{ clauses: event.clauses, zone, approves: [], confirms: [] },
  };
  return { facts, head };
}

async function documentOf(tx: Source, id: string, version: number): Promise<RulebookDocument | undefined> {
  const [row] = await tx.query<{ document: RulebookDocument }[]>(
    'select document from rulebook_versions where rulebook_id = $1 and version = $2',
    [id, version],
  );
  return row?.document;
}

/** A project and what is above it, from below. */
async function nodesAbove(tx: Source, project: string): Promise<Paper['node'][]> {
  return await tx.query<Paper['node'][]>(
    `with recursive up as (
       select id, parent_id, name, tier, 0 as depth from organisation where id = $1
       union all select o.id, o.parent_id, o.name, o.tier, up.depth + 1 from organisation o join up on o.id = up.parent_id
     ) select id, name, tier from up order by depth`,
    [project],
  );
}

async function personOf(tx: Source, user: string | undefined): Promise<Person> {
  if (user === undefined) return { id: '', name: '' };
  const [row] = await tx.query<Person[]>('select id, name from users where id = $1', [user]);
  return row ?? { id: user, name: user };
}
