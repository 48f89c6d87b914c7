/** Waiting for a key service that is away. */
import { setTimeout as sleep } from 'node:timers/promises';
import { KeysUnavailable } from './unavailable.js';

export interface Patience {
  /** Milliseconds; Infinity waits until it is back, whatever the reason, or until `ended`. */
  most: number;
  ended?: AbortSignal;
  /** Of each time that it is away. */
  told?: (error: KeysUnavailable) => void;
}

/** Who asks once and no more. */
export const atOnce: Patience = { most: 0 };

const longest = 30_000;

/** Milliseconds before attempt n (from 1) is repeated; `chance` from 0 to 1 spreads those who wait. */
export function pauseAfter(n: number, chance: number): number {
  const pause = Math.min(longest, 100 * 2 ** Math.min(n, 20));
  return Math.round(pause * (0.5 + chance / 2));
}

/** Does the same again while the key service is away. Throws its last KeysUnavailable; what is no such error at once. */
export async function patiently<T>(patience: Patience, work: () => Promise<T>): Promise<T> {
  const { most, ended, told } = patience;
  const until = Date.now() + most;
  for (let n = 1; ; n++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof KeysUnavailable)) throw error;
      told?.(error);
      if (ended?.aborted) throw error;
      // what somebody must mend is waited for only by who waits for ever
      if (!error.passes && most !== Infinity) throw error;
      const pause = pauseAfter(n, Math.random());
      if (Date.now() + pause >= until) throw error;
      await sleep(pause, undefined, ended ? { signal: ended } : {}).catch(() => {
        throw error;
      });
    }
  }
}
