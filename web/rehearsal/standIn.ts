import type { Complaint, Rulebook } from '../api/shapes.js';

/** In a rehearsal nobody knows yet where the complaint will stand: every clock and every rung may be named. */
export function standIn(book: Rulebook): Complaint {
  const clocks = Object.keys(book.clocks ?? {});
  const stood = {
    zone: book.zone,
    accused: [],
    plans: [],
    replyDrafts: [],
    severity: 'major',
    handledBy: 'project',
    extensions: Object.fromEntries(clocks.map((clock) => [clock, {}])),
    deadlines: clocks.map((clock) => ({ clock, state: 'open' })),
  };
  return stood as unknown as Complaint;
}
