/** What the routes of both families of papers are called: the rest of them is the same. */
import type { Family } from '../../domain/paper/kinds.js';

export interface FamilyNames {
  family: Family;
  path: string;
  /** In the ids of operations: one, and several. */
  one: string;
  several: string;
  /** In summaries: one, and the list. */
  said: string;
  saidList: string;
}

export const bulletins: FamilyNames = {
  ...{ family: 'bulletin', path: 'api/bulletins', one: 'Bulletin', several: 'Bulletins', said: 'A bulletin' },
  saidList: 'Bulletins and reports of complaints',
};
export const duties: FamilyNames = {
  ...{ family: 'duty', path: 'api/duties', one: 'Duty', several: 'Duties', said: 'The paper of a duty' },
  saidList: 'The papers of recurring duties',
};

/** Gives a class that was made for a family the name that it would have been written under. */
export function named<T extends object>(name: string, made: T): T {
  Object.defineProperty(made, 'name', { value: name });
  return made;
}
