/** Conditions of a rulebook over what is known of a complaint. All keys must hold; a list of values holds if one of it does. */

export type Scalar = string | number | boolean;
export type Expected = Scalar | Scalar[] | { not: Scalar | Scalar[] } | { over: number };

/** What a condition may ask. `moment` is where the arrival fell in business hours, `planDays` from acceptance to the plan's finish, `disagreed` how often. */
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
  'planDays',
  'disagreed',
  'payer',
  'accused',
] as const;
export type ConditionKey = (typeof conditionKeys)[number];
export type Condition = Partial<Record<ConditionKey, Expected>>;
/** One condition, or several of which one must hold. */
export type When = Condition | Condition[];

/** What conditions are asked of: a flat view of a complaint. Unknown values are absent or undefined. */
export type Known = Readonly<Partial<Record<ConditionKey, Scalar | undefined>>>;

/** Whether a condition holds; an absent one always does. What is not known yet equals nothing, and is not excluded. */
export function holds(when: When | undefined, known: Known): boolean {
  if (!when) return true;
  return Array.isArray(when) ? when.some((one) => holdsOne(one, known)) : holdsOne(when, known);
}

function holdsOne(condition: Condition, known: Known): boolean {
  return Object.entries(condition).every(([key, expected]) => matches(expected, known[key as ConditionKey]));
}

function matches(expected: Expected, actual: Scalar | undefined): boolean {
  if (typeof expected === 'object' && !Array.isArray(expected)) {
    return 'over' in expected ? typeof actual === 'number' && actual > expected.over : !matches(expected.not, actual);
  }
  if (Array.isArray(expected)) return expected.some((one) => one === actual);
  if (expected === false && actual === undefined) return true;
  return expected === actual;
}
