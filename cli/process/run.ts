import { spawn } from 'node:child_process';

export interface Outcome {
  code: number;
  output: string;
}

interface How {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  user?: { uid: number; gid: number };
  timeout?: number;
}

/** Runs a program to its end and keeps what it said; a program that cannot be run ends with code 127. */
export function run(
  command: string,
  args: string[],
  { cwd, env, user, timeout = 300_000 }: How = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], ...user });
    // a timer of our own: the one of `spawn` goes on for a program that is not there
    const timer = setTimeout(() => child.kill(), timeout);
    const end = (outcome: Outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    let output = '';
    const keep = (piece: Buffer) => {
      output = (output + piece.toString('utf8')).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => end({ code: 127, output: error.message }));
    child.once('close', (code) => end({ code: code ?? 1, output: output.trim() }));
  });
}

/** Runs a program whose words go straight to the terminal; answers its exit code. */
export function runAloud(command: string, args: string[], env?: NodeJS.ProcessEnv, cwd?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
