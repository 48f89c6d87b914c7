import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { newSecret } from '../environment.js';
import { PlainError } from '../plain.js';
import { readJson, writeJson } from '../process/files.js';
import { run } from '../process/run.js';
import { findPlace, type Place } from './place.js';

/** A database cluster that can be started. */
export interface Cluster extends Place {
  passwords: Passwords;
}

export interface Passwords {
  /** Of `postgres`, who may do everything. */
  superuser: string;
  /** Of `huiyin`, who owns the project's database and nothing else. */
  application: string;
}

/** Finds the cluster of a data folder, or makes it. */
export async function openCluster(folder: string, secretsFile: string): Promise<Cluster> {
  await mkdir(dirname(folder), { recursive: true });
  const place = await findPlace(folder);
  const passwords = await passwordsIn(secretsFile);
  if (!(await readdir(place.cluster)).includes('PG_VERSION')) await initialise(place, passwords);
  return { ...place, passwords };
}

async function passwordsIn(file: string): Promise<Passwords> {
  const known = (await readJson(file)) as Partial<Passwords> | undefined;
  const passwords = {
    ...known,
    superuser: known?.superuser ?? newSecret(32),
    application: known?.application ?? newSecret(32),
  };
  if (!known?.superuser || !known.application) await writeJson(file, passwords);
  return passwords;
}

// the order is the same on every system; which characters are letters, only the system knows
const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
const ctypes = ['C.UTF-8', 'en_US.UTF-8', 'C'];

// beside its place and then moved there: half a cluster is never taken for one
async function initialise({ bin, cluster, user, as }: Place, { superuser }: Passwords): Promise<void> {
  const fresh = `${cluster}.new`;
  const secret = join(dirname(cluster), `.${basename(cluster)}-password`);
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(secret, superuser, { mode: 0o600 });
  if (user) await Promise.all([fresh, secret].map((path) => chown(path, user.uid, user.gid)));
  const words = [
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${secret}`,
    '--encoding=UTF8',
    '--no-instructions',
  ];
  try {
    let last = '';
    for (const ctype of ctypes) {
      const launch = as({
        command: join(bin, 'initdb'),
        args: ['-D', fresh, ...words, ...locale, `--lc-ctype=${ctype}`],
      });
      const { code, output } = await run(launch.command, launch.args, { user: launch.user, cwd: '/' });
      last = code === 0 ? '' : output;
      if (code === 0) break;
    }
    if (last) throw new PlainError(`The database could not be made in ${cluster}:\n${last}`);
    await rm(cluster, { recursive: true, force: true });
    await rename(fresh, cluster);
  } finally {
    await rm(secret, { force: true });
    await rm(fresh, { recursive: true, force: true });
  }
}

/** The id of the server process that the cluster's own pid file names. */
export async function postmasterOf(cluster: string): Promise<number | undefined> {
  const [line] = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return Number(line) || undefined;
}
