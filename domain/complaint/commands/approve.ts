import { command, type Giver } from '../command.js';
import type { Decision, Role } from '../../rulebook/rulebook.js';
import { number, optional, text } from '../input.js';
import { planProposed, planToDecide } from '../plan.js';
import { isRefusal, refuse } from '../refusal.js';
import type { Plan } from '../state.js';

/** Approves the latest plan; never one's own (WY: by the supervisor of the tier that handles it). */
export const approve = command({
  name: 'approve',
  events: ['PlanApproved'],
  input: { version: optional(number(1)), reason: optional(text()) },
  by: ['supervisor', 'approver'],
  from: ['awaitingApproval'],
  handling: true,
  decidesOn: (complaint) => planProposed(complaint)?.proposedBy,
  decide: (complaint, { version, reason }, giver, { rulebook }) => {
    const { clauses } = giver;
    const plan = planToDecide(complaint, version, clauses);
    if (isRefusal(plan)) return plan;
    const awaits = awaited(plan, giver, rulebook.decisions.approve);
    if (!awaits)
      return refuse(
        'already',
        clauses,
        'You have approved it, or your role has: another person of another role does, too.',
      );
    const approved = { type: 'PlanApproved' as const, clauses, version: plan.version, ...(reason ? { reason } : {}) };
    return [awaits.length > 0 ? { ...approved, awaits } : { ...approved, status: 'replying' }];
  },
});

/** Where all of several roles approve: those still to come after this one; undefined when it adds nothing. A higher role stands in for the next that is missing. */
function awaited(plan: Plan, { user, role }: Giver, decision: Decision | undefined): Role[] | undefined {
  if (!decision?.all) return [];
  const missing = plan.awaits ?? decision.by ?? [];
  const given = decision.by?.includes(role) ? role : missing[0];
  if (!given || !missing.includes(given) || plan.approvedBy?.includes(user)) return undefined;
  return missing.filter((one) => one !== given);
}
