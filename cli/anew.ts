/** How what has ended is taken up again, outside of a request. */
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import type { Tools } from '../activities/batch/kind.js';
import { CalendarFinder } from '../api/calendars/calendar-finder.js';
import { RulesFinder } from '../api/complaints/rules.js';
import { ComplaintEngine } from '../api/engine/complaint-engine.js';
import type { ApiOptions } from '../api/options.js';
import { RulebookVersions } from '../api/rulebooks/versions.js';
import { findComplaint } from '../database/queries/complaint.js';
import type { Library } from '../documents/library.js';
import { ofHouse } from '../domain/rights/sight.js';
import { type ComplaintInput, taskQueue as usual } from '../workflows/messages.js';

export interface Means {
  dataSource: DataSource;
  client: Client;
  library: Library;
  taskQueue?: string;
}

/** For batches: a complaint goes on from its stored state, under the version that it is under. */
export function anewBy(means: Means): NonNullable<Tools['anew']> {
  const { engine, restart } = restarting(means);
  return async (id) => {
    const input = await restart(id);
    return input && (await engine.anew(input));
  };
}

/** What a complaint's workflow is started with again: its stored state, under the version that it is under. */
export function restarting({ taskQueue = usual, ...means }: Means): {
  engine: ComplaintEngine;
  /** Undefined when there is no such complaint, or its version is kept nowhere. */
  restart: (id: string) => Promise<ComplaintInput | undefined>;
} {
  const options: ApiOptions = { ...means, taskQueue };
  const engine = new ComplaintEngine(options);
  const rules = new RulesFinder(options, engine, new RulebookVersions(options), new CalendarFinder(options));
  const restart = async (id: string) => {
    const stored = await findComplaint(means.dataSource, id, ofHouse);
    return stored && (await rules.restart(stored.complaint));
  };
  return { engine, restart };
}
