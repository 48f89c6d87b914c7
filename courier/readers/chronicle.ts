/** Enters every event in the chronicle. */
import { enter, hashesOf } from '../../database/queries/chronicle.js';
import type { Reader } from '../told.js';

export const chronicle: Reader = {
  name: 'chronicle',
  async read(tx, told) {
    const events = told.map(({ event, complaint }) => ({ ref: complaint.id, seq: event.seq }));
    const hashes = await hashesOf(tx, events);
    await enter(
      tx,
      events.flatMap(({ ref, seq }) => {
        const hash = hashes.get(`${ref} ${seq}`);
        return hash === undefined ? [] : [{ kind: 'event', ref, seq, hash }];
      }),
    );
  },
};
