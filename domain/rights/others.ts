/** What a complaint says of other complaints: of those that somebody does not see, nothing. */
import type { ComplaintEvent } from '../complaint/events.js';
import type { Complaint } from '../complaint/state.js';

interface Named {
  id: string;
  number: string;
}

/** The complaints that one goes on in, or that go on in it. */
export const othersOf = ({ mergedFrom, members = [] }: Pick<Complaint, 'mergedFrom' | 'members'>): string[] => [
  ...(mergedFrom ? [mergedFrom.into] : []),
  ...members.map(({ complaint }) => complaint),
];

/** The other complaints that events name. */
export function othersIn(events: readonly Pick<ComplaintEvent, 'type'>[]): string[] {
  const named = events.flatMap((event) => {
    const { into, complaint, parent } = event as Partial<Record<'into' | 'complaint' | 'parent', unknown>>;
    return [into, complaint, parent].filter((one) => typeof one === 'string');
  });
  return [...new Set(named)];
}

/** Whatever is told, without those complaints: what is about one of them alone is left out, elsewhere a dash stands for it. */
export function withoutOthers<T>(told: T, kept: readonly Named[]): T {
  if (kept.length === 0) return told;
  const names = new RegExp(kept.flatMap(({ id, number }) => [id, number]).join('|'), 'g');
  const ids = kept.map(({ id }) => id);
  return walked(told, { names, ids }) as T;
}

interface Kept {
  names: RegExp;
  ids: string[];
}

function walked(value: unknown, kept: Kept): unknown {
  if (typeof value === 'string') return value.replace(kept.names, '—');
  if (Array.isArray(value)) return value.filter((one) => !isAbout(one, kept)).map((one) => walked(one, kept));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walked(one, kept)]));
}

/** A member, and the event that it joined or left. */
const isAbout = (value: unknown, { ids }: Kept): boolean =>
  typeof value === 'object' && value !== null && 'complaint' in value && ids.includes(value.complaint as string);
