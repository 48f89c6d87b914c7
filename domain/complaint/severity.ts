/** Severity rises by itself, by facts and by age; it never falls by itself. */
import { type Clause, isAbove, severities, type Severity, tiers } from '../rulebook/rulebook.js';
import type { Context } from './context.js';
import { isSuspended } from './deadlines.js';
import type { Draft } from './events.js';
import type { Complaint, Facts } from './state.js';

/** The rise that newly told facts bring, if any: the highest rung that one of them reaches. */
export function raisedByFacts(complaint: Complaint, told: Facts, context: Context): Draft[] {
  for (const severity of [...severities].reverse()) {
    const rule = context.rulebook.severities[severity];
    const pattern = rule?.facts.find(({ fact, is }) => reaches(told[fact as keyof Facts], is));
    if (rule && pattern) return raise(complaint, severity, rule.clauses, pattern.fact, context);
  }
  return [];
}

/** The rise that an age threshold brings when it is missed: `resolve.hot` makes it hot. */
export function raisedByAge(complaint: Complaint, clock: string, clauses: Clause[], context: Context): Draft[] {
  const severity = severities.find((one) => clock === `resolve.${one}`);
  return severity ? raise(complaint, severity, clauses, clock, context) : [];
}

function raise(
  complaint: Complaint,
  severity: Severity,
  clauses: Clause[],
  because: string,
  context: Context,
): Draft[] {
  if (!isAbove(severities, severity, complaint.severity)) return [];
  const overtaken = severities.some(
    (higher) => isAbove(severities, higher, severity) && isOverdue(complaint, `resolve.${higher}`, context),
  );
  const raised: Draft<'SeverityRaised'> = {
    type: 'SeverityRaised',
    clauses,
    severity,
    because,
    ...(overtaken ? { overtaken: true as const } : {}),
  };
  const tier = context.rulebook.severities[severity]?.tier;
  if (overtaken || !tier || !isAbove(tiers, tier, complaint.tier)) return [raised];
  return [raised, { type: 'Escalated', clauses, to: tier, because: 'severity' }];
}

/** A fact at or above a pattern: numbers reach, words equal. */
function reaches(value: unknown, is: string | number | boolean): boolean {
  return typeof is === 'number' ? typeof value === 'number' && value >= is : value === is;
}

/** Past its due moment but not recorded yet. */
function isOverdue(complaint: Complaint, clock: string, { now }: Context): boolean {
  const state = complaint.clocks[clock];
  return state?.state === 'open' && !isSuspended(clock, state, complaint) && Date.parse(state.due) < now;
}
