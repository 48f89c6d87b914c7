/** Tells the read side what happened, in sequence: quickly as a rule, and for as long as it takes when the database is away. */
import { condition, proxyActivities, proxyLocalActivities, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/index.js';
import type { Desk } from './desk.js';

// two tries within the workflow task; then a retrying activity takes over
const { project: quickly } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '2s',
  scheduleToCloseTimeout: '4s',
  retry: { initialInterval: '100ms', maximumAttempts: 2 },
});
const { project: untilDone } = proxyActivities<Activities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', backoffCoefficient: 1.5, maximumInterval: '10s' },
});

export class Projector {
  private projected: number;
  private running = false;

  constructor(private readonly desk: Desk) {
    // what an earlier run told is told
    this.projected = desk.complaint.seq - desk.unprojected.length;
  }

  /** Starts projecting what has not been; one projection runs at a time. */
  kick(): void {
    if (this.running || this.desk.unprojected.length === 0) return;
    this.running = true;
    void this.drain().finally(() => {
      this.running = false;
    });
  }

  /** Resolves when an event has reached the read side. */
  async reached(seq: number): Promise<void> {
    this.kick();
    await condition(() => this.projected >= seq);
  }

  get isIdle(): boolean {
    return !this.running && this.desk.unprojected.length === 0;
  }

  private async drain(): Promise<void> {
    while (this.desk.unprojected.length > 0) {
      const events = this.desk.unprojected;
      this.desk.unprojected = [];
      const projection = { complaint: this.desk.complaint, events, deadlines: this.desk.deadlines() };
      const { runStartTime, historyLength } = workflowInfo();
      try {
        await quickly({ ...projection, fence: [runStartTime.getTime(), historyLength, Date.now()] });
      } catch {
        // once it is scheduled the engine knows what was decided: no account of it is later
        await untilDone({ ...projection, fence: [runStartTime.getTime(), historyLength, Number.MAX_SAFE_INTEGER] });
      }
      this.projected = events.at(-1)?.seq ?? this.projected;
    }
  }
}
