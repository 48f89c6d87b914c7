/** What makes an altered event show: each event's digest, and a chain of hashes over the events of a complaint. */
import { createHash, createHmac } from 'node:crypto';
import { canonical } from '../domain/proof/canonical.js';
import { storable } from './plain-text.js';

/** One event's place in the chain of its complaint. */
export interface Link {
  seq: number;
  /** Keyed digest of the event; stays when the event itself is deleted by law. */
  digest: string;
  /** Over the link before, the place and the digest. */
  hash: string;
}

/** The salt that a complaint's digests are keyed by. */
export type SaltOf = (complaintId: string) => Promise<Uint8Array>;

/**
 * The digest of an event, as a table hands it back. The salt is the complaint's own: once it is destroyed nobody
 * finds out by guessing what a deleted event said. Hexadecimal HMAC-SHA-256.
 */
export function digestOf(event: object, salt: Uint8Array): string {
  const stored: unknown = JSON.parse(storable(event));
  return createHmac('sha256', salt).update(canonical(stored)).digest('hex');
}

/** The hash of a link; `before` is the hash of the link before it, empty at the beginning. The projection reckons the same in SQL. */
export function hashOf(before: string, seq: number, digest: string): string {
  return createHash('sha256').update(`${before}\n${seq}\n${digest}`).digest('hex');
}
