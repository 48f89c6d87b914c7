/** What people were answered, as it is compared and searched. */
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { press } from '../../../renderings/press.js';
import { readPdf } from '../../unit/renderings/read-pdf.js';
import type { Answer } from '../house.js';

/** As it is read, with what else a reader learns by. */
export const textOf = ({ status, headers, body }: Answer): string =>
  `${status} ${headers.get('etag') ?? ''} ${typeof body === 'string' ? body : JSON.stringify(body)}`;

/** The text of each part of a file that is packed; of any other what it is. */
export function unpacked(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50) return strFromU8(bytes);
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !name.startsWith('docProps/'));
  return parts.map(([name, content]) => `${name} ${strFromU8(content)}`).join('\n');
}

/** A few at a time. */
export async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  await Promise.all(
    [1, 2, 3, 4].map(async () => {
      for (let one = left.shift(); one; one = left.shift()) await work(one);
    }),
  );
}

/** Sets the same paper once, and reads the same file once: each takes long, and many are shown the same. */
export function pressOnce(): { press: typeof press; read: (bytes: Uint8Array) => Promise<string> } {
  const set = new Map<string, Promise<Uint8Array>>();
  const texts = new Map<string, Promise<string>>();
  const once = <T>(kept: Map<string, T>, key: string | Uint8Array, make: () => T): T => {
    const name = createHash('sha256').update(key).digest('hex');
    const found = kept.get(name) ?? make();
    kept.set(name, found);
    return found;
  };
  const textIn = async (bytes: Uint8Array) =>
    strFromU8(bytes.subarray(0, 4)) === '%PDF' ? (await readPdf(bytes)).text : unpacked(bytes);
  return {
    press: (...asked) => once(set, JSON.stringify(asked), () => press(...asked)),
    read: (bytes) => once(texts, bytes, () => textIn(bytes)),
  };
}
