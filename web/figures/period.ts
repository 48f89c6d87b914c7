import { now } from '../api/clock.js';

export const spans = ['month', 'quarter', 'year', 'all'] as const;
export type Span = (typeof spans)[number];
export const isSpan = (text: string): text is Span => (spans as readonly string[]).includes(text);

const days = { month: 30, quarter: 91, year: 365 };
const day = 86_400_000;

/** From so many days ago, at the beginning of a day: the same answer all day. */
export function periodOf(span: Span): { from?: string } {
  if (span === 'all') return {};
  return { from: `${new Date(now() - days[span] * day).toISOString().slice(0, 10)}T00:00:00Z` };
}

/** The list of complaints, filtered. */
export function listOf(filter: Record<string, string>, from: string | undefined): string {
  return `/complaints?${new URLSearchParams({ ...filter, ...(from ? { arrivedFrom: from } : {}) }).toString()}`;
}
