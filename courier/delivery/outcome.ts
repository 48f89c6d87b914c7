/** What became of a message. */
export type Outcome = { sent: true } | { sent: false; fault: Fault; problem: string; retryAfter?: number };

/**
 * `later`: tried again; `refused`: the other side never takes this one; `moot`: there is nothing to tell any more; `broken`:
 * nothing gets through until somebody mends the address.
 */
export type Fault = 'later' | 'refused' | 'moot' | 'broken';

export const sent: Outcome = { sent: true };

export const failed = (fault: Fault, problem: string, retryAfter?: number): Outcome => ({
  sent: false,
  fault,
  problem,
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

const minute = 60_000; // ms
const longest = 30 * minute;

/** How long to wait after so many failures in a row, milliseconds: half a minute, one, two … half an hour. */
export const backoff = (failures: number): number => Math.min(longest, (minute / 2) * 2 ** Math.min(failures, 10));
