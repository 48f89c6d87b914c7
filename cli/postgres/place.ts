import { createHash } from 'node:crypto';
import { chmod, chown, cp, mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PlainError } from '../plain.js';
import { readJson, writeJson } from '../process/files.js';
import { boundToUs, hasSetpriv, type Launch } from '../process/launch.js';
import { run } from '../process/run.js';
import { embeddedPostgres } from './binaries.js';
import { postgresUser, type SystemUser } from './user.js';

/** Where PostgreSQL's programs and cluster are, and how they are run as a user who reaches both. */
export interface Place {
  bin: string;
  cluster: string;
  user?: SystemUser;
  as: (launch: Launch) => Launch;
}

// folders that any user reaches, for when the data folder is below a closed one
const reachable = ['/var/lib/huiyin', '/var/tmp/huiyin'];

/** Finds the place for the cluster of a data folder; it is the data folder itself wherever that can be. */
export async function findPlace(wanted: string): Promise<Place> {
  const native = await embeddedPostgres();
  const user = await postgresUser();
  await mkdir(wanted, { recursive: true, mode: 0o700 });
  if (!user) return { bin: join(native, 'bin'), cluster: wanted, as: (launch) => boundToUs(launch, 'INT') };

  const elsewhere = (await readJson(`${wanted}-elsewhere.json`)) as { cluster: string } | undefined;
  if (!elsewhere) {
    await chown(wanted, user.uid, user.gid);
    for (const as of ways(user)) {
      const place = { bin: join(native, 'bin'), cluster: wanted, user, as };
      if (await usable(place)) return place;
    }
  }
  return moveOut(native, wanted, user);
}

function ways(user: SystemUser): ((launch: Launch) => Launch)[] {
  if (!hasSetpriv()) return [(launch) => ({ ...launch, user })];
  const become = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--init-groups'];
  // the right to pass through folders that only root opens, and no other
  const passing = ['--inh-caps=-all,+dac_read_search', '--ambient-caps=-all,+dac_read_search'];
  return [
    (launch) => boundToUs(launch, 'INT', ...become),
    (launch) => boundToUs(launch, 'INT', ...become, ...passing, '--securebits=+no_setuid_fixup'),
  ];
}

async function usable({ bin, cluster, as }: Place): Promise<boolean> {
  const probe = join(cluster, '.probe');
  const initdb = await asked(as({ command: join(bin, 'initdb'), args: ['--version'] }));
  if (initdb.code !== 0 || initdb.output.includes('invalid binary')) return false;
  const touch = await asked(as({ command: 'sh', args: ['-c', 'cd "$0" && : > "$1" && rm "$1"', cluster, probe] }));
  return touch.code === 0;
}

function asked({ command, args, user }: Launch) {
  return run(command, args, { user, cwd: '/', timeout: 20_000 });
}

async function moveOut(native: string, wanted: string, user: SystemUser): Promise<Place> {
  const [as] = ways(user);
  for (const base of reachable) {
    try {
      const programs = join(base, `postgres-${basename(dirname(native))}-${digest(native)}`);
      const cluster = join(base, digest(wanted));
      await mkdir(cluster, { recursive: true, mode: 0o700 });
      await chmod(base, 0o755);
      await chown(cluster, user.uid, user.gid);
      await copyOnce(native, programs);
      const place = { bin: join(programs, 'bin'), cluster, user, as: as as Place['as'] };
      if (!(await usable(place))) continue;
      await writeJson(`${wanted}-elsewhere.json`, { cluster });
      return place;
    } catch {
      // the next one may do
    }
  }
  throw new PlainError(
    `The user 'postgres' reaches neither ${wanted} nor ${reachable.join(' nor ')}. Choose a data folder with HUIYIN_DATA that other users may pass into, or give a database with DATABASE_URL.`,
  );
}

async function copyOnce(native: string, programs: string): Promise<void> {
  const done = join(programs, '.complete.json');
  if (await readJson(done)) return;
  await rm(programs, { recursive: true, force: true });
  await cp(native, programs, { recursive: true, verbatimSymlinks: true });
  await writeJson(done, true);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
