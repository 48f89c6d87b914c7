/** Notice channels as administrators see them: address and secret are never read back. */
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { ChannelKind } from '../../domain/notice/channel.js';
import { wayOf } from '../../domain/notice/channel.js';
import type { Audience } from '../../domain/notice/notice.js';
import type { NoticeContent } from '../../domain/notice/content.js';
import type { NoticeLanguage } from '../../domain/notice/say.js';
import { addNotices } from './notices.js';

export interface ListedChannel {
  id: string;
  kind: ChannelKind;
  name: string;
  /** The host of its address. */
  host: string;
  hasSecret: boolean;
  node: { id: string; name: string };
  audience: Audience[];
  language: NoticeLanguage;
  active: boolean;
  sentAt: Date | null;
  problem: string | null;
  nextTryAt: Date | null;
  deadAt: Date | null;
  /** Notices that have not left yet. */
  waiting: number;
}

// `below`: the node of the administrator; they see their part of the organisation
const nodesBelow = `with recursive below as (
  select id from organisation where id = $1 union all select o.id from organisation o join below b on o.parent_id = b.id
)`;

export async function channelsBelow(dataSource: DataSource, node: string, id?: string): Promise<ListedChannel[]> {
  return await dataSource.query(
    `${nodesBelow}
     select c.id, c.kind, c.name, coalesce(c.host, '') as host, c.secret is not null as "hasSecret",
       json_build_object('id', c.node_id, 'name', o.name) as node, c.audience, c.language, c.active,
       a.sent_at as "sentAt", a.problem, a.next_try_at as "nextTryAt", a.dead_at as "deadAt",
       (select count(*)::int from notices n where n.address = a.key and n.state in ('waiting', 'failed')) as waiting
     from notice_channels c join organisation o on o.id = c.node_id left join notice_addresses a on a.channel_id = c.id
     where c.node_id in (select id from below) and ($2::text is null or c.id = $2) order by c.created_at, c.id`,
    [node, id ?? null],
  );
}

export interface ChannelInput {
  kind: ChannelKind;
  name: string;
  /** Sealed, like the secret. Undefined: as it was. */
  address?: string;
  /** Of the address. */
  host?: string;
  secret?: string | null;
  node: string;
  audience: Audience[];
  language: NoticeLanguage;
  active: boolean;
}

/** Whether a node is that of the administrator or below it. */
export async function isBelow(dataSource: DataSource, node: string, other: string): Promise<boolean> {
  const rows = await dataSource.query<unknown[]>(`${nodesBelow} select from below where id = $2`, [node, other]);
  return rows.length > 0;
}

export async function addChannel(
  dataSource: DataSource,
  by: string,
  { id, kind, name, address, host, secret, node, audience, language, active }: ChannelInput & { id: string },
): Promise<void> {
  await dataSource.query(
    `insert into notice_channels (id, kind, name, address, secret, node_id, audience, language, active, created_by, host)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, kind, name, address, secret ?? null, node, audience, language, active, by, host],
  );
}

/** Changes it; what was dead is tried afresh, since this is how it is mended. */
export async function changeChannel(
  dataSource: DataSource,
  id: string,
  { name, address, host, secret, node, audience, language, active }: ChannelInput,
): Promise<void> {
  await dataSource.transaction(async (tx) => {
    await tx.query(
      `update notice_channels set name = $2, address = coalesce($3, address), secret = case when $4 then $5 else secret end,
         node_id = $6, audience = $7, language = $8, active = $9, host = coalesce($10, host) where id = $1`,
      [id, name, address ?? null, secret !== undefined, secret ?? null, node, audience, language, active, host ?? null],
    );
    await tx.query(
      `update notice_addresses set dead_at = null, bounces = 0, failures = 0, next_try_at = null, problem = null where channel_id = $1`,
      [id],
    );
  });
}

/** Takes it away; what it has not been told is given up. */
export async function removeChannel(dataSource: DataSource, id: string): Promise<void> {
  await dataSource.transaction(async (tx) => {
    await tx.query(
      `update notices set state = 'givenUp', problem = 'channel removed' where address = $1 and state in ('waiting', 'failed')`,
      [`channel:${id}`],
    );
    await tx.query('delete from notice_channels where id = $1', [id]);
  });
}

/** Sends a test there, ahead of nothing: it waits its turn like every notice. */
export async function testChannel(
  dataSource: DataSource,
  { id, kind }: Pick<ListedChannel, 'id' | 'kind'>,
  content: NoticeContent,
): Promise<void> {
  const way = wayOf(kind);
  await dataSource.transaction(async (tx) => {
    await addNotices(tx, [
      {
        about: `test/${randomUUID()}`,
        complaint: null,
        mark: 'Test',
        kind: 'work',
        way,
        recipient: id,
        address: { key: `channel:${id}`, channel: id },
        urgent: true,
        digest: false,
        notBefore: new Date(),
        content,
      },
    ]);
    await tx.query('update notice_addresses set dead_at = null, next_try_at = null where channel_id = $1', [id]);
  });
}
