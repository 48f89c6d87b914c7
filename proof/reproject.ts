/** Writes a complaint into the tables again from what its workflow's own history says. */
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { repair } from '../database/check.js';
import type { SaltOf } from '../database/seal.js';
import { deadlinesOf } from '../domain/complaint/deadlines.js';
import { decidedBy } from './history.js';

/** The history is not kept any more from its beginning: what came before it is known to the tables alone. */
export class HistoryIncomplete extends Error {
  constructor(readonly complaintId: string) {
    super(`the engine keeps no whole history of complaint ${complaintId} any more`);
    this.name = 'HistoryIncomplete';
  }
}

/** Answers how many events were written. Throws HistoryIncomplete. */
export async function reproject(client: Client, source: DataSource, id: string, saltOf: SaltOf): Promise<number> {
  const decided = await decidedBy(client, id);
  if (decided?.events[0]?.seq !== 1) throw new HistoryIncomplete(id);
  const { complaint, events, context } = decided;
  const salt = await saltOf(id);
  await repair(source, id, (one) => deadlinesOf(one, context), { complaint, events }, salt);
  return events.length;
}
