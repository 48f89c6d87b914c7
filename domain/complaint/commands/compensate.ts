import { compensationSizes } from '../../rulebook/particulars.js';
import { command } from '../command.js';
import { type CompensationInput, compensationStep } from '../compensation.js';
import { choice, flag, number, optional, text, word } from '../input.js';
import { underWay } from '../statuses.js';

/** Compensation 赔付, step by step: proposed, approved, settled with a memo, and only then paid. */
export const compensate = command({
  name: 'compensate',
  events: ['CompensationProposed', 'CompensationApproved', 'CompensationSettled', 'CompensationPaid'],
  input: {
    step: choice('propose', 'approve', 'settle', 'pay'),
    size: optional(choice(...compensationSizes)),
    amount: optional(number()),
    lowestClaim: optional(number()),
    manner: optional(word()),
    authorised: optional(flag()),
    memo: optional(text()),
    reason: optional(text()),
  },
  by: ['supervisor', 'approver'],
  from: [...underWay, 'observing', 'unclosed', 'closed'],
  named: true,
  decide: (complaint, input: CompensationInput, giver, { rulebook }) =>
    compensationStep[input.step](complaint, input, giver, rulebook),
});
