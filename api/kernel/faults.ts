/** What faults of the database, and of keys, mean. */
import { KeyDestroyed } from '../../vault/keyring.js';
import { KeysUnavailable } from '../../vault/unavailable.js';

interface Fault {
  code?: unknown;
  message?: unknown;
  cause?: unknown;
  /** What the mapper wraps. */
  driverError?: unknown;
  errors?: unknown;
}

const away = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);
// classes 08 (connection), 53 (resources), 57P (shutdown, crash, starting up), and read only during a switch-over
const sqlAway = /^(08|53|57P|25006)/;
const said =
  /timeout exceeded when trying to connect|Connection terminated|terminated unexpectedly|not queryable|Query read timeout/i;
// a time that no calendar has, a character that no text may have
const unusable = new Set(['22007', '22008', '22021', '22P02', '22P05']);

/** Whether an error, or one that it wraps, says that the database cannot be reached. */
export function isDatabaseAway(error: unknown): boolean {
  return chain(error).some(({ code, message, errors }) => {
    if (typeof code === 'string' && (away.has(code) || sqlAway.test(code))) return true;
    if (typeof message === 'string' && said.test(message)) return true;
    return Array.isArray(errors) && errors.some(isDatabaseAway);
  });
}

/** Whether an error, or one that it wraps, says that there are no keys for the moment. */
export function areKeysAway(error: unknown): boolean {
  return chain(error).some((one) => one instanceof KeysUnavailable);
}

/** Whether an error, or one that it wraps, says that what is asked for was deleted by law. */
export function isErased(error: unknown): boolean {
  return chain(error).some((one) => one instanceof KeyDestroyed);
}

/** Whether the database could not take a value for what it was. */
export function isUnusableValue(error: unknown): boolean {
  return chain(error).some(({ code }) => typeof code === 'string' && unusable.has(code));
}

/** An error and those that it wraps, the outermost first. */
export function chain(error: unknown): Fault[] {
  const faults: Fault[] = [];
  for (let one = error; typeof one === 'object' && one !== null && faults.length < 5;) {
    const fault: Fault = one;
    faults.push(fault);
    one = fault.driverError ?? fault.cause;
  }
  return faults;
}
