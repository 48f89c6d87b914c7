import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command } from './commands.js';
import { childEnvironment } from './environment.js';
import { mainProgram, projectFolder } from './paths.js';
import { say } from './plain.js';
import { run } from './process/run.js';

interface Check {
  name: string;
  program: string;
  args: string[];
}

function checks(): Check[] {
  const tool = (path: string) => join(projectFolder, 'node_modules', path);
  const rooms = JSON.parse(readFileSync(join(projectFolder, 'rooms.json'), 'utf8')) as string[];
  const web = existsSync(join(projectFolder, 'web', 'tsconfig.json'));
  return [
    // the longest first
    {
      name: 'lint',
      program: tool('eslint/bin/eslint.js'),
      args: ['--cache', '--cache-location', '.cache/eslint/', '.'],
    },
    { name: 'types', program: tool('typescript/bin/tsc'), args: ['--project', '.'] },
    ...(web
      ? [
          {
            name: 'types of the web pages',
            program: tool('typescript/bin/tsc'),
            args: ['--project', 'web', '--noEmit'],
          },
        ]
      : []),
    { name: 'format', program: tool('prettier/bin/prettier.cjs'), args: ['--check', '--log-level', 'warn', '.'] },
    { name: 'arrows', program: tool('dependency-cruiser/bin/dependency-cruise.mjs'), args: rooms },
    { name: 'dead code', program: tool('knip/bin/knip.js'), args: [] },
    { name: 'generated files', program: mainProgram, args: ['generate', '--check'] },
  ];
}

const lanes = 2;
const longest = 2_400_000;

/** Runs every check to its end, two at a time, so that one run tells all that is wrong. Words choose among the checks. */
export const command: Command = {
  async run(args, settings) {
    const failed: string[] = [];
    const queue = checks().filter(({ name }) => args.length === 0 || args.some((word) => name.includes(word)));
    const lane = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { name, program, args: words } = next;
        const begun = Date.now();
        const how = { env: childEnvironment(settings), cwd: projectFolder, timeout: longest };
        const { code, output } = await run(process.execPath, [program, ...words], how);
        // what one says stands together
        if (output) process.stdout.write(`${output}\n`);
        say(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
        if (code !== 0) failed.push(name);
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    if (failed.length > 0) say(`Failed: ${failed.join(', ')}.`);
    return failed.length > 0 ? 1 : 0;
  },
};
