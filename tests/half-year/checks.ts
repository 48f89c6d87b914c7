/** Holds what the house has made against what was owed. */
import type { DataSource } from 'typeorm';
import { check } from '../../database/check.js';
import { dateOf, instant } from '../../domain/calendar/zone.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { bulletinsOwed } from './owed-bulletins.js';
import type { OwedPaper } from './owed-duties.js';

export interface Findings {
  /** In words; none when all is well. */
  faults: string[];
  /** Papers by kind: how many, how many out, how many of them late. */
  papers: { kind: string; made: number; issued: number; late: number }[];
  /** Complaints that were major at some time. */
  major: number;
  /** The longest time between two bulletins of a major complaint that is not handled, hours: as called for, as issued, and as issued where none is marked late. */
  longest: { called: number; issued: number; punctual: number };
  /** Bulletins that their workflow called for more than a minute ahead of the house's time, and the furthest of it, hours. */
  ahead: { bulletins: number; most: number };
  duties: number;
  bulletins: number;
}

interface Row {
  id: string;
  kind: string;
  scope: string;
  node: string;
  period: string;
  state: string;
  due: Date;
  issued: Date | null;
  late: boolean;
  overdue: boolean;
  revision: number;
  complaint: string | null;
  parts: { command?: string }[];
}

/** As issues tell late from in time. */
const tolerance = 60_000;
const week = 7 * 86_400_000;
const aboutOne = ['urgent', 'turn', 'periodic'];

export async function findings(
  dataSource: DataSource,
  owed: readonly OwedPaper[],
  span: { from: number; to: number; wall: [number, number] },
): Promise<Findings> {
  const rows = await dataSource.query<Row[]>(
    `select id, kind, scope, node_id as node, period, state, due, issued_at as issued, late, revision, complaint_id as complaint, parts,
       exists (select from paper_steps s where s.paper_id = p.id and s.step = 'overdue') as overdue from papers p`,
  );
  const lives = await livesOf(dataSource);
  const faults: string[] = [];
  const ofComplaints = bulletins(lives, rows, span.to, faults);
  duties(rows, owed, span, faults);
  reports(lives, rows, faults);
  for (const row of rows) faults.push(...untimely(row, span.to));
  faults.push(...(await numbers(dataSource)), ...(await altered(dataSource, [...lives.keys()])));
  return { faults, papers: byKind(rows), duties: owed.length, ...ofComplaints };
}

async function livesOf(dataSource: DataSource): Promise<Map<string, Life>> {
  const rows = await dataSource.query<{ id: string; book: string; data: ComplaintEvent }[]>(
    `select e.complaint_id as id, c.state -> 'rulebook' ->> 'id' as book, e.data from events e
     join complaints c on c.id = e.complaint_id order by e.complaint_id, e.seq`,
  );
  const lives = new Map<string, Life>();
  for (const { id, book, data } of rows) {
    const life = lives.get(id) ?? { book, events: [] };
    life.events.push(data);
    lives.set(id, life);
  }
  return lives;
}

interface Life {
  book: string;
  events: ComplaintEvent[];
}

function bulletins(lives: Map<string, Life>, rows: Row[], to: number, faults: string[]) {
  const longest = { called: 0, issued: 0, punctual: 0 };
  const ahead = { bulletins: 0, most: 0 };
  let major = 0;
  let all = 0;
  for (const [id, { book, events }] of lives) {
    const made = rows.filter(({ kind, scope }) => aboutOne.includes(kind) && scope === id);
    const papersOf = (n: number) => made.filter(({ period, revision }) => period === String(n) && revision === 0);
    const owed = bulletinsOwed(events, book, to, (n) => papersOf(n)[0]?.issued?.getTime());
    faults.push(...owed.faults.map((fault) => `${id}: ${fault}`));
    const called = events.filter((event): event is ComplaintEvent<'BulletinIssued'> => event.type === 'BulletinIssued');
    all += called.length;
    if (owed.major) major++;
    const calledAt = new Map(called.map(({ number, at }) => [number, instant(at)]));
    for (const { number, at } of called) {
      const papers = papersOf(number);
      if (papers.length !== 1) faults.push(`${id}: bulletin ${number} of ${at} exists ${papers.length} times`);
      const [paper] = papers;
      const early = instant(at) - (paper?.issued?.getTime() ?? Infinity);
      if (early > tolerance) ahead.bulletins++;
      ahead.most = Math.max(ahead.most, early / 3_600_000);
      if (paper && (!paper.issued || (paper.issued.getTime() > instant(at) + tolerance && !paper.late)))
        faults.push(`${id}: bulletin ${number} of ${at} is neither out in time nor marked late`);
    }
    if (made.filter(({ revision }) => revision === 0).length !== called.length)
      faults.push(`${id}: ${made.length} bulletins for ${called.length} that were called for`);
    for (const number of owed.overdue) {
      if (!made.some(({ period, late }) => period === String(number) && late))
        faults.push(`${id}: more than a week before bulletin ${number}, and nobody says late`);
    }
    for (const [one, other] of owed.neighbours) {
      const [before, after] = [papersOf(one)[0], papersOf(other)[0]];
      if (!before?.issued || !after?.issued) continue;
      const begun = Math.max(before.issued.getTime(), calledAt.get(one) ?? 0);
      const gap = after.issued.getTime() - begun;
      longest.issued = Math.max(longest.issued, gap / 3_600_000);
      if (!after.late) longest.punctual = Math.max(longest.punctual, gap / 3_600_000);
      if (gap > week + tolerance && !after.late)
        faults.push(`${id}: more than a week between bulletins ${one} and ${other}, and nobody says late`);
    }
    longest.called = Math.max(longest.called, owed.longest / 3_600_000);
  }
  return { major, bulletins: all, longest, ahead };
}

