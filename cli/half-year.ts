import { join } from 'node:path';
import { type Command } from './commands.js';
import { childEnvironment } from './environment.js';
import { distFolder, projectFolder } from './paths.js';
import { runAloud } from './process/run.js';

/** Rehearses half a year of a whole group: `tests/half-year/`. */
export const command: Command = {
  run(args, settings) {
    const program = join(distFolder, 'tests', 'half-year', 'main.js');
    return runAloud(
      process.execPath,
      ['--enable-source-maps', program, ...args],
      childEnvironment(settings),
      projectFolder,
    );
  },
};
