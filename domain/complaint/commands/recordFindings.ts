import { command } from '../command.js';
import { choice, flag, number, optional, text, word } from '../input.js';
import { conclusions } from '../particulars.js';
import { paymentProblem } from '../payment.js';
import { refuse } from '../refusal.js';
import { unknownTerm } from '../terms.js';

/** The final cause, not what was first described (WY-4.2.2.6); corrected while the plan is open. */
export const recordFindings = command({
  name: 'recordFindings',
  events: ['FindingsRecorded'],
  input: {
    category: word(),
    nature: choice('people', 'facility', 'material', 'method', 'environment'),
    subNature: optional(word()),
    valid: flag(),
    complex: optional(flag()),
    grade: optional(word()),
    outcome: optional(choice(...conclusions)),
    findings: text(),
    payer: optional(word()),
    price: optional(number()),
  },
  by: ['handler'],
  from: ['investigating', 'planning'],
  decide: (_, input, { clauses }, { rulebook }) => {
    const unknown = unknownTerm(rulebook, input);
    if (unknown) return refuse('invalid', clauses, unknown.detail, { path: unknown.path });
    if (input.outcome && !rulebook.outcomes?.[input.outcome]) {
      return refuse('not-in-rulebook', clauses, `${rulebook.id} has no outcome "${input.outcome}".`, {
        command: 'recordFindings',
      });
    }
    const unpaid = paymentProblem(input, clauses, rulebook);
    if (unpaid) return unpaid;
    return [{ type: 'FindingsRecorded', clauses, status: 'planning', ...input }];
  },
});
