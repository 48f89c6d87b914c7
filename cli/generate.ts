import { readFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Command } from './commands.js';
import { generators } from './generators.js';
import { projectFolder } from './paths.js';
import { say } from './plain.js';

/** Writes the generated files anew; with `--check` it only tells which are not up to date. */
export const command: Command = {
  async run(args) {
    const stale: string[] = [];
    for (const generate of generators) {
      for (const [path, content] of Object.entries(await generate())) {
        const full = join(projectFolder, path);
        if ((await readFile(full, 'utf8').catch(() => undefined)) === content) continue;
        stale.push(path);
        if (args.includes('--check')) continue;
        await mkdir(dirname(full), { recursive: true });
        await writeFile(full, content);
        say(`Wrote ${path}.`);
      }
    }
    if (!args.includes('--check') || stale.length === 0) return 0;
    say(`Not up to date: ${stale.join(', ')}. Run 'npm run generate' and commit the result.`);
    return 1;
  },
};
