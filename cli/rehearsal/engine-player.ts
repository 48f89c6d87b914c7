/** The real engine as a stage: one workflow whose time is skipped from moment to moment. */
import type { Client, WorkflowHandle } from '@temporalio/client';
import { WorkflowUpdateFailedError, WorkflowUpdateStage } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Calendar } from '../../domain/calendar/calendar.js';
import { instant } from '../../domain/calendar/zone.js';
import type { Given } from '../../domain/complaint/decide.js';
import type { Refusal } from '../../domain/complaint/refusal.js';
import type { SignalData, SignalName } from '../../domain/complaint/signals.js';
import type { Picture } from '../../domain/rehearsal/expect.js';
import type { Player } from '../../domain/rehearsal/perform.js';
import { filerOf, intakeOf, type Storyline } from '../../domain/rehearsal/storyline.js';
import type { Rulebook } from '../../domain/rulebook/rulebook.js';
import { complaintWorkflow, type ComplaintInput, passTo, queries, refusalType } from '../../workflows/messages.js';

interface Where {
  client: Client;
  namespace: string;
  taskQueue: string;
}

const second = 1000;
// past the moment by so much: the workflow itself stops where it was told to
const margin = 50;

export class EnginePlayer implements Player {
  private handle!: WorkflowHandle;
  /** What the workflow's timers are ahead of this machine's clock, and the storyline ahead of them, milliseconds. */
  private skipped = 0;
  private shift = 0;
  private forwards = 0;

  constructor(
    private readonly where: Where,
    private readonly id: string,
    private readonly rulebook: Rulebook,
    private readonly calendar: Calendar,
  ) {}

  async receive(storyline: Storyline): Promise<void> {
    const { client, taskQueue } = this.where;
    const recordedAt = instant(storyline.receive.at);
    const input: ComplaintInput = {
      intake: intakeOf(storyline, 'rehearsal'),
      actor: filerOf(storyline),
      recordedAt,
      rulebook: this.rulebook,
      calendar: this.calendar,
      rehearsal: true,
    };
    this.handle = await client.workflow.start(complaintWorkflow, { workflowId: this.id, taskQueue, args: [input] });
    const { startTime } = await this.handle.describe();
    this.shift = recordedAt - startTime.getTime();
  }

  async passTo(at: string): Promise<void> {
    const passing = await this.handle.startUpdate<void, [string]>(passTo, {
      args: [at],
      waitForStage: WorkflowUpdateStage.ACCEPTED,
    });
    const ahead = instant(at) - this.shift - (Date.now() + this.skipped) + margin;
    if (ahead > 0) await this.forward(ahead);
    await passing.result();
  }

  async give(at: string, { command, input, person }: Given): Promise<Refusal | undefined> {
    try {
      await this.handle.executeUpdate(command, { args: [{ input, person, at }] });
      return undefined;
    } catch (error) {
      const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
      if (!(cause instanceof ApplicationFailure) || cause.type !== refusalType) throw error;
      return cause.details?.[0] as Refusal;
    }
  }

  async tell<N extends SignalName>(at: string, signal: N, data: SignalData[N], source?: string): Promise<void> {
    await this.handle.signal(signal, { data, at, ...(source ? { source } : {}) });
  }

  async picture(): Promise<Picture> {
    return {
      complaint: await this.handle.query(queries.complaint),
      events: await this.handle.query(queries.events),
      deadlines: await this.handle.query(queries.deadlines),
    };
  }

  /** The rehearsal is over; its workflow waits for nothing any more. */
  async end(): Promise<void> {
    await this.handle.terminate('rehearsal over').catch(() => undefined);
  }

  /** Lets this one workflow's time run ahead; its timers fire in order on the way. */
  private async forward(milliseconds: number): Promise<void> {
    const { namespace, client } = this.where;
    const service = client.connection.workflowService;
    const workflowExecution = { workflowId: this.id };
    const fastForwardId = `forward-${++this.forwards}`;
    const duration = { seconds: Math.floor(milliseconds / second), nanos: Math.round(milliseconds % second) * 1e6 };
    await service.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution,
      workflowExecutionOptions: {
        timeSkippingConfig: { enabled: true, fastForwardConfig: { id: fastForwardId, duration: duration as never } },
      },
      updateMask: { paths: ['time_skipping_config'] },
    });
    for (;;) {
      const { fastForwardPollingResult: result, failedReason } = await service.pollWorkflowExecutionTimeSkipping({
        namespace,
        workflowExecution,
        fastForwardId,
      });
      if (result === 2) break; // 1 is a poll that timed out: ask again
      if (result === 3) throw new Error(`time could not be skipped: ${failedReason}`);
    }
    this.skipped += milliseconds;
  }
}
