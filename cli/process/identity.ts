import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** True while a process with this id runs, whoever owns it. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !zombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What tells a process from a later one with the same id: when it began. */
export function identity(pid: number): string | undefined {
  if (!alive(pid)) return undefined;
  try {
    return `${bootId()}:${statOf(pid)[19] ?? ''}`;
  } catch {
    return startedAt(pid);
  }
}

/** True when this very process still runs. */
export function sameProcess(pid: number, recorded: string | undefined): boolean {
  return recorded !== undefined && identity(pid) === recorded;
}

/** Asks a process to stop and kills it when it has not after a while. */
export async function terminate(pid: number, signal: NodeJS.Signals = 'SIGTERM', grace = 10_000): Promise<void> {
  send(pid, signal);
  const until = Date.now() + grace;
  while (alive(pid) && Date.now() < until) await sleep(50);
  if (alive(pid)) send(pid, 'SIGKILL');
  while (alive(pid) && Date.now() < until + 5_000) await sleep(50);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it is gone already
  }
}

// the fields after the command name, which may hold spaces and brackets
function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function zombie(pid: number): boolean {
  try {
    return statOf(pid)[0] === 'Z';
  } catch {
    return false;
  }
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

function startedAt(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
