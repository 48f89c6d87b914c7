import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from '../../cli/environment.js';
import { projectFolder } from '../../cli/paths.js';
import { freePort } from '../../cli/process/ports.js';

const password = 'an-echo-for-every-test';

export type PartName = 'supervisor' | 'postgres' | 'engine' | 'worker' | 'api';

/** The whole system as a user starts it, on a data folder and port of its own. */
export interface RunningHouse {
  url: string;
  /** Of every demo user. */
  password: string;
  dataFolder: string;
  /** Everything it has printed so far. */
  output: () => string;
  /** The process id of a part at this moment. */
  pid: (part: PartName) => Promise<number>;
  /** Kills a part with -9; answers its id. */
  kill: (part: PartName) => Promise<number>;
  /** Stops it, and removes the data unless it is to be started again on it. */
  stop: (options?: { keepData?: boolean }) => Promise<void>;
}

interface HouseOptions {
  dataFolder?: string;
  port?: number;
  env?: Record<string, string>;
}

/** Starts the whole system and waits until it says that it runs. Stop it in `afterAll`. */
export async function startHouse({ dataFolder, port, env = {} }: HouseOptions = {}): Promise<RunningHouse> {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'huiyin-house-')));
  const chosen = port ?? (await freePort());
  const settings = { dataFolder: folder, port: chosen, host: '127.0.0.1', demoPassword: password };
  const child = spawn(process.execPath, [join(projectFolder, 'bin', 'huiyin.mjs'), 'start'], {
    cwd: projectFolder,
    env: childEnvironment(settings, { NODE_OPTIONS: '', TEMPORAL_ADDRESS: '', DATABASE_URL: '', ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (output += piece.toString()));
  const pid = async (part: PartName) => Number(await readFile(join(folder, 'run', `${part}.pid`), 'utf8'));
  try {
    await untilReady(child, () => output);
  } catch (error) {
    await end(child);
    throw error;
  }
  const house: RunningHouse = {
    url: `http://127.0.0.1:${chosen}`,
    password,
    dataFolder: folder,
    output: () => output,
    pid,
    async kill(part) {
      const victim = await pid(part);
      process.kill(victim, 'SIGKILL');
      return victim;
    },
    async stop({ keepData = false } = {}) {
      await end(child);
      globalThis.testHouses?.delete(house);
      if (!keepData) await rm(folder, { recursive: true, force: true });
    },
  };
  (globalThis.testHouses ??= new Set()).add(house);
  return house;
}

declare global {
  /** Those that run, for whoever says why a test of theirs failed. */
  var testHouses: Set<RunningHouse> | undefined;
}

async function untilReady(child: ChildProcess, output: () => string): Promise<void> {
  const until = Date.now() + 120_000;
  while (!output().includes('Ctrl-C stops it.')) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`it did not start:\n${output()}`);
    await sleep(100);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
  await gone;
  clearTimeout(timer);
}
