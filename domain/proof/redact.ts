/** What stays of an event when a law has its complaint deleted: that it happened, when, by which clause. */
import { commands } from '../complaint/commands/index.js';
import type { ComplaintEvent } from '../complaint/events.js';

export const deletedText = '〔已依法删除〕';

/** Words that people wrote, by the names of their fields. */
const written = new Set([
  ...Object.values(commands).flatMap(({ input }) =>
    Object.entries(input).flatMap(([name, { kind }]) => (kind === 'text' ? [name] : [])),
  ),
  ...['text', 'remedySought', 'source', 'backdatedBecause'],
]);
const personal = new Set(['name', 'phone', 'email', 'address', 'room']);

/** The event without words and persons; the people of the house who acted are not the complainant's data and stay. */
export function redacted(event: ComplaintEvent): ComplaintEvent {
  const { seq, at, type, actor, clauses, ...data } = event;
  return { seq, at, type, actor, clauses, ...(without(data) as object) } as ComplaintEvent;
}

function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !personal.has(name));
  return Object.fromEntries(
    kept.map(([name, one]) => [name, written.has(name) && typeof one === 'string' ? deletedText : without(one)]),
  );
}
