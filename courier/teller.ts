/** Tells complaints' workflows what is queued for them, in order. */
import type { DataSource } from 'typeorm';
import { failSignal, markSent, type QueuedSignal, waitingSignals } from '../database/queries/signals.js';

/** Hands a signal to the engine; resolves when the engine has it. */
export type Tell = (signal: QueuedSignal) => Promise<void>;

const pageSize = 20;

/**
 * Tells one page; answers whether more may be waiting. Whoever dies between telling and marking leaves it to be told
 * again: what is told twice changes nothing, the core sees to that.
 */
export async function drain(dataSource: DataSource, tell: Tell, onFault: (error: unknown) => void): Promise<boolean> {
  return await dataSource.transaction(async (tx) => {
    const waiting = await waitingSignals(tx, pageSize);
    const outcomes = await Promise.allSettled(waiting.map((signal) => tell(signal)));
    await markSent(
      tx,
      waiting.filter((_, i) => outcomes[i]?.status === 'fulfilled').map(({ id }) => id),
    );
    for (const [i, outcome] of outcomes.entries()) {
      const signal = waiting[i];
      if (outcome.status === 'fulfilled' || !signal) continue;
      onFault(outcome.reason);
      await failSignal(tx, signal.id, String(outcome.reason));
    }
    return waiting.length > 0 && outcomes.some(({ status }) => status === 'fulfilled');
  });
}
