import type { Client, WithStartWorkflowOperation } from '@temporalio/client';
import type { Workflow } from '@temporalio/common';
import type { DataSource } from 'typeorm';
import type { Calendar } from '../../domain/calendar/calendar.js';
import type { SaltOf } from '../../database/seal.js';
import type { Selection } from '../../database/queries/selection.js';

/** What batches work with. */
export interface Tools {
  dataSource: DataSource;
  client: Client;
  /** A complaint's own salt, for the digests of its events. */
  saltOf?: SaltOf;
  /** The calendars that ship, by id. */
  calendars?: ReadonlyMap<string, Calendar>;
  /** How a complaint whose workflow has ended is taken up again; without it, one that has ended declines. */
  anew?: (complaint: string) => Promise<WithStartWorkflowOperation<Workflow> | undefined>;
}

/** One complaint of a batch. */
export interface Piece<Task> {
  task: Task;
  complaint: string;
  /** Who started the batch. */
  by: string;
  /** The same for the same complaint of the same batch, and for no other: the id of an Update, the key of a row. */
  once: string;
  /** When the batch was started, ISO 8601: what is given is given then, however often it is sent. */
  at: string;
}

/** What a batch of a kind does with each of its complaints. */
export interface BatchKind<Task> {
  /** Which complaints. They are worked on in order of their ids. */
  selection(task: Task): Selection;
  /** Whoever was filed while the batch walked is looked after in a second walk. */
  late?: true;
  /**
   * Works on one complaint. May be done again after a crash: the same `once` must do no more harm than once. A complaint
   * that refuses is a `Declined` or the refusal of its Update; other faults make the page be tried again.
   */
  work(piece: Piece<Task>, tools: Tools): Promise<void>;
}

/** A complaint that is counted as refused; the rest of the batch goes on. */
export class Declined extends Error {
  constructor(
    readonly code: string,
    detail: string,
  ) {
    super(detail);
    this.name = 'Declined';
  }
}
