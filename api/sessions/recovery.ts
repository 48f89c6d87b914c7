/** Recovery codes: instead of the phone that is lost. */
import { randomInt } from 'node:crypto';
import { digest } from '../kernel/digest.js';

// nothing that looks like something else
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const howMany = 10;

/** Ten new ones, of 59 bits each: `xxxx-xxxx-xxxx`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: howMany }, () => [four(), four(), four()].join('-'));

const four = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');

/** The digest that is kept; spaces, hyphens and capitals make no difference. */
export const recoveryDigest = (user: string, code: string): string =>
  digest('recovery', user, code.toLowerCase().replace(/[\s-]/g, ''));
