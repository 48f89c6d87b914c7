import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildServer } from './build-server.mjs';
import { buildWeb } from './build-web.mjs';
import { withLock } from './lock.mjs';
import { installPackages } from './packages.mjs';
import { inPlainWords, root } from './say.mjs';

/** Installs, compiles and builds what is missing or has changed. Two at once are safe: the second waits. */
export async function setUp(argv) {
  try {
    await mkdir(join(root, '.cache'), { recursive: true });
    await withLock(join(root, '.cache', 'setup.lock'), async () => {
      await installPackages();
      await buildServer();
      if (needsWeb(argv)) await buildWeb();
    });
  } catch (error) {
    throw inPlainWords(error);
  }
}

function needsWeb([command, ...rest]) {
  if (command === 'start' || command === 'build') return true;
  return command === 'test' && (rest.length === 0 || rest.some((word) => word.includes('e2e')));
}
