/** The master key that wraps each complaint's own key: from a file here, from a key service by the same interface. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A key as it is kept. */
export interface Wrapped {
  /** Id of the master key that wraps it, and its version in it where there are any: `ID:v3`. */
  under: string;
  wrapped: Uint8Array;
}

/**
 * What a key service offers, too; its key itself need never be seen: encrypt, decrypt and re-encrypt by the id of a key,
 * bound to an owner. A service may throw KeysUnavailable.
 */
export interface MasterKey {
  /** Without blanks and colons. */
  id: string;
  /** What a key wrapped now is `under`. */
  newest(): Promise<string>;
  wrap(key: Uint8Array, owner: string): Promise<Wrapped>;
  /** Throws when the text was altered or wrapped by another key. */
  unwrap(wrapped: Uint8Array, owner: string): Promise<Uint8Array>;
  /** The same key under the newest version of this one. */
  rewrap(wrapped: Uint8Array, owner: string): Promise<Wrapped>;
}

export interface MasterKeys {
  /** Wraps new keys. */
  current: MasterKey;
  /** The one that wraps what is kept `under` it. */
  wrapperOf(under: string): MasterKey | undefined;
}

/** The first wraps; all open what they once wrapped. */
export function masterKeysOf(current: MasterKey, ...others: MasterKey[]): MasterKeys {
  const all = [current, ...others];
  return { current, wrapperOf: (under) => all.find(({ id }) => id === under.split(':')[0]) };
}

const length = 32;
const nonceLength = 12;
const tagLength = 16;

/**
 * Master keys from the text of a file: a line `ID BASE64` each, 32 bytes, the last one wraps. Throws a RangeError that
 * names the line.
 */
export function masterKeysFrom(text: string): MasterKeys {
  const [current, ...others] = fileKeysFrom(text);
  return masterKeysOf(current, ...others);
}

/** The same, the newest first. */
export function fileKeysFrom(text: string): [MasterKey, ...MasterKey[]] {
  const keys = text
    .split('\n')
    .map((line, i) => ({ line: line.trim(), n: i + 1 }))
    .filter(({ line }) => line && !line.startsWith('#'))
    .map(({ line, n }) => {
      const [id = '', base64 = ''] = line.split(/\s+/);
      const key = Buffer.from(base64, 'base64');
      if (!/^[\w.-]{1,40}$/.test(id) || key.length !== length) {
        throw new RangeError(`line ${n} is no master key: a name, a blank, and 32 bytes as base64`);
      }
      return masterKey(id, key);
    });
  const [current, ...others] = keys.reverse();
  if (!current) throw new RangeError('there is no master key in it');
  return [current, ...others];
}

/** A new line for the file of master keys. */
export function newMasterKeyLine(now: Date): string {
  return `${now.toISOString().slice(0, 10)}-${randomBytes(2).toString('hex')} ${randomBytes(length).toString('base64')}\n`;
}

function masterKey(id: string, key: Buffer): MasterKey {
  const wrapped = (plain: Uint8Array): Wrapped => ({ under: id, wrapped: encrypt(key, plain, id) });
  return {
    id,
    newest: () => Promise.resolve(id),
    wrap: (plain) => Promise.resolve(wrapped(plain)),
    unwrap: (text) => Promise.resolve(decrypt(key, text, id)),
    rewrap: (text) => Promise.resolve(wrapped(decrypt(key, text, id))),
  };
}

/** AES-256-GCM: nonce, tag, cipher text. `bound` must be the same when it is opened. */
export function encrypt(key: Uint8Array, plain: Uint8Array, bound: string): Uint8Array {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Throws when anything of it was altered. */
export function decrypt(key: Uint8Array, sealed: Uint8Array, bound: string): Uint8Array {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), { authTagLength: tagLength })
    .setAAD(Buffer.from(bound))
    .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
  return Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()]);
}
