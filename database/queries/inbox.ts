/** A person's inbox: notices by thread, the latest first. What they may not see of a complaint any more is not there. */
import type { DataSource } from 'typeorm';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import type { Complaint } from '../../domain/complaint/state.js';
import type { NoticeKind } from '../../domain/notice/notice.js';
import type { KeptContent } from '../../domain/notice/content.js';
import { run, type Statement } from '../sql.js';
import { seen, type Sight, sightValues } from './sight.js';

export interface InboxNotice {
  id: string;
  /** The complaint's id; `house`: of none. */
  thread: string;
  kind: NoticeKind;
  urgent: boolean;
  content: KeptContent | null;
  createdAt: Date;
  readAt: Date | null;
  event: ComplaintEvent | null;
  complaint: Complaint | null;
  project: string | null;
}

export interface InboxThread extends InboxNotice {
  count: number;
  unread: number;
}

// row by row: a join would read the state of every complaint there is
const readable = `when n.complaint_id is null then true else coalesce((
  select ${seen('c', ['$1', '$2', '$3'])} from complaints c where c.id = n.complaint_id
), false) end`;
const mayRead = `case ${readable}`;
const columns = `n.id, coalesce(n.complaint_id, 'house') as thread, n.kind, n.urgent, n.content, n.created_at as "createdAt",
  n.read_at as "readAt", e.data as event, c.state as complaint, coalesce(o.name, c.project_id) as project`;
const joins = `left join events e on e.complaint_id = n.complaint_id and e.seq = n.seq left join complaints c on c.id = n.complaint_id
  left join organisation o on o.id = c.project_id`;

const ofThread = `from notices t where t.way = 'inbox' and t.recipient = $2
  and coalesce(t.complaint_id, 'house') = coalesce(n.complaint_id, 'house')`;

// asked before the complaint is looked up, and of one thread at a time: what is unread may be much
const allRead = `$5 and (select true ${ofThread} and t.read_at is null limit 1) is null`;

// from the latest on, as far as a page goes: however many there are
const threads: Statement = {
  name: 'inbox-threads',
  text: `with latest as materialized (
      select n.* from notices n where n.way = 'inbox' and n.recipient = $2 and ($4::bigint is null or n.id < $4)
        and not exists (select ${ofThread} and t.id > n.id) and case when ${allRead} then false ${readable}
      order by n.id desc limit $6
    )
    select ${columns}, k.count, k.unread from latest n ${joins} cross join lateral (
      select count(*)::int as count, count(*) filter (where t.read_at is null)::int as unread ${ofThread}
    ) k order by n.id desc`,
};

/** Threads whose latest notice is before `before`, the latest first. */
export async function inboxThreads(
  dataSource: DataSource,
  sight: Sight,
  { before, unreadOnly, limit }: { before?: string; unreadOnly: boolean; limit: number },
): Promise<InboxThread[]> {
  return await run<InboxThread & Record<string, unknown>>(dataSource, threads, [
    ...sightValues(sight),
    before ?? null,
    unreadOnly,
    limit,
  ]);
}

const within: Statement = {
  name: 'inbox-thread',
  text: `select ${columns} from notices n ${joins} where n.way = 'inbox' and n.recipient = $2
      and coalesce(n.complaint_id, 'house') = $4 and ${mayRead} order by n.id desc limit 200`,
};

/** The latest notices of one thread. */
export async function inboxThread(dataSource: DataSource, sight: Sight, thread: string): Promise<InboxNotice[]> {
  return await run<InboxNotice & Record<string, unknown>>(dataSource, within, [...sightValues(sight), thread]);
}

// more are shown as 99+
const most = 100;

const unread: Statement = {
  name: 'inbox-unread',
  text: `select count(*)::int as unread from (
      select from notices n where n.way = 'inbox' and n.recipient = $2 and n.read_at is null and ${mayRead} limit ${most}
    ) one`,
};

/** Notices that they have not read; counted up to 100. */
export async function unreadOf(dataSource: DataSource, sight: Sight): Promise<number> {
  const [found] = await run<{ unread: number }>(dataSource, unread, sightValues(sight));
  return found?.unread ?? 0;
}

/** Marks as read what is not newer than `upTo`: of one thread, or all. */
export async function markRead(
  dataSource: DataSource,
  user: string,
  { upTo, thread }: { upTo: string; thread?: string },
): Promise<void> {
  await dataSource.query(
    `update notices set read_at = now() where way = 'inbox' and recipient = $1 and read_at is null and id <= $2
       and ($3::text is null or coalesce(complaint_id, 'house') = $3)`,
    [user, upTo, thread ?? null],
  );
}
