/** Conditions of a rulebook over what is known of a complaint. All keys must hold; a list holds if one of it does. */

export type Scalar = string | number | boolean;
export type Expected = Scalar | Scalar[] | { not: Scalar | Scalar[] };

/** What a condition may ask. `moment` is where the arrival fell in business hours. */
export const conditionKeys = [
  'channel',
  'receivedBy',
  'tier',
  'category',
  'nature',
  'grade',
  'valid',
  'complex',
  'anonymous',
  'severity',
  'reached',
  'moment',
  'safety',
  'lawsuit',
  'media',
  'people',
  'serious',
  'important',
  'dutyUnclear',
  'handled',
] as const;
export type ConditionKey = (typeof conditionKeys)[number];
export type Condition = Partial<Record<ConditionKey, Expected>>;

/** What conditions are asked of: a flat view of a complaint. Unknown values are absent. */
export type Known = Partial<Record<ConditionKey, Scalar>>;

/** Whether a condition holds; an absent one always does. What is not known yet equals nothing, and is not excluded. */
export function holds(condition: Condition | undefined, known: Known): boolean {
  if (!condition) return true;
  return Object.entries(condition).every(([key, expected]) => matches(expected, known[key as ConditionKey]));
}

function matches(expected: Expected, actual: Scalar | undefined): boolean {
  if (typeof expected === 'object' && !Array.isArray(expected)) return !matches(expected.not, actual);
  if (Array.isArray(expected)) return expected.some((one) => one === actual);
  if (expected === false && actual === undefined) return true;
  return expected === actual;
}
