import { command } from '../command.js';
import { paymentProblem } from '../payment.js';
import { moment, number, optional, text, word } from '../input.js';

/** One version each time; a plan changed after its approval is approved anew. */
export const propose = command({
  name: 'propose',
  events: ['PlanProposed'],
  input: {
    measures: text(),
    owner: word(),
    finishBy: moment(),
    cost: optional(number()),
    payer: optional(word()),
    price: optional(number()),
  },
  by: ['handler'],
  from: ['planning', 'awaitingApproval', 'replying', 'replied', 'negotiating', 'carryingOut'],
  decide: (complaint, input, { clauses }, { rulebook }) =>
    paymentProblem(input, clauses, rulebook) ?? [
      { type: 'PlanProposed', clauses, status: 'awaitingApproval', version: complaint.plans.length + 1, ...input },
    ],
});
