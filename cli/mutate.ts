import { join } from 'node:path';
import { type Command } from './commands.js';
import { childEnvironment } from './environment.js';
import { cacheFolder, projectFolder } from './paths.js';
import { PlainError } from './plain.js';
import { readJson } from './process/files.js';
import { runAloud } from './process/run.js';

/** What has a score to reach: everything whose path begins so. */
const held = ['domain/calendar/', 'domain/complaint/deadlines.ts', 'domain/complaint/severity.ts'];
const least = 80;

interface Report {
  files: Record<string, { mutants: { status: string }[] }>;
}

/** Changes the code that reckons time and severity in a thousand ways and tells which changes no quick test notices. */
export const command: Command = {
  async run(files, settings) {
    const stryker = join(projectFolder, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
    const words = ['run', ...(files.length > 0 ? ['--mutate', files.join()] : [])];
    const code = await runAloud(process.execPath, [stryker, ...words], childEnvironment(settings), projectFolder);
    if (code !== 0) return code;
    const report = (await readJson(join(cacheFolder, 'mutation', 'report.json'))) as Report | undefined;
    if (!report) throw new PlainError('There is no report of the mutants.');
    const scores = scoresOf(report);
    if (scores.length === 0) throw new PlainError('Nothing was changed: are these files of the project?');
    return tell(scores);
  },
};

interface Score {
  part: string;
  noticed: number;
  all: number;
  percent: number;
}

function scoresOf({ files }: Report): Score[] {
  const parts = new Map<string, string[]>();
  for (const [path, { mutants }] of Object.entries(files)) {
    const part = held.find((one) => path.startsWith(one)) ?? path;
    parts.set(part, [...(parts.get(part) ?? []), ...mutants.map(({ status }) => status)]);
  }
  return [...parts].flatMap(([part, statuses]) => {
    const count = (...wanted: string[]) => statuses.filter((status) => wanted.includes(status)).length;
    const noticed = count('Killed', 'Timeout');
    const all = noticed + count('Survived', 'NoCoverage');
    return all === 0 ? [] : [{ part, noticed, all, percent: (100 * noticed) / all }];
  });
}

function tell(scores: Score[]): number {
  for (const { part, noticed, all, percent } of scores) {
    process.stdout.write(`${part}: ${noticed} of ${all} changes noticed, ${percent.toFixed(1)} %\n`);
  }
  const low = scores.filter(({ part, percent }) => held.includes(part) && percent < least);
  for (const { part } of low) process.stdout.write(`${part} must reach ${least} %.\n`);
  return low.length > 0 ? 1 : 0;
}
