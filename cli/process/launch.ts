import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { closeLog, openLog } from './files.js';

/** How to run one program. */
export interface Launch {
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Another user to run as, where no helper program changes the user. */
  user?: { uid: number; gid: number };
  /** A channel by which a child of our own tells that it is ready and notices that we are gone. */
  channel?: boolean;
}

let helper: boolean | undefined;

/** True where `setpriv` can give a process another user, capabilities and a signal for its parent's death. */
export function hasSetpriv(): boolean {
  helper ??= process.platform === 'linux' && works('setpriv', ['--pdeathsig', 'TERM', 'true']);
  return helper;
}

/** Wraps a launch so that the program is signalled when we die without a word; where that is possible. */
export function boundToUs(launch: Launch, signal: 'INT' | 'TERM' | 'KILL', ...more: string[]): Launch {
  if (!hasSetpriv()) return launch;
  return { ...launch, command: 'setpriv', args: ['--pdeathsig', signal, ...more, launch.command, ...launch.args] };
}

/** Starts a program in a process group of its own, so that Ctrl-C reaches it only through us. */
export function launchProcess(launch: Launch, logFile: string): ChildProcess {
  const log = openLog(logFile);
  try {
    return spawn(launch.command, launch.args, {
      env: launch.env,
      cwd: launch.cwd,
      detached: true,
      stdio: launch.channel ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
      ...launch.user,
    });
  } finally {
    closeLog(log);
  }
}

/** True when a program can be run and ends well. */
export function works(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}
