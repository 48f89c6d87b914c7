/** Has the Schedules fire for simulated time: each is backfilled from where it was to the house's time, as after an outage. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import { scheduleId } from '../../activities/papers/schedules.js';
import { dutyWorkflowId } from '../../workflows/messages-papers.js';
import { insist } from './insist.js';
import type { OwedPaper } from './owed-duties.js';

export class Rounds {
  /** Up to when each Schedule has fired, epoch milliseconds. */
  private readonly fired = new Map<string, number>();

  constructor(
    private readonly client: Client,
    private readonly start: number,
  ) {}

  /** Waits until the house has made every Schedule that is needed. */
  async made(owed: readonly OwedPaper[]): Promise<number> {
    const wanted = [...new Set(owed.map(({ node, duty }) => scheduleId(node, duty)))];
    for (const id of wanted) await insist(`the Schedule ${id}`, () => this.client.schedule.getHandle(id).describe());
    return wanted.length;
  }

  /** Lets a Schedule fire up to a moment, and waits for what it started at the moments that are told. */
  async fire(node: string, duty: string, until: number, at: readonly number[]): Promise<void> {
    const id = scheduleId(node, duty);
    const from = this.fired.get(id) ?? this.start;
    if (until <= from) return;
    const handle = this.client.schedule.getHandle(id);
    // whole seconds; both ends belong to it
    const stretch = { start: new Date(from + 1_000), end: new Date(until) };
    await insist(`backfill of ${id}`, () => handle.backfill([stretch]));
    this.fired.set(id, until);
    for (const moment of at) {
      const round = `round-${id}-${new Date(moment).toISOString().replace('.000Z', 'Z')}`;
      for (const period of (await this.result<string[]>(round)) ?? [])
        await this.result(dutyWorkflowId({ node, duty, period, at: 0 }));
    }
  }

  /** Of a workflow that has been or is about to be started; undefined when it is not. */
  private async result<T>(workflow: string): Promise<T | undefined> {
    const until = Date.now() + 60_000;
    for (;;) {
      try {
        return (await this.client.workflow.getHandle(workflow).result()) as T;
      } catch (error) {
        if (Date.now() > until) {
          if (error instanceof WorkflowNotFoundError) return undefined;
          throw error;
        }
        await pause(20);
      }
    }
  }
}
