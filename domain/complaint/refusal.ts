/** Refusals are values: a code that programs rely on, the clauses that make it so, and what to do instead. */
import type { Clause } from '../rulebook/rulebook.js';

export const refusalCodes = [
  'forbidden',
  'wrong-status',
  'self-approval',
  'stale-plan',
  'recused',
  'handed-up',
  'unknown-ground',
  'too-late',
  'too-early',
  'no-revisit-exemption',
  'reason-required',
  'unknown-clock',
  'not-suspendable',
  'lower-forbidden',
  'already',
  'has-members',
  'not-in-rulebook',
  'not-in-force',
  'invalid',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  refused: RefusalCode;
  clauses: Clause[];
  /** A sentence in English; pages translate by code and `params`. */
  detail: string;
  params: Record<string, string | number>;
}

export function refuse(
  code: RefusalCode,
  clauses: Clause[],
  detail: string,
  params: Record<string, string | number> = {},
): Refusal {
  return { refused: code, clauses, detail, params };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
