import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command } from './commands.js';
import { childEnvironment } from './environment.js';
import { distFolder, projectFolder } from './paths.js';
import { PlainError } from './plain.js';
import { runAloud } from './process/run.js';

/** Runs the measurements of `tests/bench/`. */
export const command: Command = {
  run(args, settings) {
    const program = join(distFolder, 'tests', 'bench', 'main.js');
    if (!existsSync(program)) throw new PlainError('There is no tests/bench/main.ts to run.');
    return runAloud(
      process.execPath,
      ['--enable-source-maps', program, ...args],
      childEnvironment(settings),
      projectFolder,
    );
  },
};
