/** What is owed for a paper as time goes on: its issue, its receipt, and what follows from it. */
import type { DataSource } from 'typeorm';
import type { Complaint } from '../domain/complaint/state.js';
import { instant } from '../domain/calendar/zone.js';
import { issueDue, record } from './change-papers.js';
import { findPaper, type FoundPaper } from './queries/papers.js';

const hour = 3_600_000;
const day = 24 * hour;
/** As often is somebody reminded, a day apart. */
const reminders = 3;

/**
 * Does what is owed by a moment (epoch milliseconds); answers when to look again, and nothing when it is done with.
 * May be called again and again.
 */
export async function attendPaper(dataSource: DataSource, id: string, at: number): Promise<number | undefined> {
  await dataSource.query('update papers set followed_at = $2 where id = $1 and followed_at is null', [
    id,
    new Date(at),
  ]);
  const found = await findPaper(dataSource, id, null);
  if (!found) return undefined;
  const { paper } = found;
  if (paper.state !== 'issued') {
    if (await isVoid(dataSource, found)) return undefined;
    const due = instant(paper.due);
    if (at < due) return due;
    if (!(await issueDue(dataSource, id, new Date(at)))) return at + day;
    return attendPaper(dataSource, id, at);
  }
  return await remind(dataSource, found, at);
}

/** A report that is owed no longer: the complaint was taken up again, or withdrawn. */
async function isVoid(dataSource: DataSource, { paper }: FoundPaper): Promise<boolean> {
  const clock = `report.${paper.kind}`;
  if (!paper.complaint || !paper.parts.some(({ command }) => command)) return false;
  const [row] = await dataSource.query<{ state: Complaint }[]>('select state from complaints where id = $1', [
    paper.complaint.id,
  ]);
  return row?.state.clocks[clock]?.state === 'cancelled';
}

/** Until somebody above has acknowledged it. */
async function remind(
  dataSource: DataSource,
  { paper, acknowledgeHours }: FoundPaper,
  at: number,
): Promise<number | undefined> {
  if (!acknowledgeHours || !paper.issuedAt) return undefined;
  const [said] = await dataSource.query<{ acknowledged: boolean; reminded: number; last: Date | null }[]>(
    `select exists (select from receipts where paper_id = $1 and acknowledged_at is not null) as acknowledged,
       count(*)::int as reminded, max(at) as last from paper_steps where paper_id = $1 and step = 'reminded'`,
    [paper.id],
  );
  if (!said || said.acknowledged || said.reminded >= reminders) return undefined;
  const next = said.last ? said.last.getTime() + day : instant(paper.issuedAt) + acknowledgeHours * hour;
  if (at < next) return next;
  await record(dataSource, paper.id, 'reminded', new Date(at));
  return at + day;
}

/** Papers that no workflow follows yet, the oldest first. */
export async function unfollowedPapers(dataSource: DataSource, limit: number): Promise<string[]> {
  const rows = await dataSource.query<{ id: string }[]>(
    'select id from papers where followed_at is null order by drafted_at limit $1',
    [limit],
  );
  return rows.map(({ id }) => id);
}
