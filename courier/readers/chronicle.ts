/** Enters every event in the chronicle. */
import { enter } from '../../database/queries/chronicle.js';
import type { Reader } from '../told.js';

export const chronicle: Reader = {
  name: 'chronicle',
  read: (tx, told) =>
    enter(
      tx,
      told.flatMap(({ event: { seq }, hash, complaint: { id } }) =>
        hash === null ? [] : [{ kind: 'event', ref: id, seq, hash }],
      ),
    ),
};
