import { type Calendar, hoursAt, withYear } from '../calendar/calendar.js';
import type { Stop } from '../calendar/reckon.js';
import { day, type Instant, instant } from '../calendar/zone.js';
import type { Known } from '../rulebook/condition.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { type Complaint, latestPlan } from './state.js';

/** What decisions depend on besides the complaint: all of it comes in as arguments. */
export interface Context {
  rulebook: Rulebook;
  calendar: Calendar;
  now: Instant;
  /** The version that it is to go on under, for `changeRulebook`. */
  offered?: Rulebook;
  /** For `merge`: whoever gives it sees none of the complaints that go on in this one. */
  membersUnseen?: true;
}

/** The pinned calendar with the years that were published since, and what the organisation has changed of its own. */
export function calendarOf(complaint: Complaint, { calendar }: Context): Calendar {
  const { own = calendar.own } = complaint;
  return Object.entries(complaint.calendarYears).reduce(
    (all, [year, published]) => withYear(all, year, published),
    own === calendar.own ? calendar : { ...calendar, own },
  );
}

/** A flat view of a complaint for the rulebook's conditions. */
export function knownOf(complaint: Complaint, context: Context): Known {
  const { channel, receivedBy, tier, category, nature, grade, valid, complex, severity, reached, facts } = complaint;
  return {
    channel,
    receivedBy,
    tier,
    category,
    nature,
    grade,
    valid,
    complex,
    severity,
    reached,
    anonymous: complaint.complainant.anonymous,
    // reckoned only where it is asked for
    get moment() {
      return hoursAt(calendarOf(complaint, context), instant(complaint.arrivedAt));
    },
    safety: facts.safety,
    lawsuit: facts.lawsuit,
    media: facts.media,
    people: complaint.people,
    serious: facts.serious,
    important: facts.important,
    dutyUnclear: facts.dutyUnclear,
    planDays: planDays(complaint),
    disagreed: complaint.disagreed,
    payer: complaint.payer,
    handled: complaint.handledAt !== undefined,
    accused: complaint.accused.length > 0,
  };
}

/** Days from acceptance to the finish that the latest plan names. */
function planDays(complaint: Complaint): number | undefined {
  const plan = latestPlan(complaint);
  const accepted = complaint.marks.Accepted;
  return plan && accepted ? (instant(plan.finishBy) - instant(accepted)) / day : undefined;
}

/** The complaint's suspensions as stops of the clock. */
export function stopsOf(complaint: Complaint): Stop[] {
  return complaint.stops.map(({ from, to, because }) => ({
    from: instant(from),
    ...(to === undefined ? {} : { to: instant(to) }),
    because,
  }));
}
