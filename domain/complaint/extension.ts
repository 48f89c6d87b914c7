import { isNatural } from '../calendar/budget.js';
import { reckon } from '../calendar/reckon.js';
import { instant, moment } from '../calendar/zone.js';
import type { Clause } from '../rulebook/rulebook.js';
import { clockDefinition } from './clocks.js';
import { calendarOf, type Context, stopsOf } from './context.js';
import { reckonClock } from './deadlines.js';
import { refuse, type Refusal } from './refusal.js';
import type { ClockState, Complaint } from './state.js';

/** A clock whose period may be extended: one that is open and in which we must act. */
export function extendable(complaint: Complaint, name: string, clauses: Clause[]): ClockState | Refusal {
  const clock = complaint.clocks[name];
  const definition = clockDefinition(name);
  if (clock?.state === 'open' && definition && !definition.age) return clock;
  if (clock?.state === 'missed' && definition && !definition.age)
    return refuse('too-late', clock.clauses, `The period "${name}" is over.`, { clock: name });
  return refuse('unknown-clock', clauses, `No open period "${name}" that could be extended.`, { clock: name });
}

/** The extension that was asked for. */
export function askedFor(
  complaint: Complaint,
  clock: string,
  clauses: Clause[],
): Complaint['extensions'][string] | Refusal {
  return (
    complaint.extensions[clock] ??
    refuse('unknown-clock', clauses, `No extension of "${clock}" was asked for.`, { clock })
  );
}

/** Refuses a date beyond what the rulebook lets a period be extended by: counted from where it ends without any extension. */
export function beyondLimit(complaint: Complaint, name: string, until: string, context: Context): Refusal | undefined {
  const clock = complaint.clocks[name];
  const rule = context.rulebook.clocks[name]?.[clock?.rule ?? -1];
  if (!clock || !rule?.extension) return undefined;
  const { most, clauses } = rule.extension;
  const { extendedTo: _, ...unextended } = clock;
  const own = { ...complaint, clocks: { ...complaint.clocks, [name]: unextended } };
  const ends = reckonClock(name, own, context, { rule, startedAt: clock.startedAt }).due;
  if (ends === undefined) return undefined;
  // a period that ends at 24:00 ends on that day, not on the next
  const start = isNatural(most) ? ends : ends - 1;
  const calendar = calendarOf(complaint, context);
  const stops = clockDefinition(name)?.suspendable ? stopsOf(complaint) : [];
  const latest = reckon({ start, budget: most, calendar, stops, age: rule.rolls === false }).due;
  if (latest === undefined || instant(until) <= latest) return undefined;
  const last = moment(latest, calendar.zone);
  return refuse('too-late', clauses, `It may be extended to ${last} at most.`, { clock: name, until: last });
}
