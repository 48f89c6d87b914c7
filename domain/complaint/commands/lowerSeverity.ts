import { command } from '../command.js';
import type { ComplaintEvent } from '../events.js';
import { isAbove, severities, tiers } from '../../rulebook/rulebook.js';
import { choice, text } from '../input.js';
import { refuse } from '../refusal.js';
import { alive } from '../statuses.js';

/** Only by a tier that was told, and only down. */
export const lowerSeverity = command({
  name: 'lowerSeverity',
  events: ['SeverityLowered'],
  input: { to: choice(...severities), reason: text() },
  by: ['hq', 'company'],
  from: alive,
  asked: ({ severity, reason }: ComplaintEvent<'SeverityLowered'>) => ({ to: severity, reason }),
  decide: (complaint, { to, reason }, { clauses, role }, { rulebook }) => {
    const told = rulebook.severities[complaint.severity]?.tier ?? 'project';
    if (role === 'company' && isAbove(tiers, told, 'company')) {
      return refuse('lower-forbidden', clauses, `The ${told} was told of it: only the ${told} lowers it.`, { told });
    }
    if (complaint.severity === to) return refuse('already', clauses, `It is ${to} already.`, { to });
    if (isAbove(severities, to, complaint.severity)) {
      return refuse('lower-forbidden', clauses, 'Severity rises by facts and age, not by this command.', { to });
    }
    return [{ type: 'SeverityLowered', clauses, severity: to, reason }];
  },
});
