import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder: the nearest one above this file with a package.json. */
export const projectFolder = above(dirname(fileURLToPath(import.meta.url)));

/** What was downloaded or prepared once for this project, whatever the data folder. */
export const cacheFolder = join(projectFolder, '.cache');

/** The compiled project. */
export const distFolder = join(projectFolder, 'dist');

/** The program that every child process of Huiyin runs. */
export const mainProgram = join(distFolder, 'cli', 'main.js');

/** The files of a data folder. */
export function dataLayout(folder: string) {
  return {
    folder,
    logs: join(folder, 'logs'),
    run: join(folder, 'run'),
    postgres: join(folder, 'postgres'),
    engine: join(folder, 'engine'),
    ports: join(folder, 'ports.json'),
    secrets: join(folder, 'secrets.json'),
    masterKeys: join(folder, 'master.keys'),
    proof: join(folder, 'proof'),
  };
}

export type DataLayout = ReturnType<typeof dataLayout>;

function above(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json is missing above the program');
  return above(parent);
}
