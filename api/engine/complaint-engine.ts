/** What the API asks of the complaints' workflows. */
import { Injectable } from '@nestjs/common';
import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  type WorkflowHandle,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import type { SignalName } from '../../domain/complaint/signals.js';
import type { Refusal } from '../../domain/complaint/refusal.js';
import {
  type CommandAnswer,
  type CommandMessage,
  type ComplaintInput,
  complaintWorkflow,
  refusalType,
  type SignalMessage,
} from '../../workflows/messages.js';
import { isGone } from '../../engine/answers.js';
import { notFound, problemOf } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { patiently } from './patience.js';

/** Kept with the workflow, for a filing that is repeated. */
export interface FilingMemo {
  requestHash: string;
  answer: CommandAnswer;
}

@Injectable()
export class ComplaintEngine {
  constructor(private readonly options: ApiOptions) {}

  /** Starts a complaint's workflow; false when there is one of this id, running or ended. */
  async start(input: ComplaintInput, memo: FilingMemo): Promise<boolean> {
    try {
      await this.patiently(() =>
        this.options.client.workflow.start(complaintWorkflow, {
          workflowId: input.intake.id,
          taskQueue: this.options.taskQueue,
          args: [input],
          memo: { ...memo },
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
      throw error;
    }
  }

  /** What was kept when the complaint was filed. */
  async memo(id: string): Promise<FilingMemo | undefined> {
    const { memo } = await this.patiently(() => this.handle(id).describe());
    return memo as FilingMemo | undefined;
  }

  /** What the workflow of a complaint was started with: its rulebook and calendar are pinned there. */
  async pinned(id: string): Promise<ComplaintInput | undefined> {
    const { client } = this.options;
    try {
      const { history } = await this.patiently(() =>
        client.workflowService.getWorkflowExecutionHistory({
          namespace: client.options.namespace,
          execution: { workflowId: id },
          maximumPageSize: 1,
        }),
      );
      const payload = history?.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
      if (!payload) return undefined;
      const [input] = await decodeArrayFromPayloads(client.options.loadedDataConverter, [payload]);
      return input as ComplaintInput;
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  }

  /** Gives a command; the same update id has the same answer. Throws the refusal as a problem. */
  async give(
    { id, command, updateId }: { id: string; command: string; updateId: string },
    message: CommandMessage,
    restart: () => Promise<ComplaintInput | undefined>,
  ): Promise<CommandAnswer> {
    const update = { args: [message] as [CommandMessage], updateId };
    try {
      return await this.patiently(() =>
        this.handle(id).executeUpdate<CommandAnswer, [CommandMessage]>(command, update),
      );
    } catch (error) {
      if (!isGone(error)) throw heard(error);
    }
    // it has ended: unless this very command was its last, it is taken up again
    try {
      return await this.patiently(() => this.handle(id).getUpdateHandle<CommandAnswer>(updateId).result());
    } catch (error) {
      if (error instanceof WorkflowUpdateFailedError) throw heard(error);
      if (!isGone(error)) throw error;
    }
    const input = await restart();
    if (!input) throw notFound();
    try {
      return await this.patiently(async () =>
        this.options.client.workflow.executeUpdateWithStart<
          (input: ComplaintInput) => Promise<CommandAnswer>,
          CommandAnswer,
          [CommandMessage]
        >(command, { ...update, startWorkflowOperation: await this.anew(input) }),
      );
    } catch (error) {
      throw heard(error);
    }
  }

  /** Tells what the outside world tells; it is never refused. */
  async tell(
    id: string,
    signal: SignalName,
    message: SignalMessage,
    restart: () => Promise<ComplaintInput | undefined>,
  ): Promise<void> {
    try {
      return await this.patiently(() => this.handle(id).signal(signal, message));
    } catch (error) {
      if (!isGone(error)) throw error;
    }
    const input = await restart();
    if (!input) throw notFound();
    const { memo } = await this.describeEnded(id);
    await this.patiently(() =>
      this.options.client.workflow.signalWithStart(complaintWorkflow, {
        ...this.startOptions(input, memo),
        signal,
        signalArgs: [message],
      }),
    );
  }

  handle(id: string): WorkflowHandle {
    return this.options.client.workflow.getHandle(id);
  }

  patiently<T>(call: () => Promise<T>): Promise<T> {
    return patiently(this.options.client, this.options.patience ?? 6_000, call);
  }

  /** How the workflow of a complaint that has ended is begun again, for a command to be given with it: each time anew. */
  async anew(input: ComplaintInput) {
    const { memo } = await this.describeEnded(input.intake.id);
    return new WithStartWorkflowOperation<(input: ComplaintInput) => Promise<CommandAnswer>>(complaintWorkflow, {
      ...this.startOptions(input, memo),
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
  }

  private startOptions(input: ComplaintInput, memo: Record<string, unknown> | undefined) {
    return {
      workflowId: input.intake.id,
      taskQueue: this.options.taskQueue,
      args: [input] as [ComplaintInput],
      ...(memo ? { memo } : {}),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
    };
  }

  private async describeEnded(id: string): Promise<{ memo?: Record<string, unknown> }> {
    try {
      return await this.patiently(() => this.handle(id).describe());
    } catch (error) {
      if (isGone(error)) return {};
      throw error;
    }
  }
}

function heard(error: unknown): unknown {
  if (!(error instanceof WorkflowUpdateFailedError)) return error;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || cause.type !== refusalType) return error;
  return problemOf(cause.details?.[0] as Refusal);
}
