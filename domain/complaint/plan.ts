import type { Clause } from '../rulebook/rulebook.js';
import { refuse, type Refusal } from './refusal.js';
import { type Complaint, latestPlan, type Plan } from './state.js';

/** The plan that waits for a decision. */
export function planProposed(complaint: Complaint): Plan | undefined {
  const plan = latestPlan(complaint);
  return plan?.state === 'proposed' ? plan : undefined;
}

/** The plan that an approval or a return is about: the latest; an older one is refused. */
export function planToDecide(complaint: Complaint, version: number | undefined, clauses: Clause[]): Plan | Refusal {
  const plan = planProposed(complaint);
  if (!plan) return refuse('wrong-status', clauses, 'There is no plan to decide on.', { status: complaint.status });
  if (version !== undefined && version !== plan.version) {
    return refuse('stale-plan', clauses, `The plan is now version ${plan.version}, not ${version}: read it first.`, {
      version,
      latest: plan.version,
    });
  }
  return plan;
}
