import { command } from '../command.js';
import { number, optional, text } from '../input.js';
import { planToDecide } from '../plan.js';
import { isRefusal, refuse } from '../refusal.js';

/** Approves the latest plan; never one's own (WY: by the supervisor of the tier that handles it). */
export const approve = command({
  name: 'approve',
  events: ['PlanApproved'],
  input: { version: optional(number(1)), reason: optional(text()) },
  by: ['supervisor', 'approver'],
  from: ['awaitingApproval'],
  handling: true,
  decide: (complaint, { version, reason }, { clauses, user }) => {
    const plan = planToDecide(complaint, version, clauses);
    if (isRefusal(plan)) return plan;
    if (plan.proposedBy === user) {
      return refuse('self-approval', clauses, 'Whoever proposed a plan does not approve it: ask another person.');
    }
    return [
      { type: 'PlanApproved', clauses, status: 'replying', version: plan.version, ...(reason ? { reason } : {}) },
    ];
  },
});