function duties(
  rows: Row[],
  owed: readonly OwedPaper[],
  { from, to, wall }: { from: number; to: number; wall: [number, number] },
  faults: string[],
) {
  const keyOf = (kind: string, node: string, period: string) => `${kind} of ${node} for ${period}`;
  const made = rows.filter(({ complaint, revision }) => complaint === null && revision === 0);
  const wanted = new Map(owed.map((one) => [keyOf(one.kind, one.node, one.period), one]));
  for (const [key, { at, due }] of wanted) {
    const papers = made.filter(({ kind, scope, period }) => keyOf(kind, scope, period) === key);
    if (papers.length !== 1) faults.push(`${key} exists ${papers.length} times`);
    const [paper] = papers;
    if (!paper) continue;
    const right =
      typeof due === 'number' ? paper.due.getTime() === due : dateOf(paper.due.getTime(), due.zone) === due.day;
    if (!right) faults.push(`${key} is due ${paper.due.toISOString()}, drafted ${new Date(at).toISOString()}`);
  }
  for (const { kind, scope, period, due } of made) {
    if (wanted.has(keyOf(kind, scope, period))) continue;
    // what the Schedules fired by this machine's clock, and festivals that were near when the half year began
    const real = due.getTime() >= wall[0] - week && due.getTime() <= Math.max(wall[1], from) + week;
    if (!real || due.getTime() > to) faults.push(`${keyOf(kind, scope, period)} was not owed`);
  }
}

/** Each report that was owed once, unless it is owed no longer. */
function reports(lives: Map<string, Life>, rows: Row[], faults: string[]) {
  for (const [id, { events }] of lives) {
    const owed = new Set(events.flatMap((event) => (event.type === 'ReportDue' ? [event.kind] : [])));
    for (const kind of owed) {
      const papers = rows.filter((row) => row.kind === kind && row.scope === id && row.revision === 0);
      const known = ['hot', 'special', 'caseReport', 'important'].includes(kind);
      if (known && papers.length === 0) faults.push(`${id}: no report ${kind}`);
      const open = papers.filter(({ state }) => state !== 'issued');
      if (open.length > 1) faults.push(`${id}: ${open.length} drafts of report ${kind}`);
    }
  }
}

/** Out by its due moment, marked late, or waiting with good reason. */
function untimely({ id, kind, scope, period, due, issued, late, overdue, state, parts }: Row, to: number): string[] {
  const name = `${kind} of ${scope} for ${period}`;
  if (issued) {
    const isLate = issued.getTime() > due.getTime() + tolerance;
    return isLate === late
      ? []
      : [`${name} (${id}) was issued ${issued.toISOString()}, due ${due.toISOString()}, late: ${late}`];
  }
  if (due.getTime() > to || overdue || parts.some(({ command }) => command)) return [];
  return [`${name} (${id}) is ${state} and was due ${due.toISOString()}`];
}

async function numbers(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ series: string; node: string; year: number }[]>(
    `select series, node_id as node, year from papers where n is not null group by series, node_id, year
     having count(*) <> max(n) or count(distinct n) <> count(*)`,
  );
  return rows.map(({ series, node, year }) => `numbers of ${series} of ${node} in ${year} are not whole`);
}

async function altered(dataSource: DataSource, ids: string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const id of ids)
    for (const one of (await check(dataSource, id)) ?? [])
      faults.push(`${id}: the row is not the fold of its events: ${JSON.stringify(one)}`);
  return faults;
}

function byKind(rows: Row[]): Findings['papers'] {
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => {
    const all = rows.filter((row) => row.kind === kind);
    const issued = all.filter((row) => row.issued);
    return { kind, made: all.length, issued: issued.length, late: issued.filter(({ late }) => late).length };
  });
}
