/** Signals from the queue to the engine. */
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { ComplaintEngine } from '../api/engine/complaint-engine.js';
import type { ApiOptions } from '../api/options.js';
import { findComplaint } from '../database/queries/complaint.js';
import type { Tell } from '../courier/teller.js';
import { Problem } from '../api/kernel/problem.js';
import { taskQueue as usual } from '../workflows/messages.js';
import { ofHouse } from '../domain/rights/sight.js';

/** Tells workflows; one that is over is taken up again for what its complainant must hear. */
export function teller(dataSource: DataSource, client: Client, taskQueue = usual): Tell {
  const engine = new ComplaintEngine({ dataSource, client, taskQueue } as ApiOptions);
  const restart = async (id: string) => {
    const stored = await findComplaint(dataSource, id, ofHouse);
    const pinned = stored && (await engine.pinned(id));
    return pinned && { ...pinned, snapshot: stored.complaint };
  };
  return async ({ complaint, signal, data }) => {
    const wanted = signal === 'sameMatterCounted' ? () => Promise.resolve(undefined) : () => restart(complaint);
    await engine.tell(complaint, signal, { data, source: 'matters' }, wanted).catch((error: unknown) => {
      // over, and nothing hangs on it
      if (!(error instanceof Problem && error.code === 'not-found')) throw error;
    });
  };
}
