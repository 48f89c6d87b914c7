/** Who pays for work, and what must come before: a price that is told, a paper to whoever is liable. */
import type { Clause, Rulebook } from '../rulebook/rulebook.js';
import { refuse, type Refusal } from './refusal.js';
import type { Complaint } from './state.js';

interface PaymentInput {
  payer?: string;
  price?: number;
}

/** Refuses a payer that the rulebook does not know, one whose price was not told, and a price where nobody pays. */
export function paymentProblem(
  { payer, price }: PaymentInput,
  clauses: Clause[],
  rulebook: Rulebook,
): Refusal | undefined {
  if (payer === undefined && price === undefined) return undefined;
  const payers = rulebook.payers;
  if (!payers)
    return refuse('not-in-rulebook', clauses, `${rulebook.id} does not ask who pays.`, { command: 'recordFindings' });
  if (payer === undefined) return refuse('invalid', clauses, 'payer: say who pays the price.', { path: 'payer' });
  const rule = payers[payer];
  if (!rule) {
    const known = Object.keys(payers).join(', ');
    return refuse('invalid', clauses, `payer "${payer}" is none of this rulebook's: ${known}.`, { path: 'payer' });
  }
  if (rule.priceFirst && price === undefined)
    return refuse('invalid', rule.clauses, 'price: tell the price before the work is done.', { path: 'price' });
  return undefined;
}

/** Refuses work as done whose price was not told before, or that goes to somebody's account without its paper. */
export function unpaidWork(complaint: Complaint, input: PaymentInput, rulebook: Rulebook): Refusal | undefined {
  const payer = input.payer ?? complaint.payer;
  const rule = payer === undefined ? undefined : rulebook.payers?.[payer];
  if (!rule) return undefined;
  if (rule.priceFirst && (complaint.payer !== payer || complaint.price === undefined))
    return refuse(
      'invalid',
      rule.clauses,
      'price: it was not told before the work; record it with the findings first.',
      {
        path: 'price',
      },
    );
  if (rule.sheet && !complaint.sheets?.some(({ kind }) => kind === rule.sheet))
    return refuse('invalid', rule.clauses, `payer: issue the ${rule.sheet} to whoever is liable first.`, {
      path: 'payer',
    });
  return undefined;
}
