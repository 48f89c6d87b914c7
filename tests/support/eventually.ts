import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is as wanted; after so many milliseconds it throws, with the last one. */
export async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean, within = 60_000): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > end) throw new Error(`after ${within} ms still ${JSON.stringify(answer)}`);
    await sleep(100);
  }
}

/** Asks again and again until there is an answer. */
export async function eventually<T>(ask: () => Promise<T | undefined>, within = 60_000): Promise<T> {
  return (await until(ask, (answer) => answer !== undefined, within)) as T;
}
