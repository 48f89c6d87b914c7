/** Papers as they are read. */
import type { DataSource } from 'typeorm';
import { type PaperHead, paperOf, type StoredPaper } from '../paper-rows.js';
import { run, type Source, type Statement, statementOf } from '../sql.js';
import { seen, seenById, sightFrom, type Sight, type SightPlaces, sightValues } from './sight.js';
import type { Family, PaperKind } from '../../domain/paper/kinds.js';
import type { Role } from '../../domain/rulebook/rulebook.js';
import type { Paper, PaperState } from '../../domain/paper/paper.js';

/** The nodes from one downwards: whose papers are seen there. */
export const nodesBelow = (node: string): string => `(
  with recursive below as (
    select id from organisation where id = ${node}
    union all select o.id from organisation o join below on o.parent_id = below.id
  ) select id from below)`;

const corrected = `left join papers k on k.corrects_id = p.id`;
const correctedColumns = `k.id as corrected_id, k.number as corrected_number`;

export interface FoundPaper {
  paper: Paper;
  version: number;
  acknowledgeHours?: number;
  rows?: string[];
  scope: string;
  period: string;
  revision: number;
}

const one: Statement = {
  name: 'paper',
  text: `select p.*, ${correctedColumns} from papers p ${corrected}
    where p.id = $1 and ($2::text is null or p.node_id in ${nodesBelow('$2')})`,
};

/** A paper that is seen from a node; null: from anywhere. */
export async function findPaper(source: Source, id: string, from: string | null): Promise<FoundPaper | undefined> {
  const [row] = await run<StoredPaper>(source, one, [id, from]);
  return row && found(row);
}

/** A paper that a viewer may see; one about a complaint that they do not see is none. */
export async function seenPaper(
  source: Source,
  id: string,
  viewer: Sight & { node: { id: string } },
): Promise<FoundPaper | undefined> {
  const seen = await findPaper(source, id, viewer.node.id);
  const about = seen?.paper.complaint;
  return about && (await notSeen(source, [about.id], viewer)).length > 0 ? undefined : seen;
}

function found(row: StoredPaper): FoundPaper {
  const { acknowledgeHours, rows } = row.head;
  const { version, scope, period, revision } = row;
  return {
    ...{ paper: paperOf(row), version, scope, period, revision },
    ...(acknowledgeHours ? { acknowledgeHours } : {}),
    ...(rows ? { rows } : {}),
  };
}

/** As lists need it: without content. */
export interface ListedPaper {
  id: string;
  kind: PaperKind;
  state: PaperState;
  number: string | null;
  head: PaperHead;
  cutOff: Date;
  due: Date;
  issuedAt: Date | null;
  late: boolean;
  isPublic: boolean;
  /** Parts that somebody still has to write, or that were missing when it was issued. */
  missing: number;
  /** Acknowledged by somebody above. */
  acknowledged: boolean;
  opened: boolean;
  correctedId: string | null;
  /** Roles that still have a part to write. */
  writers: Role[];
}

export interface PaperFilters {
  family: Family;
  /** Seen from here. */
  from: string;
  kind?: string[];
  state?: string[];
  node?: string[];
  complaint?: string;
  /** Acknowledged or not; of issued ones. */
  acknowledged?: boolean;
  dueFrom?: string;
  dueTo?: string;
  /** Papers about complaints that are not seen are not there. */
  sight: Sight;
  /** Only what somebody of these roles at these nodes, and below, is to write or to approve now. */
  mine?: { node: string; roles: string[] }[];
  /** What was due last first, unless said: what is due next. */
  order?: 'latest' | 'next';
}

/** SQL: the papers that wait for somebody with roles (jsonb) at nodes. */
const waitingFor = (roles: string): string => `(
  with recursive mine as (
    select m.node as id, m.roles from jsonb_to_recordset(${roles}::jsonb) m (node text, roles text[])
    union select o.id, mine.roles from organisation o join mine on o.parent_id = mine.id
  )
  select q.id from mine join papers q on q.node_id = mine.id and q.state <> 'issued'
  where exists (
      select from jsonb_array_elements(q.parts) part
      where not part ? 'text' and not part ? 'optional' and part -> 'by' ?| mine.roles
    ) or (q.head -> 'approves' ?| mine.roles and not q.signed ? 'approved' and not exists (
      select from jsonb_array_elements(q.parts) part where not part ? 'text' and not part ? 'optional'
    )))`;

export interface PaperCursor {
  due: string;
  id: string;
}

