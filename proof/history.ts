/** Whether the tables say what the workflow's own history says: it is decided anew from what was asked of it. */
import { isDeepStrictEqual } from 'node:util';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { storable } from '../database/plain-text.js';
import { redecided } from '../domain/audit/redecide.js';
import type { Context } from '../domain/complaint/context.js';
import type { ComplaintEvent } from '../domain/complaint/events.js';
import type { Recorded } from '../domain/complaint/record.js';
import { unlessDestroyed } from '../vault/keyring.js';
import type { Finding } from './finding.js';
import { happeningsOf } from './happenings.js';
import { runsOf } from './runs.js';

/** Events that differ, and those that one side alone has. Nothing when the engine keeps no history of it any more. */
export async function verifyHistory(client: Client, dataSource: DataSource, id: string): Promise<Finding[]> {
  // what a law had deleted nobody compares any more
  const decided = (await decidedBy(client, id).catch(unlessDestroyed))?.events ?? [];
  const first = decided[0]?.seq;
  if (first === undefined) return [];
  const rows = await dataSource.query<{ seq: number; data: unknown }[]>(
    'select seq, data from events where complaint_id = $1 and seq >= $2 order by seq',
    [id, first],
  );
  const told = new Map(rows.map(({ seq, data }) => [seq, data]));
  const differing = decided
    .filter((event) => !isDeepStrictEqual(told.get(event.seq), JSON.parse(storable(event))))
    .map(({ seq }) => seq);
  const last = decided.at(-1)?.seq ?? 0;
  const beyond = rows.filter(({ seq }) => seq > last).map(({ seq }) => seq);
  return [...differing, ...beyond].map((seq) => ({ what: 'history-differs', complaint: id, seq }));
}

/** What comes of deciding anew; undefined when no history is kept. It begins at the first event only when all runs are kept. */
export async function decidedBy(client: Client, id: string): Promise<(Recorded & { context: Context }) | undefined> {
  const events: ComplaintEvent[] = [];
  let last: (Recorded & { context: Context }) | undefined;
  for (const { history } of await runsOf(client, id)) {
    const { beginning, happenings } = await happeningsOf(history, client.options.loadedDataConverter);
    last = redecided(beginning, happenings);
    events.push(...last.events);
  }
  return last && { ...last, events };
}
