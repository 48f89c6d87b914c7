import { commands } from './commands.js';
import { readSettings } from './environment.js';
import { inPlainWords, PlainError, say } from './plain.js';

/** Runs the command that the arguments name and ends with its exit code. */
export async function main(argv: string[]): Promise<void> {
  const [name = 'help', ...args] = argv;
  if (['help', '--help', '-h'].includes(name)) {
    process.stdout.write(help());
    return;
  }
  const row = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!row) {
    process.stderr.write(`There is no command '${name}'.\n\n${help()}`);
    process.exitCode = 2;
    return;
  }
  try {
    const settings = readSettings();
    const { command } = await row.load();
    process.exitCode = (await command.run(args, settings)) ?? process.exitCode ?? 0;
  } catch (thrown) {
    const error = inPlainWords(thrown);
    say(error instanceof PlainError ? error.message : error instanceof Error ? (error.stack ?? '') : String(error));
    process.exitCode = 1;
  }
}

function help(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const rows = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}\n`);
  return `huiyin COMMAND …\n\n${rows.join('')}`;
}

// children run this file itself; the starter in bin/ imports it and calls main
if (process.argv[1] && import.meta.filename === process.argv[1]) await main(process.argv.slice(2));
