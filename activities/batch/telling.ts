/** Telling a complaint and waiting until it has heard: only so many are worked on at once, by the workers, too. */
import { setTimeout as sleep } from 'node:timers/promises';
import { findComplaint } from '../../database/queries/complaint.js';
import type { SignalData, SignalName } from '../../domain/complaint/signals.js';
import type { Complaint } from '../../domain/complaint/state.js';
import { Declined, type Tools } from './kind.js';
import { ofHouse } from '../../domain/rights/sight.js';

const interval = 50;
const patience = 5_000; // the engine has it by then, whether it was heard or not

/** The complaint as it was projected last. */
export async function readComplaint(id: string, { dataSource }: Tools): Promise<Complaint> {
  const found = await findComplaint(dataSource, id, ofHouse);
  if (!found) throw new Declined('ended', 'there is no such complaint');
  return found.complaint;
}

/** Tells a complaint, and waits a while for the events that come of it. */
export async function tellComplaint<N extends SignalName>(
  { id, seq }: Complaint,
  { signal, data, by }: { signal: N; data: SignalData[N]; by: string },
  { dataSource, client }: Tools,
): Promise<void> {
  await client.workflow.getHandle(id).signal(signal, { data, source: by });
  const until = Date.now() + patience;
  for (let now = seq; now === seq && Date.now() < until;) {
    await sleep(interval);
    const [row] = await dataSource.query<{ seq: number }[]>('select seq from complaints where id = $1', [id]);
    now = row?.seq ?? seq;
  }
}
