/** Notices at work: a desk, a clock that jumps, and what leaves the house. */
import { randomUUID } from 'node:crypto';
import { type AddressInfo } from 'node:net';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { nextDelivery } from '../../database/queries/deliveries.js';
import { deliver } from '../../courier/delivery/deliver.js';
import type { Post } from '../../courier/delivery/send.js';
import { noticeReader } from '../../courier/readers/notices.js';
import { sort } from '../../courier/sorter.js';
import type { ChannelKind } from '../../domain/notice/channel.js';
import type { Audience } from '../../domain/notice/notice.js';
import { type Desk } from './desk.js';

export interface Clock {
  now(): number;
  /** Never goes back. */
  to(at: number): void;
}

export function jumpingClock(start = Date.now()): Clock {
  let at = start;
  return { now: () => at, to: (next) => void (at = Math.max(at, next)) };
}

export const noFault = (error: unknown): never => {
  throw error;
};

/** Makes notices of all that waits in the outbox. */
export async function makeNotices(desk: Desk, { mail = true, now = () => Date.now() } = {}): Promise<void> {
  while (await sort(desk.dataSource, [noticeReader({ mail, now })], noFault));
}

/** Sends what is due, and what is due next, until nothing waits or `until` is reached. */
export async function deliverAll(
  desk: Desk,
  post: Post,
  clock: Clock,
  { until = Infinity }: { until?: number } = {},
): Promise<void> {
  for (;;) {
    while (await deliver({ dataSource: desk.dataSource, post, now: clock.now, onFault: noFault }));
    const next = await nextDelivery(desk.dataSource);
    if (!next || next.getTime() > until) return;
    clock.to(next.getTime());
  }
}

export interface ChannelGiven {
  kind: ChannelKind;
  address: string;
  secret?: string;
  node?: string;
  audience?: Audience[];
}

/** Sets a channel up; answers its id. */
export async function addChannel(desk: Desk, given: ChannelGiven): Promise<string> {
  const id = randomUUID();
  const { kind, address, secret = null, node = 'cuihu', audience = ['supervisor'] } = given;
  await desk.dataSource.query(
    `insert into notice_channels (id, kind, name, address, secret, node_id, audience, language, created_by)
     values ($1, $2, $2, $3, $4, $5, $6, 'zh', 'admin')`,
    [id, kind, address, secret, node, audience],
  );
  return id;
}

export async function prefer(desk: Desk, user: string, preferences: object): Promise<void> {
  await desk.dataSource.query(
    `insert into notice_preferences (user_id, data) values ($1, $2) on conflict (user_id) do update set data = excluded.data`,
    [user, preferences],
  );
}

export interface Row {
  key: string;
  seq: number;
  mark: string;
  way: string;
  recipient: string;
  state: string;
  attempts: number;
  problem: string | null;
  bundle: string | null;
}

export const noticeRows = (desk: Desk, where = 'true', values: unknown[] = []): Promise<Row[]> =>
  desk.dataSource.query(
    `select key, seq, mark, way, recipient, state, attempts, problem, bundle from notices where ${where} order by id`,
    values,
  );

export const forgetNotices = (desk: Desk): Promise<unknown> =>
  desk.dataSource.query(
    `truncate notices, notice_addresses, notice_preferences; delete from notice_channels; delete from outbox`,
  );

export interface Arrival {
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  text: string;
  body: any; // eslint-disable-line @typescript-eslint/no-explicit-any
}

export interface Hook {
  url: string;
  arrivals: Arrival[];
  close(): Promise<void>;
}

type Answer = { status?: number; body?: object; headers?: Record<string, string>; after?: () => void };

/** A server of the other side; `answer` says what it answers to each post. */
export async function openHook(answer: (arrival: Arrival) => Answer | Promise<Answer>): Promise<Hook> {
  const arrivals: Arrival[] = [];
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece: Buffer) => (text += piece.toString()));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://hook');
      const arrival = {
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        text,
        body: JSON.parse(text) as unknown,
      };
      arrivals.push(arrival);
      void Promise.resolve(answer(arrival)).then(({ status = 200, body = {}, headers = {} }) => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
      });
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(() => done()))),
  };
}

/** Somebody is accused whom nobody has told the courier of yet. */
export const accuse = (desk: Desk, complaint: string, user: string): Promise<unknown> =>
  desk.dataSource.query('update complaints set state = jsonb_set(state, $2, $3) where id = $1', [
    complaint,
    '{accused}',
    JSON.stringify([user]),
  ]);
