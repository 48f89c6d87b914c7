/** The workflow's own history, readable: what an auditor compares the journal with. */
import { Injectable } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/client';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { ComplaintEngine } from '../engine/complaint-engine.js';
import { notFound } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';

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

@Injectable()
export class HistoryReader {
  constructor(
    private readonly options: ApiOptions,
    private readonly engine: ComplaintEngine,
  ) {}

  /** All runs of a complaint's workflow, the first one first. */
  async of(id: string): Promise<HistoryEvent[]> {
    const runs: HistoryEvent[][] = [];
    const { workflow } = this.options.client;
    try {
      let run: string | undefined = (await this.engine.patiently(() => workflow.getHandle(id).describe())).runId;
      while (run && runs.length < longestChain) {
        const list = await this.run(id, run);
        runs.unshift(list);
        run = (list[0]?.attributes as { continuedExecutionRunId?: string } | undefined)?.continuedExecutionRunId;
      }
    } catch (error) {
      // what is past its retention is gone; what came after it is not
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      if (runs.length === 0) throw notFound();
    }
    return runs.flat();
  }

  private async run(id: string, run: string): Promise<HistoryEvent[]> {
    const handle = this.options.client.workflow.getHandle(id, run);
    const { events } = await this.engine.patiently(() => handle.fetchHistory());
    return (events ?? []).map((event) => readable(event as unknown as Record<string, unknown>, run));
  }
}

function readable(event: Record<string, unknown>, run: string): HistoryEvent {
  const [key = '', attributes] =
    Object.entries(event).find(([name, value]) => name.endsWith('EventAttributes') && value) ?? [];
  const kind = key.replace(/EventAttributes$/, '');
  return {
    run,
    id: Number(event.eventId),
    at: timeOf(event.eventTime) ?? '',
    type: kind.charAt(0).toUpperCase() + kind.slice(1),
    attributes: decoded(attributes),
  };
}

function timeOf(value: unknown): string | undefined {
  const { seconds, nanos } = (value ?? {}) as { seconds?: unknown; nanos?: number };
  if (seconds === undefined || seconds === null) return undefined;
  return new Date(Number(seconds) * 1_000 + Math.floor((nanos ?? 0) / 1e6)).toISOString();
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Payloads as what they carry, numbers and times as such, and nothing that is empty. */
function decoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decoded);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (!isRecord(value)) return value;
  if (isRecord(value.metadata) && value.data instanceof Uint8Array) return carried(value);
  if ('low' in value && 'high' in value && 'unsigned' in value) return Number(value);
  const time =
    'seconds' in value && 'nanos' in value ? Number(value.seconds) + Number(value.nanos ?? 0) / 1e9 : undefined;
  if (time !== undefined) return time;
  const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined && field !== '');
  const shown = fields.map(([name, field]) => [name, decoded(field)] as const);
  return Object.fromEntries(shown.filter(([, field]) => !(Array.isArray(field) && field.length === 0)));
}

function carried(payload: Payload): unknown {
  try {
    return defaultPayloadConverter.fromPayload(payload);
  } catch {
    return Buffer.from(payload.data ?? []).toString('base64');
  }
}
