import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { engineVersion } from './version.js';

const patience = 180_000;

/** Has the SDK download the program into the folder; it starts it once on the way. */
export async function fromCachedDownload(folder: string): Promise<string> {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const starting = TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', version: `v${engineVersion}`, downloadDir: folder } },
  });
  const server = await Promise.race([starting, tooLong()]);
  await server.teardown();
  const program = (await readdir(folder)).find((name) => name.startsWith('temporal'));
  if (!program) throw new Error('the download left no program');
  return join(folder, program);
}

// without a network it tries for ever
async function tooLong(): Promise<never> {
  await sleep(patience, undefined, { ref: false });
  throw new Error(`no answer within ${patience / 1_000} s`);
}
