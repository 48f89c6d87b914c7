/** What of the notices has still to leave the house, address by address. Moments are the caller's clock. */
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import type { Complaint } from '../../domain/complaint/state.js';
import type { ChannelKind } from '../../domain/notice/channel.js';
import type { Way } from '../../domain/notice/notice.js';
import type { KeptContent } from '../../domain/notice/content.js';
import type { NoticeLanguage } from '../../domain/notice/say.js';
import type { NoticePreferences } from '../../domain/notice/timing.js';

const undelivered = `state in ('waiting', 'failed')`;

/** Addresses that have something to send by then, whoever has waited longest first. */
export async function dueAddresses(dataSource: DataSource, now: Date, limit: number): Promise<string[]> {
  const rows = await dataSource.query<{ key: string }[]>(
    `select a.key from notice_addresses a
     join (select address, min(id) as first from notices where ${undelivered} and not_before <= $1 group by address) n on n.address = a.key
     left join notice_channels c on c.id = a.channel_id
     where a.dead_at is null and (a.next_try_at is null or a.next_try_at <= $1) and c.active is not false
     order by n.first limit $2`,
    [now, limit],
  );
  return rows.map(({ key }) => key);
}

/** The next moment at which an address has something to send; undefined when nothing waits. */
export async function nextDelivery(dataSource: DataSource): Promise<Date | undefined> {
  const [row] = await dataSource.query<{ at: Date | null }[]>(
    `select min(greatest(n.at, a.next_try_at)) as at from notice_addresses a
     join (select address, min(not_before) as at from notices where ${undelivered} group by address) n on n.address = a.key
     left join notice_channels c on c.id = a.channel_id where a.dead_at is null and c.active is not false`,
  );
  return row?.at ?? undefined;
}

/**
 * Runs work that nobody else does for this address at the same time, in any process; answers undefined when somebody
 * does. The lock is the connection's: it goes when the process dies.
 */
