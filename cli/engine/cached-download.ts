import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { engineVersion } from './version.js';

/** Has the SDK download the program into the folder; it starts it once on the way. */
export async function fromCachedDownload(folder: string): Promise<string> {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const server = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', version: `v${engineVersion}`, downloadDir: folder } },
  });
  await server.teardown();
  const program = (await readdir(folder)).find((name) => name.startsWith('temporal'));
  if (!program) throw new Error('the download left no program');
  return join(folder, program);
}
