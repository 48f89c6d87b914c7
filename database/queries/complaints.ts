/** Lists of complaints: filters, full text, keyset paging. */
import type { DataSource } from 'typeorm';
import type { ContactReach } from '../../domain/rights/contact.js';
import type { Tier } from '../../domain/rulebook/rulebook.js';
import { wanted } from '../grams.js';
import { run, statementOf } from '../sql.js';
import { countedOnce } from './counted.js';
import { type Sight, type SightPlaces, unhidden } from './sight.js';

export interface ListedComplaint {
  id: string;
  seq: number;
  number: string;
  zone: string;
  status: string;
  severity: string;
  tier: string;
  channel: string;
  category: string | null;
  excerpt: string;
  unit: string | null;
  handled_by: Tier;
  assisting: string[];
  hidden_from: string[];
  suspended: boolean;
  missed: number;
  overdue: number;
  project_id: string;
  project_name: string | null;
  handler_id: string | null;
  handler_name: string | null;
  complainant_name: string | null;
  anonymous: boolean;
  arrived_at: Date;
  updated_at: Date;
  unmet_due: Date | null;
  next_clock: string | null;
  next_due: Date | null;
  next_clauses: string[] | null;
  next_provisional: boolean;
}

export interface Filters {
  /** Of whoever asks. */
  sight: Sight;
  /** Where whoever asks may find a complaint by its complainant; null: everywhere. */
  contactIn: ContactReach | null;
  status?: string[];
  severity?: string[];
  category?: string[];
  project?: string[];
  channel?: string[];
  tier?: string[];
  handler?: string[];
  rulebook?: string[];
  /** With a deadline in a state: `arrive:missed`. */
  clock?: string;
  /** With work that was done anew, or without. */
  reworked?: boolean;
  /** With an item of the survey rated so: `greening:dissatisfied`. */
  rated?: string;
  /** With a deadline that is missed and not met. */
  overdue?: boolean;
  suspended?: boolean;
  /** Not over; or over. */
  open?: boolean;
  /** That go on in another one; or that count for themselves. */
  merged?: boolean;
  /** Those on one matter. */
  matter?: string;
  /** Every word of it occurs in number, text, complainant, findings or plan. */
  q?: string;
  arrivedFrom?: string;
  arrivedTo?: string;
}

export interface Cursor {
  arrivedAt: string;
  id: string;
}

/** The columns of a summary, from `complaints c`. */
export const summaryColumns = `c.id, c.seq, c.number, c.zone, c.status, c.severity, c.tier, c.channel, c.category, c.excerpt, c.unit,
  c.handled_by, c.assisting, c.hidden_from, c.suspended, c.missed, c.overdue, c.project_id, c.handler_id, c.complainant_name, c.anonymous, c.arrived_at, c.updated_at,
  c.unmet_due, c.next_clock, c.next_due, c.next_clauses, c.next_provisional`;
export const nameJoins = `left join organisation p on p.id = c.project_id left join users h on h.id = c.handler_id`;

/** At most `limit` complaints after `after`, the latest arrival first. */
export async function listComplaints(
  dataSource: DataSource,
  filters: Filters,
  { limit, after }: { limit: number; after?: Cursor },
): Promise<ListedComplaint[]> {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const where = conditions(filters, value);
  if (after) where.push(`(c.arrived_at, c.id) < (${value(after.arrivedAt)}::timestamptz, ${value(after.id)})`);
  const text = `select c.*, p.name as project_name, h.name as handler_name from (
      select ${summaryColumns} from complaints c ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
      order by c.arrived_at desc, c.id desc limit ${value(limit)}
    ) c ${nameJoins} order by c.arrived_at desc, c.id desc`;
  // a word in every text wants another plan than a rare one: a prepared statement would have one for all words
  if (filters.q?.trim()) return dataSource.query<ListedComplaint[]>(text, values);
  return run<ListedComplaint & Record<string, unknown>>(dataSource, statementOf('list', text), values);
}

