import { readdir, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { alive, terminate } from '../process/identity.js';
import { run } from '../process/run.js';
import { postmasterOf } from './cluster.js';

/**
 * Ends what a killed start has left of a server on this cluster, and removes a pid file that names somebody else's
 * process by now. A dead server's own pid file stays: PostgreSQL reads from it whether old backends still run.
 */
export async function clearLeftovers(folder: string): Promise<void> {
  const cluster = await realpath(folder);
  const postmaster = await postmasterOf(cluster);
  if (postmaster && (await serves(postmaster, cluster))) await terminate(postmaster, 'SIGINT', 15_000);
  for (let rounds = 0; rounds < 100 && (await processesIn(cluster)).length > 0; rounds += 1) await sleep(100);
  const still = await processesIn(cluster);
  await Promise.all(still.map((pid) => terminate(pid, 'SIGQUIT', 5_000)));
  const named = await postmasterOf(cluster);
  if (named && alive(named)) await rm(join(cluster, 'postmaster.pid'), { force: true });
}

async function serves(pid: number, cluster: string): Promise<boolean> {
  if (!alive(pid)) return false;
  const where = await workingFolder(pid);
  if (where !== undefined) return where === cluster;
  const { output } = await run('ps', ['-o', 'args=', '-p', String(pid)]);
  return output.includes('postgres') && output.includes(cluster);
}

// a PostgreSQL process works in its cluster's folder
async function processesIn(cluster: string): Promise<number[]> {
  const pids = (await readdir('/proc').catch(() => [])).map(Number).filter(Boolean);
  const folders = await Promise.all(pids.map(workingFolder));
  return pids.filter((_, index) => folders[index] === cluster);
}

function workingFolder(pid: number): Promise<string | undefined> {
  return readlink(`/proc/${pid}/cwd`).catch(() => undefined);
}
