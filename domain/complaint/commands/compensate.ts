import { compensationSizes } from '../../rulebook/particulars.js';
import { command } from '../command.js';
import type { ComplaintEvent } from '../events.js';
import { given } from '../given.js';
import { type CompensationInput, compensationReserved, compensationStep } from '../compensation.js';
import { choice, flag, number, optional, text, word } from '../input.js';
import { underWay } from '../statuses.js';

const stepOf = {
  CompensationProposed: 'propose',
  CompensationApproved: 'approve',
  CompensationSettled: 'settle',
  CompensationPaid: 'pay',
} as const;
type CompensationEvent = keyof typeof stepOf;

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
  reserved: (complaint, rulebook, input) => compensationReserved(complaint, rulebook, input),
  decidesOn: ({ compensation }, { step }) =>
    step === 'approve' && compensation?.state === 'proposed' ? compensation.proposedBy : undefined,
  asked: (event: ComplaintEvent<CompensationEvent>) => {
    const { size, amount, lowestClaim, manner, authorised, memo, reason } = event as Partial<CompensationInput>;
    return { step: stepOf[event.type], ...given({ size, amount, lowestClaim, manner, authorised, memo, reason }) };
  },
  decide: (complaint, input: CompensationInput, giver, { rulebook }) =>
    compensationStep[input.step](complaint, input, giver, rulebook),
});
