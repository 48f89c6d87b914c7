import { type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { inPlainWords, messageOf, PlainError, say } from '../plain.js';
import { tail } from './files.js';
import { terminate } from './identity.js';
import { type Launch, launchProcess } from './launch.js';

/** One process that is kept running. */
export interface PartPlan {
  name: string;
  logFile: string;
  launch(): Launch | Promise<Launch>;
  /** Throws until the part serves. Parts with a channel say themselves that they are ready. */
  healthy?(): Promise<void>;
  stopSignal?: NodeJS.Signals;
  /** How long it may take to serve, and to stop. */
  patience?: number;
  grace?: number;
  /** Started again when it dies; otherwise only told. */
  restart?: boolean;
  /** Called with the process's id whenever there is a new one. */
  onPid?(pid: number): Promise<void>;
  /** Asked for a better explanation when it dies. */
  explain?(): Promise<string | undefined>;
}

const steady = 30_000;

/** A running process that comes back when it dies, until it is stopped. */
export class Part {
  private child?: ChildProcess;
  private stopping = false;
  private deaths = 0;
  private restarting?: Promise<void>;

  constructor(private readonly plan: PartPlan) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts the part and waits until it serves; a few early deaths are forgiven. */
  async start(): Promise<void> {
    for (let attempt = 1; !this.stopping; attempt += 1) {
      try {
        await this.once();
        return;
      } catch (error) {
        await this.kill();
        if (attempt === 4 || error instanceof TooLong) throw await this.failure(error);
        await sleep(attempt * 500);
      }
    }
  }

  /** Stops it for good: politely first, by force when it does not listen. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.kill();
    await this.restarting?.catch(() => undefined);
    await this.kill();
  }

  private async once(): Promise<void> {
    const child = launchProcess(await this.plan.launch(), this.plan.logFile);
    this.child = child;
    const ended = new Promise<never>((_, reject) => {
      child.once('error', (error) => reject(new Error(`it cannot be run: ${error.message}`)));
      child.once('exit', (code, signal) => reject(new Error(`it ended at once (${signal ?? `code ${code}`})`)));
    });
    ended.catch(() => undefined);
    if (child.pid) await this.plan.onPid?.(child.pid);
    const ready = new Promise<void>((resolve) => child.on('message', (message) => message === 'ready' && resolve()));
    await Promise.race([this.plan.healthy ? this.untilHealthy(child) : ready, ended, this.tooLong()]);
    const since = Date.now();
    child.once('exit', (code, signal) => this.died(child, signal ?? `code ${code}`, Date.now() - since));
    // it may have died between the last look and the listener
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('it ended at once');
  }

  private async untilHealthy(child: ChildProcess): Promise<void> {
    while (child.exitCode === null && child.signalCode === null) {
      try {
        await this.plan.healthy?.();
        return;
      } catch {
        await sleep(100);
      }
    }
  }

  private async tooLong(): Promise<never> {
    await sleep(this.plan.patience ?? 60_000, undefined, { ref: false });
    throw new TooLong('it does not answer');
  }

  private died(child: ChildProcess, how: string, lived: number): void {
    if (this.stopping || this.child !== child) return;
    if (lived > steady) this.deaths = 0;
    this.restarting = this.comeBack(how);
  }

  private async comeBack(how: string): Promise<void> {
    const why = await this.plan.explain?.().catch(() => undefined);
    say(`${this.plan.name} ended (${how}).${why ? ` ${why}` : ''}${this.plan.restart ? ' Starting it again.' : ''}`);
    let told = '';
    while (this.plan.restart && !this.stopping) {
      this.deaths += 1;
      await sleep(Math.min(200 * 2 ** (this.deaths - 1), 10_000));
      if (this.stopping) return;
      try {
        await this.once();
        say(`${this.plan.name} is back.`);
        return;
      } catch (error) {
        await this.kill();
        const reason = messageOf(inPlainWords(error)).replace(/\.$/, '');
        if (!this.stopping && reason !== told) say(`${this.plan.name} does not come back yet: ${reason}.`);
        told = reason;
      }
    }
  }

  private async kill(): Promise<void> {
    const child = this.child;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const exit = new Promise((resolve) => child.once('exit', resolve));
    await terminate(child.pid, this.plan.stopSignal, this.plan.grace);
    await Promise.race([exit, sleep(1_000, undefined, { ref: false })]);
  }

  private async failure(error: unknown): Promise<Error> {
    const why = await this.plan.explain?.().catch(() => undefined);
    const last = await tail(this.plan.logFile);
    return new PlainError(
      `${this.plan.name} could not be started: ${why ?? messageOf(error)}\n${last ? `Its last words (${this.plan.logFile}):\n${last}` : ''}`,
    );
  }
}

class TooLong extends Error {}
