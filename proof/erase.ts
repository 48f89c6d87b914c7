/** Deletion by law: the key of a complaint is destroyed, and with it all that the engine keeps; the tables keep that it was. */
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { identified } from '../database/check.js';
import type { ComplaintEvent } from '../domain/complaint/events.js';
import type { Complaint } from '../domain/complaint/state.js';
import { redacted } from '../domain/proof/redact.js';
import type { Keyring } from '../vault/keyring.js';
import { isGone } from '../engine/answers.js';

/** A complaint that is not over: first it is closed or withdrawn. */
export class NotOver extends Error {
  constructor(readonly complaintId: string) {
    super(`complaint ${complaintId} is not over yet`);
    this.name = 'NotOver';
  }
}

interface Means {
  source: DataSource;
  client: Client;
  keyring: Keyring;
}

/** Deletes what a complaint said and of whom; its events keep their places, digests and hashes. Throws NotOver. */
export async function erase(
  { source, client, keyring }: Means,
  id: string,
  by: string,
  because: string,
): Promise<void> {
  await source.transaction(async (tx) => {
    const [row] = await tx.query<{ state: Complaint; ended_at: Date | null }[]>(
      'select state, ended_at from complaints where id = $1 for update',
      [id],
    );
    if (!row?.ended_at) throw new NotOver(id);
    const rows = await tx.query<{ data: ComplaintEvent }[]>(
      'select data from events where complaint_id = $1 order by seq',
      [id],
    );
    const events = rows.map(({ data }) => redacted(data));
    const state = identified(events, row.state);
    await tx.query(
      `update events e set data = n.data from jsonb_to_recordset($2::jsonb) as n (seq int, data jsonb)
       where e.complaint_id = $1 and e.seq = n.seq`,
      [id, JSON.stringify(events.map((data) => ({ seq: data.seq, data })))],
    );
    await tx.query(
      `update complaints set state = $2, complainant_name = null, excerpt = left($2::jsonb ->> 'text', 120) where id = $1`,
      [id, JSON.stringify(state)],
    );
    await tx.query('delete from files where complaint_id = $1', [id]);
    await tx.query('delete from complaint_search where complaint_id = $1', [id]);
    await tx.query('update notices set content = null where complaint_id = $1', [id]);
  });
  // nothing waits in it any more but its end
  await client.workflow
    .getHandle(id)
    .terminate('deleted by law')
    .catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
  await keyring.destroy(id, by, because);
}
