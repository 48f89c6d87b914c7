import { command } from '../command.js';
import { given } from '../given.js';
import { flag, number, optional, text, word } from '../input.js';
import type { Complaint } from '../state.js';
import { paymentProblem, unpaidWork } from '../payment.js';

/** The measures are carried out; whoever pays for them was told the price before. */
export const complete = command({
  name: 'complete',
  events: ['CarriedOut'],
  input: { result: text(), rework: optional(flag()), payer: optional(word()), price: optional(number()) },
  by: ['handler'],
  from: ['carryingOut'],
  decide: (complaint, input, { clauses }, { rulebook }) =>
    paymentProblem({ ...told(complaint, input.payer), ...input }, clauses, rulebook) ??
    unpaidWork(complaint, input, rulebook) ?? [
      { type: 'CarriedOut', clauses, status: 'verifying', result: input.result, ...particulars(input) },
    ],
});

const particulars = ({ rework, payer, price }: { rework?: boolean; payer?: string; price?: number }) =>
  given({ rework, payer, price });

/** A price that was told to the same payer is not told again. */
const told = ({ payer, price }: Complaint, again: string | undefined) =>
  again !== undefined && payer === again && price !== undefined ? { price } : {};