/** At most `limit` papers after `after`, in their order. */
export async function listPapers(
  dataSource: DataSource,
  filters: PaperFilters,
  { limit, after }: { limit: number; after?: PaperCursor },
): Promise<ListedPaper[]> {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const where = [`p.family = ${value(filters.family)}`, `p.node_id in ${nodesBelow(value(filters.from))}`];
  if (filters.kind) where.push(`p.kind = any (${value(filters.kind)}::text[])`);
  if (filters.state) where.push(`p.state = any (${value(filters.state)}::text[])`);
  if (filters.node) where.push(`p.node_id = any (${value(filters.node)}::text[])`);
  if (filters.complaint) where.push(`p.complaint_id = ${value(filters.complaint)}`);
  if (filters.dueFrom) where.push(`p.due >= ${value(filters.dueFrom)}::timestamptz`);
  if (filters.dueTo) where.push(`p.due < ${value(filters.dueTo)}::timestamptz`);
  if (filters.acknowledged !== undefined) {
    where.push(`p.issued_at is not null and ${filters.acknowledged ? '' : 'not '}${acknowledged}`);
  }
  const [projects, user, keys] = sightValues(filters.sight).map(value) as [string, string, string];
  where.push(aboutSeen('p', [projects, user, keys]));
  if (filters.mine) where.push(`p.id in ${waitingFor(value(JSON.stringify(filters.mine)))}`);
  const [direction, beyond] = filters.order === 'next' ? ['asc', '>'] : ['desc', '<'];
  if (after) where.push(`(p.due, p.id) ${beyond} (${value(after.due)}::timestamptz, ${value(after.id)})`);
  const text = `select p.id, p.kind, p.state, p.number, p.head, p.cut_off as "cutOff", p.due, p.issued_at as "issuedAt", p.late,
      p.public as "isPublic", ${missing} as missing, ${acknowledged} as acknowledged,
      exists (select from receipts r where r.paper_id = p.id) as opened, ${writers} as writers, k.id as "correctedId"
    from (select * from papers p where ${where.join(' and ')} order by p.due ${direction}, p.id ${direction} limit ${value(limit)}) p
    ${corrected} order by p.due ${direction}, p.id ${direction}`;
  return run<ListedPaper & Record<string, unknown>>(dataSource, statementOf('papers', text), values);
}

const acknowledged = `exists (select from receipts r where r.paper_id = p.id and r.acknowledged_at is not null)`;
const missing = `case when p.missing is not null then jsonb_array_length(p.missing)
  else (select count(*) from jsonb_array_elements(p.parts) part where not part ? 'text' and not part ? 'optional') end::int`;

const writers = `case when p.state = 'issued' then '{}' else (select coalesce(array_agg(distinct role), '{}')
  from jsonb_array_elements(p.parts) part cross join jsonb_array_elements_text(part -> 'by') role
  where not part ? 'text' and not part ? 'optional') end`;

/** SQL: whether a paper is about no single complaint, or about one that is seen. */
const aboutSeen = (paper: string, places: SightPlaces): string =>
  `(${paper}.complaint_id is null or ${seenById(`${paper}.complaint_id`, places)})`;

const kept: Statement = {
  name: 'papers-kept-from',
  text: `select c.id, c.number from complaints c
    where c.id = any ($1::text[]) and not ${seen('c', sightFrom(2))}`,
};

/** Those of the complaints of a paper that are not seen. */
export async function notSeen(
  source: Source,
  ids: readonly string[],
  sight: Sight,
): Promise<{ id: string; number: string }[]> {
  return ids.length === 0 ? [] : run<{ id: string; number: string }>(source, kept, [ids, ...sightValues(sight)]);
}

/** Whether one of these complaints is not for everybody's eyes. */
export async function namesGuarded(source: Source, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false;
  const [found] = await source.query<unknown[]>(
    `select 1 from complaints where id = any ($1) and (hidden_from <> '{}' or open_to is not null) limit 1`,
    [ids],
  );
  return found !== undefined;
}

export interface PaperStep {
  at: Date;
  step: string;
  user: { id: string; name: string } | null;
  note: string | null;
}

export interface KeptReceipt {
  user: string;
  name: string;
  node: string;
  openedAt: Date;
  acknowledgedAt: Date | null;
}

const steps: Statement = {
  name: 'paper-steps',
  text: `select s.at, s.step, s.note,
      case when s.user_id is not null then json_build_object('id', s.user_id, 'name', coalesce(u.name, s.user_id)) end as "user"
    from paper_steps s left join users u on u.id = s.user_id where s.paper_id = $1 order by s.id`,
};
const receipts: Statement = {
  name: 'paper-receipts',
  text: `select user_id as "user", name, node_name as node, opened_at as "openedAt", acknowledged_at as "acknowledgedAt"
    from receipts where paper_id = $1 order by opened_at, user_id`,
};

/** What was done with a paper, and who has it before them. */
export async function paperStory(source: Source, id: string): Promise<{ steps: PaperStep[]; receipts: KeptReceipt[] }> {
  const [done, opened] = await Promise.all([
    run<PaperStep & Record<string, unknown>>(source, steps, [id]),
    run<KeptReceipt & Record<string, unknown>>(source, receipts, [id]),
  ]);
  return { steps: done, receipts: opened };
}

const holders: Statement = {
  name: 'role-holders',
  text: `with recursive up as (
      select id, parent_id, 0 as depth from organisation where id = $1
      union all select o.id, o.parent_id, up.depth + 1 from organisation o join up on o.id = up.parent_id
    )
    select u.id, u.name, s.roles, up.depth from staff s join up on up.id = s.node_id join users u on u.id = s.user_id
    where u.active and s.roles && $2::text[] order by up.depth, u.name, u.id`,
};

export interface RoleHolder extends Record<string, unknown> {
  id: string;
  name: string;
  roles: string[];
  /** How many nodes above. */
  depth: number;
}

/** Who holds one of these roles at a node or above it, the nearest first. */
export async function roleHolders(source: Source, node: string, roles: readonly string[]): Promise<RoleHolder[]> {
  return roles.length === 0 ? [] : run<RoleHolder>(source, holders, [node, roles]);
}

const above: Statement = { name: 'node-above', text: `select $2::text in ${nodesBelow('$1')} and $1 <> $2 as is` };

/** Whether a node is above another one. */
export async function isAbove(source: Source, node: string, other: string): Promise<boolean> {
  const [answer] = await run<{ is: boolean }>(source, above, [node, other]);
  return answer?.is ?? false;
}
