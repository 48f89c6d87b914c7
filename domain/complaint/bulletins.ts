/** Bulletins 快报: at once when a complaint becomes major, at every important turn, and at least weekly until handled. */
import { moment } from '../calendar/zone.js';
import type { Context } from './context.js';
import type { ComplaintEvent, Draft } from './events.js';
import type { Complaint } from './state.js';

const hour = 3_600_000;

/** The one bulletin that a batch of events calls for, whatever their number. */
export function bulletinFor(complaint: Complaint, batch: readonly ComplaintEvent[], context: Context): Draft[] {
  const rule = context.rulebook.bulletins;
  if (!rule || batch.some(({ type }) => type === 'BulletinIssued')) return [];
  const raised = batch.some((e) => e.type === 'SeverityRaised' && e.severity === rule.severity && !e.overtaken);
  if (!raised && !owesBulletins(complaint, context)) return [];
  const turns = batch.filter((event) => rule.turns.includes(event.type)).map(({ type }) => type);
  if (!raised && turns.length === 0) return [];
  return [issue(complaint, raised ? ['SeverityRaised'] : [...new Set(turns)], context)];
}

/** The weekly one. */
export function periodicBulletin(complaint: Complaint, context: Context): Draft {
  return issue(complaint, ['weekly'], context);
}

/** Whether bulletins go on: as severe as the rulebook says, and neither handled nor ended. */
export function owesBulletins(complaint: Complaint, { rulebook }: Context): boolean {
  return complaint.severity === rulebook.bulletins?.severity && !complaint.handledAt && !complaint.endedAt;
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
