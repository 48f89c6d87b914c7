/** What only few may see: a complaint that its rulebook restricts, from when its condition holds. */
import { holds } from '../rulebook/condition.js';
import { type Context, knownOf } from './context.js';
import type { ComplaintEvent, Draft } from './events.js';
import type { Complaint } from './state.js';

/** Restricts a complaint, once. */
export function restriction(complaint: Complaint, event: ComplaintEvent, context: Context): Draft[] {
  const rule = context.rulebook.restricted;
  if (!rule || complaint.restrictedTo || (event.type !== 'Received' && event.type !== 'FactRecorded')) return [];
  if (!holds(rule.when, knownOf(complaint, context))) return [];
  return [{ type: 'Restricted', clauses: rule.clauses, to: rule.to }];
}
