/** Signals from the queue to the engine. */
import { Problem } from '../api/kernel/problem.js';
import type { Tell } from '../courier/teller.js';
import { type Means, restarting } from './anew.js';

/** Tells workflows; one that is over is taken up again for what its complainant must hear, under the version that it is under. */
export function teller(means: Means): Tell {
  const { engine, restart } = restarting(means);
  return async ({ complaint, signal, data }) => {
    const wanted = signal === 'sameMatterCounted' ? () => Promise.resolve(undefined) : () => restart(complaint);
    await engine.tell(complaint, signal, { data, source: 'matters' }, wanted).catch((error: unknown) => {
      // over, and nothing hangs on it
      if (!(error instanceof Problem && error.code === 'not-found')) throw error;
    });
  };
}
