import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlainError, root, say } from './say.mjs';

/** Runs `npm ci` when the installed packages are not those of the lock file. */
export async function installPackages() {
  if (await installed()) return;
  say('Installing the packages (once; about a minute) …');
  const started = Date.now();
  await npmCi();
  say(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

async function installed() {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')).packages;
  let present;
  try {
    // npm writes this file last: an interrupted install has none
    present = JSON.parse(await readFile(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
  } catch {
    return false;
  }
  return Object.entries(lock).every(([path, wanted]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional || wanted.peer);
  });
}

function npmCi() {
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const viaNode = process.env.npm_execpath?.endsWith('.js');
  const command = viaNode ? process.execPath : process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const all = viaNode ? [process.env.npm_execpath, ...words] : words;
  return new Promise((resolve, reject) => {
    const npm = spawn(command, all, { cwd: root, stdio: ['ignore', 2, 2], shell: command === 'npm.cmd' });
    npm.on('error', () =>
      reject(new PlainError('npm is not to be found. It comes with Node.js: install both and try again.')),
    );
    npm.on('exit', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new PlainError(
            'The packages could not be installed; npm says why above. Is the registry reachable and the disk not full?',
          ),
        );
    });
  });
}
