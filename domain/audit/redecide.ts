/** Decides a complaint anew from what was asked of it: the events must come out as they were. */
import { instant } from '../calendar/zone.js';
import type { Calendar } from '../calendar/calendar.js';
import type { Actor } from '../complaint/actor.js';
import { contextAfter } from '../complaint/another-version.js';
import type { Context } from '../complaint/context.js';
import { type Given, handle } from '../complaint/decide.js';
import { elapse } from '../complaint/elapse.js';
import type { ComplaintEvent } from '../complaint/events.js';
import { file, type Intake } from '../complaint/file.js';
import type { Recorded } from '../complaint/record.js';
import { isRefusal } from '../complaint/refusal.js';
import { type SignalData, type SignalName, tell } from '../complaint/signals.js';
import type { Complaint } from '../complaint/state.js';
import type { Rulebook } from '../rulebook/rulebook.js';

/** How a complaint's workflow began. */
export interface Beginning {
  intake: Intake;
  actor: Actor;
  recordedAt: number;
  rulebook: Rulebook;
  calendar: Calendar;
  snapshot?: Complaint;
}

/** What then came to it, and when (epoch milliseconds). */
export type Happening = { at: number } & (
  { given: Given } | { told: { signal: SignalName; data: SignalData[SignalName]; source?: string } } | { woke: true }
);

/** All events that come of it. Throws when a command that was accepted then would be refused now. */
export function redecide(beginning: Beginning, happenings: Happening[]): ComplaintEvent[] {
  return redecided(beginning, happenings).events;
}

/** The same with the complaint as it stands then, and the rules that it is under by now. */
export function redecided(
  { intake, actor, recordedAt, rulebook, calendar, snapshot }: Beginning,
  happenings: Happening[],
): Recorded & { context: Context } {
  const begun: Recorded = snapshot
    ? { complaint: snapshot, events: [] }
    : file(intake, actor, { rulebook, calendar, now: recordedAt });
  let context: Context = { rulebook, calendar, now: recordedAt };
  const recorded = happenings.reduce<Recorded>((before, happening) => {
    const now = Math.max(happening.at, instant(before.complaint.updatedAt));
    const { complaint, events } = happen(before.complaint, happening, { ...context, now });
    context = contextAfter(events, 'given' in happening ? happening.given.rulebook : undefined, context);
    return { complaint, events: [...before.events, ...events] };
  }, begun);
  return { ...recorded, context };
}

function happen(complaint: Complaint, happening: Happening, context: Context): Recorded {
  if ('woke' in happening) return elapse(complaint, context);
  if ('told' in happening)
    return tell(complaint, happening.told.signal, happening.told.data, context, happening.told.source);
  const answer = handle(complaint, happening.given, context);
  if (isRefusal(answer))
    throw new Error(`"${happening.given.command}" was accepted and is now refused: ${answer.refused}`);
  return answer;
}
