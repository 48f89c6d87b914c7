/** Bulletins 快报: at once when a complaint becomes major, at every important turn, and at least weekly until handled. */
import { moment } from '../calendar/zone.js';
import { isAbove, severities } from '../rulebook/rulebook.js';
import type { Context } from './context.js';
import type { ComplaintEvent, Draft } from './events.js';
import type { Complaint } from './state.js';

const hour = 3_600_000;

/** The one bulletin that a batch of events calls for, whatever their number. */
export function bulletinFor(complaint: Complaint, batch: readonly ComplaintEvent[], context: Context): Draft[] {
  const rule = context.rulebook.bulletins;
  if (!rule || batch.some(({ type }) => type === 'BulletinIssued')) return [];
  const raised = batch.some(
    (e) => e.type === 'SeverityRaised' && !isAbove(severities, rule.severity, e.severity) && !e.overtaken,
  );
  const owes = owesBulletins(complaint, context);
  if (!raised && !owes) return [];
  const turns = batch.filter((event) => rule.turns.includes(event.type)).map(({ type }) => type);
  // owed again after an end or a handling that was taken back: at once, then weekly as before
  const resumes = owes && !complaint.nextBulletinAt;
  if (!raised && turns.length === 0 && !resumes) return [];
  const occasions = raised ? ['SeverityRaised'] : turns.length > 0 ? turns : batch.slice(0, 1).map(({ type }) => type);
  return [issue(complaint, [...new Set(occasions)], context)];
}

/** The weekly one. */
export function periodicBulletin(complaint: Complaint, context: Context): Draft {
  return issue(complaint, ['weekly'], context);
}

/** Whether bulletins go on: as severe as the rulebook says, and neither handled nor ended. */
export function owesBulletins(complaint: Complaint, { rulebook }: Context): boolean {
  if (!rulebook.bulletins || complaint.handledAt || complaint.endedAt) return false;
  return !isAbove(severities, rulebook.bulletins.severity, complaint.severity);
}

function issue(complaint: Complaint, occasions: string[], context: Context): Draft<'BulletinIssued'> {
  const rule = context.rulebook.bulletins;
  const goesOn = owesBulletins(complaint, context) && rule;
  return {
    type: 'BulletinIssued',
    clauses: rule?.clauses ?? [],
    number: complaint.bulletins + 1,
    occasions,
    ...(goesOn ? { next: moment(context.now + rule.everyHours * hour, context.calendar.zone) } : {}),
  };
}
