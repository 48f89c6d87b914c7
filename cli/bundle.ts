import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { failureConverterPath } from '../vault/converter.js';
import { cacheFolder, distFolder } from './paths.js';

/** The workflows as one file for the sandbox, built once for each state of the compiled code. */
export async function workflowBundle(): Promise<{ codePath: string }> {
  const codePath = join(cacheFolder, 'bundles', `${await digest()}.cjs`);
  if (existsSync(codePath)) return { codePath };
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(distFolder, 'workflows', 'index.js'),
    failureConverterPath,
    logger: new DefaultLogger('WARN'),
  });
  await mkdir(join(cacheFolder, 'bundles'), { recursive: true });
  const aside = `${codePath}.${process.pid}.new`;
  await writeFile(aside, code);
  await rename(aside, codePath);
  return { codePath };
}

/** Of what goes into the bundle, and of the packages that it draws in. */
async function digest(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(distFolder, '..', 'package-lock.json')));
  hash.update(await readFile(failureConverterPath));
  for (const folder of ['domain', 'workflows']) {
    const files = await readdir(join(distFolder, folder), { recursive: true });
    for (const file of files.filter((name) => name.endsWith('.js')).sort()) {
      hash.update(file).update(await readFile(join(distFolder, folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 24);
}
