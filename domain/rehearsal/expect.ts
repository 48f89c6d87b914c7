/** Whether what a storyline expects has come about. */
import type { Deadline } from '../complaint/deadlines.js';
import type { ComplaintEvent } from '../complaint/events.js';
import type { Refusal } from '../complaint/refusal.js';
import type { Complaint } from '../complaint/state.js';
import type { Expectation } from './storyline.js';

export interface Verdict {
  at: string;
  path: string;
  expected: unknown;
  actual: unknown;
  ok: boolean;
}

export interface Picture {
  complaint: Complaint;
  events: ComplaintEvent[];
  deadlines: Deadline[];
}

/** Judges every line of an expectation. */
export function judge(expected: Expectation, picture: Picture, refusal: Refusal | undefined, at: string): Verdict[] {
  const { refused, deadlines = {}, events = [], none = [], count = [], ...fields } = expected;
  const verdicts: Omit<Verdict, 'at'>[] = [];
  if (refused) verdicts.push(...judgeRefusal(refused, refusal));
  for (const [field, value] of Object.entries(fields)) {
    const actual = (picture.complaint as unknown as Record<string, unknown>)[field];
    verdicts.push({ path: field, expected: value, actual, ok: matches(value, actual) });
  }
  for (const [clock, wanted] of Object.entries(deadlines)) {
    const actual = picture.deadlines.find((deadline) => deadline.clock === clock) as unknown as
      Record<string, unknown> | undefined;
    for (const [field, value] of Object.entries(wanted)) {
      verdicts.push({
        path: `deadlines.${clock}.${field}`,
        expected: value,
        actual: actual?.[field],
        ok: matches(value, actual?.[field]),
      });
    }
  }
  const happened = (pattern: unknown) => picture.events.filter((event) => matches(pattern, event));
  events.forEach((pattern, i) => {
    const found = happened(pattern);
    verdicts.push({
      path: `events.${i}`,
      expected: pattern,
      actual: found[0] ?? nearest(pattern, picture.events),
      ok: found.length > 0,
    });
  });
  none.forEach((pattern, i) => {
    const found = happened(pattern);
    verdicts.push({ path: `none.${i}`, expected: pattern, actual: found[0] ?? null, ok: found.length === 0 });
  });
  count.forEach(({ atLeast, atMost, exactly, ...pattern }, i) => {
    const n = happened(pattern).length;
    const ok = n >= (atLeast ?? 0) && n <= (atMost ?? Infinity) && (exactly === undefined || n === exactly);
    verdicts.push({ path: `count.${i}`, expected: count[i], actual: n, ok });
  });
  return verdicts.map((verdict) => ({ at, ...verdict }));
}

function judgeRefusal(
  expected: NonNullable<Expectation['refused']>,
  refusal: Refusal | undefined,
): Omit<Verdict, 'at'>[] {
  const actual = refusal && { code: refusal.refused, clauses: refusal.clauses };
  return [{ path: 'refused', expected, actual: actual ?? null, ok: actual !== undefined && matches(expected, actual) }];
}

/** Subset match: objects by the fields named, lists of words by those listed, times by their instant. */
export function matches(expected: unknown, actual: unknown): boolean {
  if (Array.isArray(expected)) {
    return Array.isArray(actual) && expected.every((one) => actual.some((other) => matches(one, other)));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return false;
    return Object.entries(expected).every(([key, value]) => matches(value, (actual as Record<string, unknown>)[key]));
  }
  if (isMoment(expected) && isMoment(actual)) return Date.parse(expected) === Date.parse(actual);
  if (expected === null || expected === false) return actual === expected || actual === undefined;
  return expected === actual;
}

const isMoment = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) && !Number.isNaN(Date.parse(value));

/** An event of the same type, to show what came instead. */
const nearest = (pattern: unknown, events: ComplaintEvent[]): unknown =>
  events.findLast(({ type }) => type === (pattern as { type?: string }).type) ?? null;
