/** The workflow's own history, readable: what an auditor compares the journal with. */
import { Injectable } from '@nestjs/common';
import type { LoadedDataConverter } from '@temporalio/common';
import { type EngineTime, momentOf } from '../../engine/answers.js';
import { runsOf } from '../../proof/runs.js';
import { ComplaintEngine } from '../engine/complaint-engine.js';
import { notFound } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { decoded } from './payloads.js';

export interface HistoryEvent {
  /** Id of the run: a long history goes on in a new one. */
  run: string;
  id: number;
  at: string;
  /** `WorkflowExecutionStarted`, `TimerFired` … */
  type: string;
  attributes: unknown;
}

@Injectable()
export class HistoryReader {
  constructor(
    private readonly options: ApiOptions,
    private readonly engine: ComplaintEngine,
  ) {}

  /** All runs of a complaint's workflow, the first one first. */
  async of(id: string): Promise<HistoryEvent[]> {
    const { client } = this.options;
    const runs = await runsOf(client, id, (call) => this.engine.patiently(call));
    if (runs.length === 0) throw notFound();
    const told = runs.flatMap(({ id: run, history }) =>
      (history.events ?? []).map((event) => ({ run, event: event as unknown as Record<string, unknown> })),
    );
    return Promise.all(told.map(({ run, event }) => readable(event, run, client.options.loadedDataConverter)));
  }
}

async function readable(
  event: Record<string, unknown>,
  run: string,
  converter: LoadedDataConverter,
): Promise<HistoryEvent> {
  const [key = '', attributes] =
    Object.entries(event).find(([name, value]) => name.endsWith('EventAttributes') && value) ?? [];
  const kind = key.replace(/EventAttributes$/, '');
  return {
    run,
    id: Number(event.eventId),
    at: momentOf(event.eventTime as EngineTime),
    type: kind.charAt(0).toUpperCase() + kind.slice(1),
    attributes: await decoded(attributes, converter),
  };
}
