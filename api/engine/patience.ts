/** Calls to the engine: repeated while it is away for a moment, given up politely when it stays away. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { chain } from '../kernel/faults.js';
import { engineUnavailable } from '../kernel/problem.js';

// gRPC codes
const cancelled = 1;
const unknown = 2;
const deadlineExceeded = 4;
const exhausted = 8;
const failedPrecondition = 9; // a workflow that was just ending when the command came
const aborted = 10;
const internal = 13;
const unavailable = 14;
const passing = new Set([
  cancelled,
  unknown,
  deadlineExceeded,
  exhausted,
  failedPrecondition,
  aborted,
  internal,
  unavailable,
]);

/**
 * Does the same call again with growing pauses, at most so many milliseconds; the call must be one that may be
 * repeated. Then throws `engine-unavailable`. Other faults pass through at once.
 */
export async function patiently<T>(client: Client, patience: number, call: () => Promise<T>): Promise<T> {
  const until = Date.now() + patience;
  for (let pause = 50; ; pause = Math.min(pause * 2, 1_000)) {
    try {
      return await client.withDeadline(until, call);
    } catch (error) {
      if (!isPassing(error)) throw error;
      if (Date.now() + pause >= until) throw engineUnavailable();
      await sleep(pause);
    }
  }
}

function isPassing(error: unknown): boolean {
  if ((error as Error | undefined)?.name === 'WorkflowUpdateRPCTimeoutOrCancelledError') return true;
  const code = chain(error).find((one) => typeof one.code === 'number')?.code;
  return passing.has(code as number);
}
