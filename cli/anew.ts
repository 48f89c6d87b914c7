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
import { taskQueue as usual } from '../workflows/messages.js';

interface Means {
  dataSource: DataSource;
  client: Client;
  library: Library;
  taskQueue?: string;
}

/** For batches: a complaint goes on from its stored state, under the version that it is under. */
export function anewBy({ taskQueue = usual, ...means }: Means): NonNullable<Tools['anew']> {
  const options: ApiOptions = { ...means, taskQueue };
  const engine = new ComplaintEngine(options);
  const rules = new RulesFinder(options, engine, new RulebookVersions(options), new CalendarFinder(options));
  return async (id) => {
    const stored = await findComplaint(means.dataSource, id, ofHouse);
    const input = stored && (await rules.restart(stored.complaint));
    return input && (await engine.anew(input));
  };
}