export async function alone<T>(
  dataSource: DataSource,
  address: string,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T | undefined> {
  const runner = dataSource.createQueryRunner();
  const lock = 'hashtextextended($1, 8675311)';
  try {
    await runner.connect();
    const [row] = (await runner.query(`select pg_try_advisory_lock(${lock}) as mine`, [address])) as {
      mine: boolean;
    }[];
    if (!row?.mine) return undefined;
    try {
      return await work(runner);
    } finally {
      await runner.query(`select pg_advisory_unlock(${lock})`, [address]);
    }
  } finally {
    await runner.release();
  }
}

export interface Destination {
  key: string;
  failures: number;
  bounces: number;
  nextTryAt: Date | null;
  deadAt: Date | null;
  slots: Date[];
  channel: { id: string; kind: ChannelKind; address: string; secret: string | null; language: NoticeLanguage } | null;
  person: { id: string; preferences: Partial<NoticePreferences> | null } | null;
}

export async function destinationOf(runner: QueryRunner, key: string): Promise<Destination | undefined> {
  const [row] = (await runner.query(
    `select a.key, a.failures, a.bounces, a.next_try_at as "nextTryAt", a.dead_at as "deadAt", a.slots,
       case when c.id is not null then json_build_object('id', c.id, 'kind', c.kind, 'address', c.address, 'secret', c.secret, 'language', c.language) end as channel,
       case when a.user_id is not null then json_build_object('id', a.user_id, 'preferences', p.data) end as person
     from notice_addresses a left join notice_channels c on c.id = a.channel_id left join notice_preferences p on p.user_id = a.user_id
     where a.key = $1 and c.active is not false`,
    [key],
  )) as Destination[];
  return row;
}

export interface DueNotice {
  id: string;
  key: string;
  way: Way;
  recipient: string;
  urgent: boolean;
  digest: boolean;
  bundle: string | null;
  content: KeptContent | null;
  /** None when it is about no complaint, or what it was about never was. */
  event: ComplaintEvent | null;
  complaint: Complaint | null;
  project: string | null;
  /** All events, where what it tells stands in no event alone: a promise that moved. */
  history: ComplaintEvent[] | null;
}

const dueColumns = `n.id, n.key, n.way, n.recipient, n.urgent, n.digest, n.bundle, n.content, e.data as event, c.state as complaint,
  coalesce(o.name, c.project_id) as project,
  case when e.type = 'DeadlineSet' and (n.recipient = 'complainant' or n.way = 'webhook') then (
    select json_agg(h.data order by h.seq) from events h where h.complaint_id = n.complaint_id
  ) end as history`;
const dueJoins = `left join events e on e.complaint_id = n.complaint_id and e.seq = n.seq left join complaints c on c.id = n.complaint_id
  left join organisation o on o.id = c.project_id`;

/** The first of what an address has to send by then, in order; with those of one message that was begun before, these alone. */
export async function dueNotices(runner: QueryRunner, address: string, now: Date, limit: number): Promise<DueNotice[]> {
  const begun = (await runner.query(
    `select ${dueColumns} from notices n ${dueJoins} where n.address = $1 and n.${undelivered} and n.bundle = (
       select bundle from notices where address = $1 and ${undelivered} and bundle is not null order by id limit 1
     ) order by n.id`,
    [address],
  )) as DueNotice[];
  if (begun.length > 0) return begun;
  return (await runner.query(
    `select ${dueColumns} from notices n ${dueJoins} where n.address = $1 and n.${undelivered} and n.not_before <= $2 order by n.id limit $3`,
    [address, now, limit],
  )) as DueNotice[];
}

/** Binds notices to one message before it is first sent, so that it is the same one when it is sent again. */
export async function bind(runner: QueryRunner, ids: string[], bundle: string): Promise<void> {
  await runner.query('update notices set bundle = $2 where id = any ($1)', [ids, bundle]);
}

/** Takes the last slots of an address; `at` is the latest moment at which the message arrives. */
export async function keepSlots(runner: QueryRunner, address: string, slots: Date[]): Promise<void> {
  await runner.query('update notice_addresses set slots = $2 where key = $1', [address, slots]);
}

export async function putOff(runner: QueryRunner, address: string, until: Date): Promise<void> {
  await runner.query('update notice_addresses set next_try_at = $2 where key = $1', [address, until]);
}

export async function markSent(runner: QueryRunner, address: string, ids: string[], now: Date): Promise<void> {
  await runner.query(
    `with done as (
       update notices set state = 'sent', sent_at = $3, attempts = attempts + 1, problem = null where id = any ($2)
     ) update notice_addresses set failures = 0, bounces = 0, next_try_at = null, problem = null, sent_at = $3, death_told_at = null where key = $1`,
    [address, ids, now],
  );
}

export interface Failure {
  ids: string[];
  problem: string;
  /** The notices are given up, else tried again. */
  forGood: boolean;
  nextTryAt: Date | null;
  /** Set when nothing more is to be sent there. */
  deadAt: Date | null;
}

export async function markFailed(
  tx: EntityManager,
  address: string,
  { ids, problem, forGood, nextTryAt, deadAt }: Failure,
): Promise<void> {
  await tx.query(
    `with done as (
       update notices set state = $3, attempts = attempts + 1, problem = left($4, 500) where id = any ($2)
     ) update notice_addresses set failures = failures + 1, bounces = bounces + $5::int, next_try_at = $6, dead_at = $7,
         problem = left($4, 500) where key = $1`,
    [address, ids, forGood ? 'givenUp' : 'failed', problem, forGood ? 1 : 0, nextTryAt, deadAt],
  );
}

/** Gives up what may not be told any more. */
export async function giveUp(runner: QueryRunner, ids: string[], problem: string): Promise<void> {
  await runner.query(`update notices set state = 'givenUp', problem = $2 where id = any ($1)`, [ids, problem]);
}
