import { createHash } from 'node:crypto';
import { canonical } from '../../domain/proof/canonical.js';

/** SHA-256, hexadecimal. */
export function digest(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

/** An id in the shape of a UUID that is always the same for the same parts. */
export function idFrom(...parts: string[]): string {
  const hex = digest(...parts);
  // version 8: made by a rule of our own
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** The digest of a value, whatever the order of its fields. */
export function digestOf(value: unknown): string {
  return digest(canonical(value));
}
