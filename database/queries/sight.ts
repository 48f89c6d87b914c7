/** Which complaints somebody sees: the one condition that every query about complaints for somebody asks. */
import type { Sight } from '../../domain/rights/sight.js';

export type { Sight };

/** Names the placeholders of `sightValues`, from the first one's number on. */
export const sightFrom = (first: number): SightPlaces => [`$${first}`, `$${first + 1}`, `$${first + 2}`];

/** Placeholders of projects, user and keys. */
export type SightPlaces = readonly [projects: string, user: string, keys: string];

/** The values of a sight, in the order of its placeholders. */
export const sightValues = ({ projects, user, keys }: Sight): [string[] | null, string, string[]] => [
  projects,
  user,
  keys,
];

/** SQL: whether a row of `complaints` is seen; deny by default, and nothing else decides it. */
export const seen = (row: string, places: SightPlaces): string =>
  `((${places[0]}::text[] is null or ${row}.project_id = any (${places[0]})) and ${unhidden(row, places)})`;

/** SQL: the same without the projects, for a query that has its own, narrower ones. */
export const unhidden = (row: string, [, user, keys]: SightPlaces): string =>
  `${user}::text <> all (${row}.hidden_from) and (${row}.open_to is null or ${row}.open_to && ${keys}::text[])`;

/** SQL: whether a complaint of this id is seen; false for one that is none. */
export const seenById = (id: string, places: SightPlaces): string =>
  `exists (select from complaints sc where sc.id = ${id} and ${seen('sc', places)})`;
