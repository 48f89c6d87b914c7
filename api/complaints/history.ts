/** The workflow's own history, readable: what an auditor compares the journal with. */
import { Injectable } from '@nestjs/common';
import { isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client';
import type { PayloadCodec } from '@temporalio/common';
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

const longestChain = 100;
/** The status NOT_FOUND. */
const notThere = 5;

@Injectable()
export class HistoryReader {
  constructor(
    private readonly options: ApiOptions,
    private readonly engine: ComplaintEngine,
  ) {}

  /** All runs of a complaint's workflow, the first one first. */
  async of(id: string): Promise<HistoryEvent[]> {
    const runs: HistoryEvent[][] = [];
    try {
      let run = await this.engine.patiently(() => this.latestRun(id));
      while (run && runs.length < longestChain) {
        const list = await this.run(id, run);
        runs.unshift(list);
        run = (list[0]?.attributes as { continuedExecutionRunId?: string } | undefined)?.continuedExecutionRunId;
      }
    } catch (error) {
      // what is past its retention is gone; what came after it is not
      if (!(error instanceof WorkflowNotFoundError) && !(isGrpcServiceError(error) && error.code === notThere))
        throw error;
      if (runs.length === 0) throw notFound();
    }
    return runs.flat();
  }

  // asked as it is: what it carries along may be deleted
  private async latestRun(id: string): Promise<string | undefined> {
    const { workflow, options } = this.options.client;
    const asked = { namespace: options.namespace, execution: { workflowId: id } };
    const { workflowExecutionInfo } = await workflow.workflowService.describeWorkflowExecution(asked);
    return workflowExecutionInfo?.execution?.runId ?? undefined;
  }

  private async run(id: string, run: string): Promise<HistoryEvent[]> {
    const handle = this.options.client.workflow.getHandle(id, run);
    const { events } = await this.engine.patiently(() => handle.fetchHistory());
    const { payloadCodecs } = this.options.client.options.loadedDataConverter;
    const told = (events ?? []) as unknown as Record<string, unknown>[];
    return Promise.all(told.map((event) => readable(event, run, payloadCodecs)));
  }
}

async function readable(event: Record<string, unknown>, run: string, codecs: PayloadCodec[]): Promise<HistoryEvent> {
  const [key = '', attributes] =
    Object.entries(event).find(([name, value]) => name.endsWith('EventAttributes') && value) ?? [];
  const kind = key.replace(/EventAttributes$/, '');
  return {
    run,
    id: Number(event.eventId),
    at: timeOf(event.eventTime) ?? '',
    type: kind.charAt(0).toUpperCase() + kind.slice(1),
    attributes: await decoded(attributes, codecs),
  };
}

function timeOf(value: unknown): string | undefined {
  const { seconds, nanos } = (value ?? {}) as { seconds?: unknown; nanos?: number };
  if (seconds === undefined || seconds === null) return undefined;
  return new Date(Number(seconds) * 1_000 + Math.floor((nanos ?? 0) / 1e6)).toISOString();
}
