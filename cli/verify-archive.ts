import { readFile } from 'node:fs/promises';
import { type ArchiveProblem, verifyArchive } from '../proof/archive.js';
import { PlainError, say } from './plain.js';

/** Whether an archive is as it was signed, with no database. `keyFile`: the public key of whoever must have signed it. */
export async function verifyFile(path: string, keyFile: string | undefined): Promise<number> {
  const [content, key] = await Promise.all([read(path), keyFile ? read(keyFile) : undefined]);
  const { problems, signer } = verifyArchive(content, key?.toString());
  for (const problem of problems) say(inWords(problem));
  if (signer)
    say(`Signed by the key ${signer}${keyFile ? '' : ', which came with it: compare it with the one you know'}.`);
  say(
    problems.length === 0
      ? 'Everything in it is as it was signed.'
      : `${problems.length} things are not as they were signed.`,
  );
  return problems.length === 0 ? 0 : 1;
}

const read = (path: string): Promise<Buffer> =>
  readFile(path).catch(() => {
    throw new PlainError(`${path} cannot be read.`);
  });

function inWords({ what, name, seq }: ArchiveProblem): string {
  const words: Record<ArchiveProblem['what'], string> = {
    unreadable: 'It is no zip.',
    unsigned: 'It carries no signature.',
    forged: 'The signature is not genuine.',
    altered: `${name ?? ''} was altered.`,
    missing: `${name ?? ''} is missing.`,
    added: `${name ?? ''} was added.`,
    event: `Event ${seq ?? ''} does not fit its chain.`,
  };
  return words[what];
}
