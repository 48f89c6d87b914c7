/** Writing notices down: each once, whatever comes again. */
import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { NoticeKind, Way } from '../../domain/notice/notice.js';
import type { NoticeContent } from '../../domain/notice/content.js';

export interface NewNotice {
  /** What it is about, the same for ever: `COMPLAINT/SEQ`, or a name of another kind. */
  about: string;
  complaint: { id: string; seq: number } | null;
  mark: string;
  kind: NoticeKind;
  way: Way;
  /** A user's id, a channel's, or `complainant`. */
  recipient: string;
  /** None: it stays in the inbox. */
  address: { key: string; channel?: string; user?: string } | null;
  urgent: boolean;
  digest: boolean;
  notBefore: Date;
  content?: NoticeContent;
}

/** The key of a notice: the same notice has the same for ever. */
export const noticeKey = (about: string, way: Way, recipient: string): string =>
  createHash('sha256').update(`${about}\n${way}\n${recipient}`).digest('base64url').slice(0, 32);

/** Channel of PostgreSQL on which the owners of inboxes are told, one id a line. */
export const inboxChannel = 'huiyin_inbox';

/** Writes those that are not there yet, and tells the owners of inboxes when the transaction is through. */
export async function addNotices(tx: EntityManager, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const addresses = new Map(notices.flatMap(({ address }) => (address ? [[address.key, address] as const] : [])));
  await tx.query(
    `insert into notice_addresses (key, channel_id, user_id)
     select a.key, a.channel, a.user from jsonb_to_recordset($1::jsonb) a (key text, channel text, "user" text)
     on conflict (key) do nothing`,
    [JSON.stringify([...addresses.values()].sort((a, b) => (a.key < b.key ? -1 : 1)))],
  );
  const rows = notices.map(({ about, complaint, address, notBefore, content, ...rest }) => ({
    ...rest,
    key: noticeKey(about, rest.way, rest.recipient),
    complaint_id: complaint?.id ?? null,
    seq: complaint?.seq ?? null,
    address: address?.key ?? null,
    not_before: notBefore,
    content: content ?? null,
    state: address ? 'waiting' : 'sent',
    sent_at: address ? null : notBefore,
  }));
  const columns = `key, complaint_id, seq, mark, kind, way, recipient, address, urgent, digest, content, state, not_before, sent_at`;
  const added = await tx.query<{ recipient: string; way: Way }[]>(
    `insert into notices (${columns}) select ${columns} from jsonb_populate_recordset(null::notices, $1::jsonb)
     on conflict (key) do nothing returning recipient, way`,
    [JSON.stringify(rows)],
  );
  await tellInboxes(
    tx,
    added.filter(({ way }) => way === 'inbox').map(({ recipient }) => recipient),
  );
}

const longest = 200; // ids; a message takes 8000 bytes

async function tellInboxes(tx: EntityManager, users: string[]): Promise<void> {
  const all = [...new Set(users)];
  for (let i = 0; i < all.length; i += longest) {
    await tx.query('select pg_notify($1, $2)', [inboxChannel, all.slice(i, i + longest).join('\n')]);
  }
}

/** Takes away messages of before `messages` and what is in inboxes since before `inbox`, and nothing that waits; answers how many. */
export async function forgetNotices(
  dataSource: DataSource,
  messages: Date,
  inbox: Date,
  limit: number,
): Promise<number> {
  const [, gone] = await dataSource.query<[unknown, number]>(
    `delete from notices where id in (
       select id from notices where created_at < case when way = 'inbox' then $2::timestamptz else $1 end
         and state in ('sent', 'givenUp') order by id limit $3
     )`,
    [messages, inbox, limit],
  );
  return gone;
}
