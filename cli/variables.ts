/** Reading single variables of an environment that is handed in. */
import { PlainError } from './plain.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Without blanks around it; undefined when nothing is said. */
export const text = (env: Environment, name: string): string | undefined => env[name]?.trim() || undefined;

/** One of the words that are allowed, the first unless told. Throws a plain sentence that names the variable. */
export function oneOf<const T extends string>(
  env: Environment,
  name: string,
  allowed: readonly [T, ...T[]],
  otherwise: T = allowed[0],
): T {
  const given = text(env, name) ?? otherwise;
  const found = allowed.find((one) => one === given);
  if (found !== undefined) return found;
  throw new PlainError(`${name} is '${given}', but it can be ${allowed.join(', ')}.`);
}
