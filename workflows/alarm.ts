import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/** One timer for what is due next; set anew only when that moment changes. */
export class Alarm {
  private at: number | undefined;
  private scope: CancellationScope | undefined;
  /** The moment that has come. */
  rang: number | undefined;

  /** Rings at a moment (epoch milliseconds); `undefined` silences it. `now` is the clock that the moment is read on. */
  set(at: number | undefined, now: number): void {
    if (at === this.at) return;
    this.at = at;
    this.scope?.cancel();
    this.scope = undefined;
    if (at === undefined) return;
    const scope = new CancellationScope();
    this.scope = scope;
    void scope
      .run(() => sleep(Math.max(1, at - now)))
      .then(() => {
        this.rang = at;
        this.at = undefined;
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }
}
