/** A back-test as clients see it. */
import type { Backtest } from '../../database/queries/backtests.js';

export type BacktestView = ReturnType<typeof viewOf>;

export function viewOf({ byUser, byName, rulebookId, startedAt, endedAt, place: _, ...backtest }: Backtest) {
  return {
    ...backtest,
    rulebook: rulebookId,
    by: { id: byUser, name: byName },
    startedAt: startedAt.toISOString(),
    ...(endedAt ? { endedAt: endedAt.toISOString() } : {}),
  };
}
