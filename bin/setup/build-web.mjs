import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { digest, filesBelow, readJson, writeWhole } from './files.mjs';
import { PlainError, root, say } from './say.mjs';

const output = join(root, 'dist', 'web');
const stampPath = join(root, 'dist', '.web.json');

/** Builds the web pages to `dist/web/` when `web/` has changed. */
export async function buildWeb() {
  const files = (await filesBelow('web')).filter(({ path }) => !path.startsWith('web/dist/'));
  if (!files.some(({ path }) => path === 'web/index.html')) return;
  const hash = createHash('sha256').update(await digest('package-lock.json'));
  for (const { path, print } of files.sort((a, b) => (a.path < b.path ? -1 : 1))) hash.update(`${path} ${print}\n`);
  const print = hash.digest('hex');
  if ((await readJson(stampPath, {})).print === print && (await exists(join(output, 'index.html')))) return;

  say('Building the web pages …');
  const fresh = `${output}.${process.pid}.new`;
  const old = `${output}.${process.pid}.old`;
  await vite(fresh);
  if (await exists(output)) await rename(output, old);
  await rename(fresh, output);
  await rm(old, { recursive: true, force: true });
  await writeWhole(stampPath, JSON.stringify({ print }));
}

function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}

function vite(outDir) {
  const program = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const words = [program, 'build', join(root, 'web'), '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  return new Promise((resolve, reject) => {
    // for people, wherever it is built from: tests say another
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(process.execPath, words, { cwd: root, env, stdio: ['ignore', 2, 2] });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new PlainError('The web pages could not be built; the reason stands above.'));
    });
  });
}
