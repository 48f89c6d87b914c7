/** An error whose message is all that a person needs to read: no stack is shown. */
export class PlainError extends Error {
  readonly plain = true;
}

/** Begins a line of `migrate` that whoever starts the house is to read, too. */
export const noteMark = 'Note: ';

/** Writes one line for the person in front of it; stdout belongs to results. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Turns what a full disk, a closed folder or a taken port throws into a sentence; anything else stays as it is. */
export function inPlainWords(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof PlainError) return error;
  const { code, path, syscall, port } = error as NodeJS.ErrnoException & { port?: number };
  const where = path ? ` (${path})` : '';
  if (code === 'ENOSPC') return new PlainError(`The disk is full${where}. Free some space and try again.`);
  if (code === 'EROFS' || (code === 'EACCES' && syscall !== 'listen')) {
    return new PlainError(`No right to write here${where}. Give this user write access or choose another HUIYIN_DATA.`);
  }
  if (code === 'EADDRINUSE') {
    return new PlainError(`Port ${port ?? '?'} is taken by another program. Choose another one with HUIYIN_PORT.`);
  }
  return error;
}
