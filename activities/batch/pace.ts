/** A steady pace: whoever works beside a batch keeps their share of the machine. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Pace {
  /** Begun each second, at most; fewer when they take long. */
  perSecond: number;
  /** Under way at once, at most. */
  abreast: number;
  /** None is begun after so many milliseconds. */
  forAtMost: number;
}

/**
 * Works on items in order, evenly spread. Answers how each went, for the first so many of them; the rest was not begun.
 * `work` does not throw.
 */
export async function steadily<T, R>(items: readonly T[], pace: Pace, work: (item: T) => Promise<R>): Promise<R[]> {
  const begun = Date.now();
  const results: Promise<R>[] = [];
  const underWay = new Set<Promise<R>>();
  for (const [i, item] of items.entries()) {
    const wait = begun + (i * 1_000) / pace.perSecond - Date.now();
    if (wait > 0) await sleep(wait);
    while (underWay.size >= pace.abreast) await Promise.race(underWay);
    if (Date.now() - begun >= pace.forAtMost) break;
    const one = work(item).finally(() => underWay.delete(one));
    underWay.add(one);
    results.push(one);
  }
  return Promise.all(results);
}
