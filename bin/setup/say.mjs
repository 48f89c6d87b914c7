import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** One line to the person in front of it; stdout stays clean. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** An error whose message is all that a person needs. */
export class PlainError extends Error {
  plain = true;
}

/** The same words for what a full disk or a closed folder does to any step. */
export function inPlainWords(error) {
  if (error.code === 'ENOSPC')
    return new PlainError(`The disk is full: ${error.path ?? root}. Free some space and try again.`);
  if (error.code === 'EACCES' || error.code === 'EROFS') {
    return new PlainError(`No right to write ${error.path ?? root}. Give this user write access and try again.`);
  }
  return error;
}
