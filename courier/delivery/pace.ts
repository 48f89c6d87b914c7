/** So many messages in any 60 seconds, as whoever receives them counts. */
import { robotLimit } from '../../domain/notice/channel.js';

// and two seconds by which the clocks of several machines may differ
const span = 62_000; // ms

/**
 * The moment from which one more may go, given the latest moments at which the last ones may have arrived. A message that
 * has not been answered yet counts as late as it can arrive: so no stretch of 60 seconds ever sees more.
 */
export function freeAt(slots: readonly Date[], now: number): number {
  const recent = lastOf(slots);
  const [oldest] = recent;
  if (recent.length < robotLimit || !oldest) return now;
  return Math.max(now, oldest.getTime() + span);
}

/** The slots that still count once another is taken. */
export const withSlot = (slots: readonly Date[], at: number): Date[] => lastOf([...slots, new Date(at)]);

const lastOf = (slots: readonly Date[]): Date[] =>
  [...slots].sort((a, b) => a.getTime() - b.getTime()).slice(-robotLimit);
