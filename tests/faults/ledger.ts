/** What must be true of the tables after everything has died once. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { check } from '../../database/check.js';
import { createDataSource } from '../../database/data-source.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import type { Complaint } from '../../domain/complaint/state.js';
import { ordinaryWay } from '../support/ordinary-way.js';
import type { RunningHouse } from '../support/house.js';

/** Every fault found, in words; none when all is well. */
export async function faultsIn(house: RunningHouse, ids: string[]): Promise<string[]> {
  const parts = JSON.parse(await readFile(join(house.dataFolder, 'run', 'parts.json'), 'utf8')) as Record<
    string,
    { url?: string }
  >;
  const dataSource = await createDataSource({ url: parts['postgres']?.url ?? '' }).initialize();
  try {
    const rows = await dataSource.query<Row[]>('select id, state, seq from complaints');
    const faults = rows.length === ids.length ? [] : [`${rows.length} complaints instead of ${ids.length}`];
    for (const id of ids) {
      const row = rows.find((one) => one.id === id);
      if (!row) {
        faults.push(`${id} was answered 2xx and is not there`);
        continue;
      }
      const kept = await dataSource.query<{ data: ComplaintEvent }[]>(
        'select data from events where complaint_id = $1 order by seq',
        [id],
      );
      const differences = (await check(dataSource, id)) ?? [];
      faults.push(
        ...faultsOf(
          row,
          kept.map(({ data }) => data),
        ).map((fault) => `${id}: ${fault}`),
      );
      faults.push(...differences.map((one) => `${id}: the row is not the fold of its events: ${JSON.stringify(one)}`));
    }
    return faults;
  } finally {
    await dataSource.destroy();
  }
}

interface Row {
  id: string;
  state: Complaint;
  seq: number;
}

function faultsOf({ state, seq }: Row, events: ComplaintEvent[]): string[] {
  const faults: string[] = [];
  if (events.some((event, i) => event.seq !== i + 1) || events.length !== seq) faults.push('gaps in the events');
  if (state.status !== 'closed') faults.push(`stands at ${state.status}`);
  const own = [
    'Accepted',
    'Dispatched',
    'TakenOver',
    'FindingsRecorded',
    'PlanProposed',
    'PlanApproved',
    'Replied',
    'CustomerAgreed',
    'CarriedOut',
    'Verified',
    'ResultFedBack',
    'RevisitRecorded',
    'Closed',
  ];
  if (own.length !== ordinaryWay.length + 1) faults.push('this check does not know the whole way');
  const times = (match: (event: ComplaintEvent) => boolean) => events.filter(match).length;
  for (const type of own)
    if (times((event) => event.type === type) !== 1)
      faults.push(`${type} ${times((event) => event.type === type)} times`);
  for (const event of events) {
    if (
      event.type === 'DeadlineMissed' &&
      times((other) => other.type === 'DeadlineMissed' && other.clock === event.clock) > 1
    )
      faults.push(`${event.clock} missed more than once`);
    if (
      event.type === 'SeverityRaised' &&
      times((other) => other.type === 'SeverityRaised' && other.severity === event.severity) > 1
    )
      faults.push(`raised to ${event.severity} more than once`);
  }
  const backdated = state.backdatedBecause !== undefined;
  if (backdated && times(({ type }) => type === 'SeverityRaised') !== 3) faults.push('a rung of the ladder is missing');
  return faults;
}
