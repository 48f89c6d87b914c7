/** Whom a notice could be for: people and channels of a project, and what rulebooks say of notices. */
import type { EntityManager } from 'typeorm';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import type { ChannelKind } from '../../domain/notice/channel.js';
import type { Audience } from '../../domain/notice/notice.js';
import type { NoticeTable } from '../../domain/notice/table.js';
import type { NoticePreferences } from '../../domain/notice/timing.js';
import type { Place } from '../../domain/rights/sight.js';

export interface Recipient {
  id: string;
  places: Place[];
  /** None: as usual. */
  preferences: Partial<NoticePreferences> | null;
}

export interface RecipientChannel {
  id: string;
  kind: ChannelKind;
  audience: Audience[];
}

export interface ProjectAudience {
  /** Whoever works for the project: there, for its company or for its group. */
  staff: Recipient[];
  channels: RecipientChannel[];
}

const chain = `
  chain as (
    select id as project, id, parent_id from organisation where id = any ($1)
    union all select c.project, o.id, o.parent_id from organisation o join chain c on o.id = c.parent_id
  )`;

/** By project. */
export async function audienceOf(tx: EntityManager, projects: string[]): Promise<Map<string, ProjectAudience>> {
  const staff = await tx.query<(Recipient & { project: string })[]>(
    `with recursive ${chain}
     select c.project, u.id, json_agg(json_build_object('roles', s.roles, 'standsInFor', s.stands_in_for)) as places, p.data as preferences
     from chain c join staff s on s.node_id = c.id join users u on u.id = s.user_id and u.active
     left join notice_preferences p on p.user_id = u.id group by c.project, u.id, p.data order by u.id`,
    [projects],
  );
  const channels = await tx.query<(RecipientChannel & { project: string })[]>(
    `with recursive ${chain}
     select c.project, n.id, n.kind, n.audience from chain c join notice_channels n on n.node_id = c.id and n.active order by n.id`,
    [projects],
  );
  const found = new Map<string, ProjectAudience>(projects.map((project) => [project, { staff: [], channels: [] }]));
  for (const { project, ...one } of staff) found.get(project)?.staff.push(one);
  for (const { project, ...one } of channels) found.get(project)?.channels.push(one);
  return found;
}

/** What approved rulebooks say of notices, by `ID@VERSION`; nothing for those that say nothing. */
export async function ownNotices(tx: EntityManager, rulebooks: string[]): Promise<Map<string, NoticeTable>> {
  const rows = await tx.query<{ key: string; notices: NoticeTable }[]>(
    `select rulebook_id || '@' || version as key, document -> 'notices' as notices from rulebook_versions
     where rulebook_id || '@' || version = any ($1) and document -> 'notices' is not null`,
    [rulebooks],
  );
  return new Map(rows.map(({ key, notices }) => [key, notices]));
}

/** All events of these complaints in their order, by complaint. */
export async function historiesOf(tx: EntityManager, complaints: string[]): Promise<Map<string, ComplaintEvent[]>> {
  if (complaints.length === 0) return new Map();
  const rows = await tx.query<{ id: string; events: ComplaintEvent[] }[]>(
    `select complaint_id as id, json_agg(data order by seq) as events from events where complaint_id = any ($1)
     group by complaint_id`,
    [complaints],
  );
  return new Map(rows.map(({ id, events }) => [id, events]));
}
