/** One Schedule for each duty of each node: made, changed and removed as the organisation and its rulebooks are. */
import {
  type Client,
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
} from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { recurringOf } from '../../domain/paper/periods.js';
import type { DutyDocument, Recurrence } from '../../domain/rulebook/duty.js';
import { dutiesAt, governedNodes } from '../../database/queries/duties.js';

/** What runs at a Schedule's time. */
export interface Target {
  workflowType: string;
  taskQueue: string;
}

export interface Ensured {
  made: string[];
  changed: string[];
  removed: string[];
}

const prefix = 'duty:';
// Sunday is the engine's first day
const dayNames = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;
const monthNames = [
  ...['JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'MAY', 'JUNE'],
  ...['JULY', 'AUGUST', 'SEPTEMBER', 'OCTOBER', 'NOVEMBER', 'DECEMBER'],
] as const;

/** How long after an outage a round is still made up for: nothing that was owed is let go. */
const catchUp: Record<Recurrence, string> = {
  day: '92 days',
  festival: '31 days',
  week: '366 days',
  'half month': '366 days',
  month: '366 days',
  quarter: '732 days',
  'half year': '732 days',
  year: '1098 days',
};

/**
 * Brings the Schedules to what is owed now: the same again changes nothing, and several processes may do it at once. `at`: whose
 * rulebooks are in force then.
 */
export async function ensureSchedules(
  { dataSource, client }: { dataSource: DataSource; client: Client },
  target: Target,
  at: Date,
): Promise<Ensured> {
  const wanted = await wantedSchedules(dataSource, target, at);
  const ensured: Ensured = { made: [], changed: [], removed: [] };
  const known = new Map<string, string>();
  for await (const { scheduleId, memo } of client.schedule.list({ pageSize: 1_000 })) {
    // another task queue's are not ours
    if (scheduleId.startsWith(prefix) && memo?.['queue'] === target.taskQueue)
      known.set(scheduleId, memo['plan'] as string);
  }
  for (const [id, options] of wanted) {
    const plan = options.memo?.['plan'] as string;
    if (known.get(id) === plan) continue;
    if (!known.has(id)) {
      if (await make(client, options)) ensured.made.push(id);
      continue;
    }
    // a changed plan is a new Schedule: what it was told of itself cannot be changed
    await remove(client, id);
    if (await make(client, options)) ensured.changed.push(id);
  }
  for (const id of known.keys()) {
    if (wanted.has(id)) continue;
    await remove(client, id);
    ensured.removed.push(id);
  }
  return ensured;
}

export const scheduleId = (node: string, duty: string): string => `${prefix}${node}:${duty}`;

async function wantedSchedules(
  dataSource: DataSource,
  target: Target,
  at: Date,
): Promise<Map<string, ScheduleOptions>> {
  const wanted = new Map<string, ScheduleOptions>();
  for (const governed of await governedNodes(dataSource, at)) {
    for (const [name, duty] of dutiesAt(governed)) {
      const id = scheduleId(governed.id, name);
      wanted.set(id, scheduleOf(id, { node: governed.id, duty: name }, duty, governed.document?.zone ?? 'UTC', target));
    }
  }
  return wanted;
}

function scheduleOf(
  id: string,
  round: { node: string; duty: string },
  duty: DutyDocument,
  zone: string,
  { workflowType, taskQueue }: Target,
): ScheduleOptions {
  const { hour, minute, dayOfWeek, dayOfMonth, month } = recurringOf(duty);
  const spec: ScheduleOptions['spec'] = {
    timezone: zone,
    calendars: [
      {
        ...{ hour, minute },
        ...(dayOfWeek === undefined ? {} : { dayOfWeek: dayNames[dayOfWeek] ?? 'MONDAY' }),
        ...(dayOfMonth ? { dayOfMonth } : {}),
        ...(month ? { month: month.map((n) => monthNames[n - 1] ?? 'JANUARY') } : {}),
      },
    ],
  };
  const catchupWindow = catchUp[duty.every];
  return {
    scheduleId: id,
    spec,
    action: { type: 'startWorkflow', workflowType, taskQueue, workflowId: `round-${id}`, args: [round] },
    policies: { overlap: ScheduleOverlapPolicy.BUFFER_ALL, catchupWindow },
    memo: { plan: JSON.stringify({ spec, catchupWindow }), queue: taskQueue },
  };
}

async function make(client: Client, options: ScheduleOptions): Promise<boolean> {
  try {
    await client.schedule.create(options);
    return true;
  } catch (error) {
    if (error instanceof ScheduleAlreadyRunning) return false;
    throw error;
  }
}

async function remove(client: Client, id: string): Promise<void> {
  try {
    await client.schedule.getHandle(id).delete();
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
  }
}
