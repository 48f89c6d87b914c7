/** What the answers of a transit engine mean (HashiCorp Vault, OpenBao, and what speaks like them). */
import { KeyRefused, KeysUnavailable } from '../unavailable.js';

export interface Answer {
  status: number;
  /** As JSON; undefined when it is none. */
  body: unknown;
}

export interface Place {
  /** Of its HTTP interface. */
  address: string;
  namespace?: string | undefined;
  mount: string;
  key: string;
}

/** What is needed to know of a key. */
export interface KeyDescription {
  /** Each owner has a key derived from it: asked with a context. */
  derived: boolean;
  latest: number;
}

// ciphers that authenticate, so that an owner can be bound
const fit = ['aes256-gcm96', 'aes128-gcm96', 'chacha20-poly1305', 'xchacha20-poly1305'];

/** The data of an answer. Throws KeysUnavailable, or KeyRefused for a wrapped key that it does not open. */
export function dataOf(answer: Answer, place: Place, asked: string): Record<string, unknown> {
  const data = fieldsOf(fieldsOf(answer.body)?.['data']);
  if (answer.status === 200 && data) return data;
  throw fault(answer, place, asked);
}

/** Throws KeysUnavailable when it is no key for us. */
export function descriptionOf(data: Record<string, unknown>, { mount, key }: Place): KeyDescription {
  const { type, derived, latest_version: latest } = data;
  if (typeof latest !== 'number' || typeof derived !== 'boolean' || !fit.includes(String(type))) {
    throw new KeysUnavailable('unfit-key', `the key ${mount}/${key} is of the type ${String(type)}`);
  }
  return { derived, latest };
}

/** The version that a wrapped key says it is of. */
export function versionOf(ciphertext: string): number {
  const version = /^[\w-]+:v(\d+):/.exec(ciphertext)?.[1];
  if (version === undefined) throw new KeyRefused('the wrapped key has no version in front');
  return Number(version);
}

function fault({ status, body }: Answer, { address, namespace, mount, key }: Place, asked: string): Error {
  const said = errorsOf(body);
  const unavailable = (reason: KeysUnavailable['reason'], message: string) => new KeysUnavailable(reason, message);
  if (said === undefined && status < 500)
    return unavailable('elsewhere', `${address} answers ${status}, and not as a key service does`);
  if (status === 503 && /sealed/i.test(said ?? ''))
    return unavailable('sealed', `the key service ${address} is sealed`);
  if (status === 429) return unavailable('busy', `the key service ${address} has too much to do`);
  if (status >= 500 || status === 472 || status === 473 || status === 412)
    return unavailable('failing', `the key service ${address} answers ${status}${said ? `: ${said}` : ''}`);
  if (status === 403) return unavailable('forbidden', `the key service does not let us ${asked}`);
  if (status === 404 && /namespace/i.test(said ?? ''))
    return unavailable('no-namespace', `the key service has no namespace "${namespace ?? ''}"`);
  if (status === 404 && said) return unavailable('no-mount', `the key service has no transit engine at "${mount}"`);
  if (status === 404 || /key not found/i.test(said ?? ''))
    return unavailable('no-key', `the key service has no key "${key}" at "${mount}"`);
  if (status === 400) return new KeyRefused(`the key service did not ${asked}: ${said ?? status}`);
  return unavailable('failing', `the key service ${address} answers ${status}${said ? `: ${said}` : ''}`);
}

/** Undefined when it is no such answer at all. */
export function errorsOf(body: unknown): string | undefined {
  const errors = fieldsOf(body)?.['errors'];
  return Array.isArray(errors) ? errors.join('; ').slice(0, 300) : undefined;
}

/** Undefined for what is no object. */
export function fieldsOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
