import { readFileSync } from 'node:fs';
import { PlainError, say } from '../plain.js';
import { run } from '../process/run.js';

export interface SystemUser {
  uid: number;
  gid: number;
}

const name = 'postgres';

/** The user that PostgreSQL runs as when we are root, whom it refuses; made where there is none. Nothing for others. */
export async function postgresUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const found = lookUp();
  if (found) return found;
  say(`PostgreSQL does not run as root: adding the system user '${name}'.`);
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]);
  if (!lookUp()) await run('adduser', ['-S', '-D', '-H', name]);
  const made = lookUp();
  if (made) return made;
  throw new PlainError(
    `PostgreSQL does not run as root, and the user '${name}' could not be added. Add it, start Huiyin as another user, or give a database with DATABASE_URL.`,
  );
}

function lookUp(): SystemUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