function conditions(filters: Filters, value: (given: unknown) => string): string[] {
  const where: string[] = [];
  // one value is an equality, which an ordered index answers without sorting
  const oneOf = (column: string, given: string[] | null | undefined) => {
    if (!given) return;
    where.push(given.length === 1 ? `${column} = ${value(given[0])}` : `${column} = any (${value(given)}::text[])`);
  };
  const { projects, user, keys } = filters.sight;
  oneOf('c.project_id', projects);
  const places: SightPlaces = ['', value(user), value(keys)];
  where.push(unhidden('c', places));
  oneOf('c.project_id', filters.project);
  oneOf('c.status', filters.status);
  oneOf('c.severity', filters.severity);
  oneOf('c.category', filters.category);
  oneOf('c.channel', filters.channel);
  oneOf('c.tier', filters.tier);
  oneOf('c.handler_id', filters.handler);
  oneOf('c.rulebook_id', filters.rulebook);
  if (filters.clock) {
    const [clock, state] = filters.clock.split(':');
    where.push(`exists (select from deadlines d where d.complaint_id = c.id
      and d.clock = ${value(clock)} and d.state = ${value(state)})`);
  }
  if (filters.reworked !== undefined) where.push(`(c.state ? 'reworked') = ${value(filters.reworked)}`);
  if (filters.rated) {
    const [item, said] = filters.rated.split(':');
    where.push(`c.state -> 'ratings' ->> ${value(item)} = ${value(said)}`);
  }
  if (filters.overdue !== undefined) where.push(filters.overdue ? 'c.overdue > 0' : 'c.overdue = 0');
  if (filters.suspended !== undefined) where.push(`c.suspended = ${value(filters.suspended)}`);
  if (filters.open !== undefined) where.push(`c.ended_at is ${filters.open ? '' : 'not '}null`);
  if (filters.merged !== undefined) where.push(filters.merged ? `not ${countedOnce('c')}` : countedOnce('c'));
  if (filters.arrivedFrom) where.push(`c.arrived_at >= ${value(filters.arrivedFrom)}::timestamptz`);
  if (filters.arrivedTo) where.push(`c.arrived_at < ${value(filters.arrivedTo)}::timestamptz`);
  if (filters.matter)
    where.push(`c.id in (select complaint_id from matter_members where matter_id = ${value(filters.matter)})`);
  if (filters.q?.trim()) where.push(fullText(filters, value));
  return where;
}

// the index finds the candidates, the text decides
function fullText({ q = '', sight, contactIn }: Filters, value: (given: unknown) => string): string {
  const { grams, words } = wanted(q);
  if (grams.length === 0) return 'false';
  // whoever is not to know the complainant does not find by them either
  const text = contactIn
    ? `case when ${knowsContact(contactIn, sight.user, value)} then s.haystack else s.open_haystack end`
    : 's.haystack';
  return `exists (select from complaint_search s where s.complaint_id = c.id and s.grams @> ${value(grams)}::text[]
    and not exists (select from unnest(${value(words)}::text[]) word where strpos(coalesce(${text}, ''), word) = 0))`;
}

// as `needsContact()` has it, of what holds whatever the state
function knowsContact({ own, lent }: ContactReach, user: string, value: (given: unknown) => string): string {
  const byOwn = `c.project_id = any (${value(own)}::text[]) or c.handler_id = ${value(user)}`;
  const places = lent.flatMap(({ by, projects }) => (projects ?? [null]).map((project) => ({ by, project })));
  if (places.length === 0) return byOwn;
  const lenders = value(places.map(({ by }) => by));
  const projects = value(places.map(({ project }) => project));
  return `${byOwn} or exists (select from unnest(${lenders}::text[], ${projects}::text[]) lent (lender, project)
    where coalesce(lent.project, c.project_id) = c.project_id and lent.lender <> all (c.hidden_from))`;
}
