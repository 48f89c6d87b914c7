import { isStorable } from '../../database/plain-text.js';
import { invalid } from '../kernel/problem.js';

interface Cursor {
  name: string;
  id: string;
}

export const cursorOf = ({ name, id }: Cursor): string => Buffer.from(JSON.stringify([name, id])).toString('base64url');

/** Throws invalid for what no list gave. */
export function afterOf(cursor: string): Cursor {
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (typeof name === 'string' && typeof id === 'string' && isStorable(name) && isStorable(id)) return { name, id };
  } catch {
    // said below
  }
  throw invalid({ path: 'after', message: 'was given by no list' });
}
