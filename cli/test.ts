import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command } from './commands.js';
import { childEnvironment } from './environment.js';
import { cacheFolder, projectFolder } from './paths.js';
import { say } from './plain.js';
import { readJson } from './process/files.js';
import { runAloud } from './process/run.js';
import { RunFolder } from './process/run-folder.js';

const kinds = ['unit', 'replay', 'workflows', 'courier', 'api', 'e2e', 'faults-short'];

interface JestResult {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  success: boolean;
}

/**
 * Runs the tests; names of kinds (unit, workflows, api …) choose among them, the rest goes to Jest as it is.
 * Ends with the line `N passed, N failed`.
 */
export const command: Command = {
  async run(args, settings) {
    const chosen = args.includes('--faults')
      ? ['faults']
      : args.includes('record')
        ? ['record']
        : kinds.filter((kind) => args.includes(kind));
    const others = args.filter((word) => ![...kinds, 'record', '--faults'].includes(word));
    await mkdir(cacheFolder, { recursive: true });
    const folder = await mkdtemp(join(tmpdir(), 'huiyin-test-'));
    const outcome = join(folder, 'outcome.json');
    const words = [
      ...['--selectProjects', ...(chosen.length > 0 ? chosen : kinds)],
      ...['--passWithNoTests', '--json', `--outputFile=${outcome}`, '--testLocationInResults'],
      ...others,
    ];
    const options = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'].join(' ');
    const env = childEnvironment(
      { chromiumPath: settings.chromiumPath },
      { NODE_OPTIONS: options, HUIYIN_TEST_FOLDER: folder },
    );
    // Ctrl-C ends Jest; we stay to clean up
    process.on('SIGINT', () => undefined);
    try {
      const jest = join(projectFolder, 'node_modules', 'jest', 'bin', 'jest.js');
      const code = await runAloud(process.execPath, [jest, ...words], env, projectFolder);
      return tell(code, (await readJson(outcome)) as JestResult | undefined);
    } finally {
      await stopLeftovers(folder);
    }
  },
};

// a file that cannot even be loaded counts as one failure
function tell(code: number, result: JestResult | undefined): number {
  const passed = result?.numPassedTests ?? 0;
  const failed = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0);
  const bad = code !== 0 || failed > 0 || !result;
  process.stdout.write(`${passed} passed, ${bad ? Math.max(failed, 1) : 0} failed\n`);
  return bad ? 1 : 0;
}

async function stopLeftovers(folder: string): Promise<void> {
  try {
    await new RunFolder(join(folder, 'run')).take();
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    say(`Left behind: ${folder} (${String(error)}).`);
  }
}
