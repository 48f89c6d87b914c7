/** Whoever works while parts die does not give up. */
import { setTimeout as pause } from 'node:timers/promises';

const patience = 120_000; // ms

/** Tries until it is done; what it does must be the same however often it is done. `isFinal`: trying again is of no use. */
export async function insist<T>(
  what: string,
  work: () => Promise<T>,
  isFinal: (error: unknown) => boolean = () => false,
): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (isFinal(error)) throw error;
      if (Date.now() > until) throw new Error(`${what} could not be done in ${patience / 1000} s`, { cause: error });
      await pause(15);
    }
  }
}
