/** A complaint that goes on under another version of its rulebook. */
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Context } from './context.js';
import type { ComplaintEvent, Draft } from './events.js';

/** The context in which a complaint goes on after these events: under what was offered, if it was moved to it. */
export function contextAfter(
  events: readonly (ComplaintEvent | Draft)[],
  offered: Rulebook | undefined,
  context: Context,
): Context {
  const moved = events.some((event) => event.type === 'RulebookChanged' && event.version === offered?.version);
  if (!moved || !offered) return context;
  // the calendar stays pinned; business hours are the rulebook's
  return { ...context, rulebook: offered, calendar: { ...context.calendar, ...offered.hours } };
}
