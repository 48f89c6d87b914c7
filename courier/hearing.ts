/** Who may hear of a complaint: asked when a notice is written down, and again when it leaves. */
import type { ProjectAudience, Recipient, RecipientChannel } from '../database/queries/notice-audience.js';
import type { Complaint } from '../domain/complaint/state.js';
import type { Audience } from '../domain/notice/notice.js';
import { hiddenFrom, openTo, toldBy } from '../domain/rights/sight.js';

/** Whether a room may: not where somebody reads along from whom it is hidden, or for whom a restricted one is not. */
export function roomHears({ audience }: RecipientChannel, complaint: Complaint, staff: Recipient[]): boolean {
  const hidden = hiddenFrom(complaint);
  const sitsThere = ({ id, places }: Recipient) =>
    audience.some((one) => hasRole({ places }, one) || namedOf(one, complaint)?.includes(id));
  if (staff.some((person) => hidden.includes(person.id) && sitsThere(person))) return false;
  const opens = openTo(complaint);
  return opens === null || audience.every((one) => one === 'complainant' || opens.includes(one));
}

/** Whether it may still leave for a person or a room (`recipient`: its id) around the complaint's project. */
export function mayStillHear(complaint: Complaint, recipient: string, { staff, channels }: ProjectAudience): boolean {
  if (recipient === 'complainant') return true;
  const room = channels.find(({ id }) => id === recipient);
  if (room) return roomHears(room, complaint, staff);
  // whoever has left since is nobody's any more
  return staff.some((person) => person.id === recipient && toldBy(complaint, person).length > 0);
}

export const hasRole = ({ places }: Pick<Recipient, 'places'>, audience: Audience): boolean =>
  places.some(({ roles }) => (roles as string[]).includes(audience));

/** Those who are told as persons, not by role. */
export function namedOf(audience: Audience, complaint: Complaint): string[] | undefined {
  if (audience === 'handler') return complaint.handler ? [complaint.handler] : [];
  if (audience === 'assisting') return complaint.assisting;
  if (audience === 'firstReceiver') return complaint.firstReceiver ? [complaint.firstReceiver] : [];
  return undefined;
}
