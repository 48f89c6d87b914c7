/** Which of the notices that wait go in one message. */
import { robotLimit } from '../../domain/notice/channel.js';
import type { Way } from '../../domain/notice/notice.js';

interface Waiting {
  key: string;
  way: Way;
  urgent: boolean;
  digest: boolean;
}

/** How many are looked at. */
export const lookahead = 200;
const most = 20;

/**
 * The first message out of what waits at one address, in order. A mail of the day takes all of the day. A robot with more
 * to say than it may say in a minute folds what is not urgent; what is urgent always goes by itself.
 */
export function bundleOf<N extends Waiting>(waiting: readonly N[]): { key: string; notices: N[] } | undefined {
  const [first] = waiting;
  if (!first) return undefined;
  const notices = together(first, waiting);
  return { key: notices.length > 1 ? `digest-${first.key}` : first.key, notices };
}

function together<N extends Waiting>(first: N, waiting: readonly N[]): N[] {
  if (first.urgent) return [first];
  if (first.way === 'email') return first.digest ? waiting.filter(({ digest }) => digest) : [first];
  if (first.way !== 'robot' || waiting.length <= robotLimit) return [first];
  const end = waiting.findIndex(({ urgent }) => urgent);
  return waiting.slice(0, Math.min(most, end < 0 ? waiting.length : end));
}
