/** Who complains of a matter, and how many they are within a month. */
import type { Complainant } from '../complaint/state.js';
import { plain } from './places.js';
import { monthMilliseconds } from './likeness.js';

/** The marks by which a complainant is known again: phone, e-mail, name with room. None for somebody who is nobody. */
export function complainantKeys({ name, phone, email, room }: Complainant): string[] {
  const digits = (phone ?? '').replace(/\D/g, '').slice(-11);
  return [
    ...(digits.length >= 7 ? [`phone:${digits}`] : []),
    ...(email ? [`email:${email.trim().toLowerCase()}`] : []),
    ...(name && room ? [`home:${plain(name)}@${plain(room)}`] : []),
  ];
}

/** A complaint on a matter, as far as counting goes. */
export interface Voice {
  id: string;
  /** Epoch milliseconds. */
  arrivedAt: number;
  keys: string[];
  name?: string;
  /** A collective counts its people. */
  people: number;
  /** Withdrawn and not accepted ones do not count. */
  counts: boolean;
}

/**
 * By complaint: how many *other* complainants there are on the same matter within a month that holds it. Several
 * complaints of one person are one; those who cannot be told from each other count as one together.
 */
export function othersWithinMonth(voices: readonly Voice[]): Map<string, number> {
  const who = personsOf(voices);
  const counting = voices.filter(({ counts }) => counts).sort((a, b) => a.arrivedAt - b.arrivedAt);
  const others = new Map(voices.map(({ id }) => [id, 0]));
  counting.forEach((first, from) => {
    const month = counting.slice(from).filter(({ arrivedAt }) => arrivedAt - first.arrivedAt <= monthMilliseconds);
    const people = new Map<number, number>();
    for (const { id, people: n } of month) {
      const person = who.get(id) ?? 0;
      people.set(person, Math.max(people.get(person) ?? 0, n));
    }
    const all = [...people.values()].reduce((sum, n) => sum + n, 0);
    for (const { id } of month) others.set(id, Math.max(others.get(id) ?? 0, all - 1));
  });
  return others;
}

/** Numbers the persons: who shares a mark is one; 0 are all who have none. */
export function personsOf(voices: readonly Voice[]): Map<string, number> {
  const byMark = new Map<string, number>();
  const persons = new Map<string, number>();
  let last = 0;
  for (const { id, keys, name } of voices) {
    const marks = keys.length > 0 ? keys : name ? [`name:${plain(name)}`] : [];
    if (marks.length === 0) {
      persons.set(id, 0);
      continue;
    }
    const known = [...new Set(marks.flatMap((mark) => byMark.get(mark) ?? []))];
    const person = known[0] ?? ++last;
    for (const [mark, one] of byMark) if (known.includes(one)) byMark.set(mark, person);
    for (const [other, one] of persons) if (one > 0 && known.includes(one)) persons.set(other, person);
    for (const mark of marks) byMark.set(mark, person);
    persons.set(id, person);
  }
  return persons;
}
