import { command } from '../command.js';
import { dateOf, endOf, instant, moment as asMoment, plusDays } from '../../calendar/zone.js';
import { word } from '../input.js';
import { revisitedAbove } from '../higher-revisit.js';
import { refuse } from '../refusal.js';
import type { Complaint } from '../state.js';

/** No revisit on one of the rulebook's grounds; then a time of observation closes the complaint. */
export const exemptRevisit = command({
  name: 'exemptRevisit',
  events: ['RevisitExempted'],
  input: { ground: word() },
  by: ['revisitor'],
  from: ['revisiting'],
  reserved: revisitedAbove,
  decide: (complaint, { ground }, { clauses }, { rulebook, calendar }) => {
    const exemption = rulebook.exemptions[ground];
    if (!exemption)
      return refuse('unknown-ground', clauses, `"${ground}" is no ground for going without a revisit.`, { ground });
    if (!(grounds[ground]?.(complaint) ?? true)) {
      return refuse(
        'no-revisit-exemption',
        exemption,
        'The ground does not hold for this complaint: it is to be revisited.',
        { ground },
      );
    }
    const handled = dateOf(instant(complaint.handledAt ?? complaint.recordedAt), calendar.zone);
    const until = endOf(plusDays(handled, rulebook.observation.days), calendar.zone);
    const observeUntil = asMoment(until, calendar.zone);
    return [{ type: 'RevisitExempted', clauses: exemption, status: 'observing', ground, observeUntil }];
  },
});

const online = ['forum', 'app', 'email'];

/** Whether a ground holds; those not named here are the revisitor's judgement. */
const grounds: Record<string, (complaint: Complaint) => boolean> = {
  settledOnTheSpot: ({ marks }) => marks['Settled'] !== undefined && marks['Reopened'] === undefined,
  anonymous: ({ complainant, channel }) =>
    Boolean(complainant.anonymous) || (online.includes(channel) && !complainant.phone && !complainant.email),
};
