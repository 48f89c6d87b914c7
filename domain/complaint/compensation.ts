/** The steps of a compensation: who may take each, and what must have come before it. */
import { type CompensationRule, type CompensationSize, compensationSizes } from '../rulebook/particulars.js';
import type { Clause, Role, Rulebook } from '../rulebook/rulebook.js';
import type { Giver } from './command.js';
import type { Draft } from './events.js';
import type { Compensation } from './particulars.js';
import { refuse, type Refusal } from './refusal.js';
import type { Complaint } from './state.js';

export interface CompensationInput {
  step: 'propose' | 'approve' | 'settle' | 'pay';
  size?: CompensationSize;
  amount?: number;
  lowestClaim?: number;
  manner?: string;
  authorised?: boolean;
  memo?: string;
  reason?: string;
}

type Step = (complaint: Complaint, input: CompensationInput, giver: Giver, rulebook: Rulebook) => Draft[] | Refusal;

/** A step that is taken on a compensation which stands where it must. */
const on =
  (
    state: Compensation['state'],
    step: (
      compensation: Compensation,
      input: CompensationInput,
      giver: Giver,
      rule: CompensationRule,
    ) => Draft[] | Refusal,
  ): Step =>
  (complaint, input, giver, rulebook) => {
    const { compensation } = complaint;
    const rule = compensation && rulebook.compensation?.[compensation.size];
    if (compensation?.state === state && rule) return step(compensation, input, giver, rule);
    const stands = compensation?.state ?? 'not proposed';
    return refuse(
      'wrong-status',
      rule?.clauses ?? giver.clauses,
      `The compensation is ${stands}; it must be ${state} first.`,
      { command: 'compensate', status: complaint.status },
    );
  };

const propose: Step = (complaint, { size, amount, lowestClaim, reason }, giver, rulebook) => {
  const rule = size && rulebook.compensation?.[size];
  if (!rule) return missing('size', giver.clauses);
  if (amount === undefined || amount <= 0) return missing('amount', rule.clauses);
  if (!reason?.trim()) return blank('reason', rule.clauses);
  if (complaint.compensation?.state === 'paid')
    return refuse('already', rule.clauses, 'A compensation has been paid already.');
  if (size === 'large' && lowestClaim === undefined) return missing('lowestClaim', rule.clauses);
  const claim = lowestClaim === undefined ? {} : { lowestClaim };
  return [{ type: 'CompensationProposed', clauses: rule.clauses, size, amount, reason, ...claim }];
};

const approve = on('proposed', (compensation, { manner, authorised }, _, rule) => {
  const { clauses } = rule;
  if (rule.authorised && !authorised)
    return refuse('invalid', clauses, 'authorised: the developer must authorise it first.', { path: 'authorised' });
  return [
    {
      type: 'CompensationApproved',
      clauses,
      amount: compensation.amount,
      ...(manner ? { manner } : {}),
      ...(authorised ? { authorised } : {}),
      ...(rule.sheet && manner === 'phone' ? { sheetOwed: rule.sheet } : {}),
    },
  ];
});

const settle = on('approved', (_, { memo }, __, { clauses }) =>
  memo?.trim() ? [{ type: 'CompensationSettled', clauses, memo }] : blank('memo', clauses),
);

const pay = on('settled', ({ amount }, _, __, { clauses }) => [{ type: 'CompensationPaid', clauses, amount }]);

/** For whom a step is, by the size of the compensation; undefined where that is not known yet. */
export function compensationReserved(
  { compensation }: Complaint,
  rulebook: Rulebook,
  { step, size }: Readonly<Record<string, unknown>>,
): { by: Role[]; clauses: Clause[] } | undefined {
  const of = step === 'propose' ? compensationSizes.find((one) => one === size) : compensation?.size;
  const rule = of && rulebook.compensation?.[of];
  if (!rule || (step !== 'propose' && step !== 'approve')) return undefined;
  return { by: rule[step], clauses: rule.clauses };
}

export const compensationStep: Record<CompensationInput['step'], Step> = { propose, approve, settle, pay };

const missing = (path: string, clauses: string[]): Refusal =>
  refuse('invalid', clauses, `${path} is required`, { path });

const blank = (field: string, clauses: string[]): Refusal =>
  refuse('reason-required', clauses, `Write the ${field}: it must not be blank.`, { field });
