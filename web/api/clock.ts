/** The server's time: a wrong clock on someone's desk must not make a deadline look missed. */
let ahead = 0;

export const now = (): number => Date.now() + ahead;

/** Learns from an answer's Date header; answers that took long tell little. */
export function learn(date: string | null, sentAt: number): void {
  const received = Date.now();
  if (!date || received - sentAt > 3000) return;
  const said = Date.parse(date);
  if (Number.isNaN(said)) return;
  const skew = said + 500 - (sentAt + received) / 2;
  ahead = Math.abs(skew) > 2000 ? skew : 0;
}
