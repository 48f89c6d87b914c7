import { command } from '../command.js';
import { number, optional, text } from '../input.js';
import { planToDecide } from '../plan.js';
import { isRefusal } from '../refusal.js';

/** Back to planning, with what is to be changed. */
export const returnPlan = command({
  name: 'returnPlan',
  events: ['PlanReturned'],
  input: { version: optional(number(1)), reason: text() },
  by: ['supervisor', 'approver'],
  from: ['awaitingApproval'],
  handling: true,
  decide: (complaint, { version, reason }, { clauses }) => {
    const plan = planToDecide(complaint, version, clauses);
    if (isRefusal(plan)) return plan;
    return [{ type: 'PlanReturned', clauses, status: 'planning', version: plan.version, reason }];
  },
});
