/** What is stuck in the engine, and the ways out of it. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decodeOptionalFailureToOptionalError } from '@temporalio/common/lib/internal-non-workflow/index.js';
import { isGone, momentOf } from '../../engine/answers.js';
import { ComplaintEngine } from '../engine/complaint-engine.js';
import { notFound } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { type FaultKind, faultIn } from './fault.js';

export interface StuckWorkflow {
  id: string;
  type: string;
  /** ISO 8601. */
  since: string;
  failures: number;
  fault: FaultKind;
}

/** A place in a workflow's history to go back to: after it everything is decided anew. */
export interface Point {
  event: number;
  at: string;
}

export interface StuckSchedule {
  id: string;
  note: string;
}

const most = 100;
/** RESET_REAPPLY_EXCLUDE_TYPE_SIGNAL */
const signals = 1;

@Injectable()
export class EngineWatch {
  constructor(
    private readonly options: ApiOptions,
    private readonly engine: ComplaintEngine,
  ) {}

  /** Those whose code fails again and again: the engine marks them after a few times. */
  async workflows(): Promise<StuckWorkflow[]> {
    const { workflow } = this.options.client;
    const query = `ExecutionStatus = 'Running' AND TemporalReportedProblems IN ('category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut')`;
    return this.engine.patiently(async () => {
      const found: StuckWorkflow[] = [];
      for await (const { workflowId, type } of workflow.list({ query, pageSize: most })) {
        found.push({ id: workflowId, type, ...(await this.failure(workflowId)) });
        if (found.length === most) break;
      }
      return found;
    });
  }

  /** Schedules that stand still. */
  async schedules(): Promise<StuckSchedule[]> {
    return this.engine.patiently(async () => {
      const found: StuckSchedule[] = [];
      for await (const { scheduleId, state } of this.options.client.schedule.list()) {
        if (state.paused) found.push({ id: scheduleId, note: state.note ?? '' });
        if (found.length === most) break;
      }
      return found;
    });
  }

  /** Sets a schedule going again. */
  async resume(id: string): Promise<void> {
    await this.engine.patiently(() => this.options.client.schedule.getHandle(id).unpause());
  }

  /** Where a workflow can be taken back to, the latest first. */
  async points(id: string): Promise<Point[]> {
    const events = await this.history(id);
    return events
      .filter(({ workflowTaskCompletedEventAttributes }) => workflowTaskCompletedEventAttributes)
      .map(({ eventId, eventTime }) => ({ event: Number(eventId), at: momentOf(eventTime) }))
      .reverse()
      .slice(0, most);
  }

  /** Takes a workflow back to a point; what came to it since is done again, its signals only if they are wanted. Answers the new run. */
  async reset(id: string, event: number, because: string, withoutSignals = false): Promise<string> {
    const { workflowService, options } = this.options.client;
    const { runId } = await this.engine.patiently(() =>
      workflowService.resetWorkflowExecution({
        namespace: options.namespace,
        workflowExecution: { workflowId: id },
        reason: because,
        workflowTaskFinishEventId: event as never,
        requestId: randomUUID(),
        resetReapplyExcludeTypes: withoutSignals ? [signals] : [],
      }),
    );
    return runId;
  }

  private async failure(id: string): Promise<Pick<StuckWorkflow, 'since' | 'failures' | 'fault'>> {
    const { workflow, options, workflowService } = this.options.client;
    const { pendingWorkflowTask } = await workflowService.describeWorkflowExecution({
      namespace: options.namespace,
      execution: { workflowId: id },
    });
    const failed = (await workflow.getHandle(id).fetchHistory()).events?.findLast(
      ({ workflowTaskFailedEventAttributes }) => workflowTaskFailedEventAttributes,
    );
    const { failure } = failed?.workflowTaskFailedEventAttributes ?? {};
    const error = await decodeOptionalFailureToOptionalError(options.loadedDataConverter, failure);
    return {
      since: momentOf(failed?.eventTime ?? pendingWorkflowTask?.originalScheduledTime),
      failures: pendingWorkflowTask?.attempt ?? 1,
      fault: error ? faultIn(`${error.name}: ${error.message}`) : 'silent',
    };
  }

  private async history(id: string) {
    try {
      return (
        (await this.engine.patiently(() => this.options.client.workflow.getHandle(id).fetchHistory())).events ?? []
      );
    } catch (error) {
      if (isGone(error)) throw notFound();
      throw error;
    }
  }
}
