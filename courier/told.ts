/** What the sorter hands on, and who takes it. */
import type { EntityManager } from 'typeorm';
import type { ComplaintEvent } from '../domain/complaint/events.js';
import type { Complaint } from '../domain/complaint/state.js';

/** An event that the world is to be told of. */
export interface Told {
  outboxId: string;
  event: ComplaintEvent;
  /** Of the event's link in the chain of its complaint; null from before events were sealed. */
  hash: string | null;
  /** As it stands now: later events may be in it already. */
  complaint: Complaint;
}

/**
 * Somebody who makes something of what happened. What it writes goes into the transaction that marks the events as
 * taken: all of it or nothing. It waits for nobody outside the database. The same event may come again after a
 * projection was taken back, so what it writes carries a key.
 */
export interface Reader {
  name: string;
  read(tx: EntityManager, told: Told[]): Promise<void>;
}
