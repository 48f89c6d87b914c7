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
import { fastForward } from './fast-forward.js';

interface Where {
  client: Client;
  namespace: string;
  taskQueue: string;
}

// past the moment by so much: the workflow itself stops where it was told to
const margin = 50;

export class EnginePlayer implements Player {
  private handle!: WorkflowHandle;
  /** What the workflow's timers are ahead of this machine's clock, and the storyline ahead of them, milliseconds. */
  private skipped = 0;
  private shift = 0;

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
    await fastForward(client.workflowService, { namespace, workflowId: this.id }, milliseconds);
    this.skipped += milliseconds;
  }
}
