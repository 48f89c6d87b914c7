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
  `${user}::text <> all (${row}.hidden_from) and (${row}.open_to is null or ${row}.open_to && ${keys}::text[])
    and (${row}.hidden_from = '{}' or ${notLent(row, keys)})`;

/** SQL: not by a place that is lent by whom it is hidden from; as `sees()` has it. */
const notLent = (row: string, keys: string): string =>
  `(not exists (select from unnest(${row}.hidden_from) h where 'lent:' || h = any (${keys}::text[]))
      or array['own', 'own@' || ${row}.project_id] && ${keys}::text[]
        and (${row}.open_to is null or exists (select from unnest(${row}.open_to) o where 'own:' || o = any (${keys}::text[]))))`;

/** SQL: whether a complaint of this id is seen; false for one that is none. */
export const seenById = (id: string, places: SightPlaces): string =>
  `exists (select from complaints sc where sc.id = ${id} and ${seen('sc', places)})`;
