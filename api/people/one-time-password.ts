import { randomInt } from 'node:crypto';

// nothing that is taken for something else when read out
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 4;
const perGroup = 4;

/** A password to be told once and changed at the first login: 79 bits, in groups to read out. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: perGroup }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}
