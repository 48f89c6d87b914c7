/**
 * Runs the quick unit tests against mutants, within one process: what Jest needs seconds for takes a tenth of one here.
 * A plugin of Stryker; `stryker.config.mjs` names it and its test files.
 */
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext, type StrykerOptions } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { collect, type Collected } from './globals.js';
import { type Places } from './hooks.js';

interface Test extends Collected {
  /** `tests/unit/reckon.test.ts: the calendar › …` */
  id: string;
}

class Runner implements TestRunner {
  private readonly files: string[];
  private readonly sandbox = `${pathToFileURL(process.cwd()).href}/`;
  private loads = 0;

  static readonly inject = tokens(commonTokens.options);
  constructor(options: StrykerOptions) {
    this.files = options['testFiles'];
  }

  init(): Promise<void> {
    const data: Places = { sandbox: this.sandbox, dist: new URL('../../', import.meta.url).href };
    register('./hooks.js', { parentURL: import.meta.url, data });
    return Promise.resolve();
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun(_options: DryRunOptions): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    for (const file of this.files) {
      const ran = await this.run([file]);
      if (ran.status !== DryRunStatus.Complete) return ran;
      tests.push(...ran.tests);
    }
    const { mutantCoverage } = context();
    if (!mutantCoverage) return { status: DryRunStatus.Complete, tests };
    // what one test of a file reaches the others may find kept: they count alike
    const perTest = Object.fromEntries(tests.map(({ id }) => [id, mutantCoverage.perTest[fileOf(id)] ?? {}]));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { static: mutantCoverage.static, perTest } };
  }

  async mutantRun({
    testFilter,
    activeMutant,
    hitLimit,
    mutantActivation,
  }: MutantRunOptions): Promise<MutantRunResult> {
    const wanted = testFilter && new Set(testFilter);
    const files = this.files.filter((file) => !testFilter || testFilter.some((id) => fileOf(id) === file));
    const shared = context();
    Object.assign(shared, { hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    const activate = () => {
      shared.activeMutant = activeMutant.id;
    };
    shared.activeMutant = undefined;
    if (mutantActivation === 'static') activate();
    return toMutantRunResult(await this.run(files, (id) => wanted?.has(id) ?? true, activate));
  }

  /** Loads the files anew and runs their tests, up to the first that fails. */
  private async run(
    files: string[],
    isWanted: (id: string) => boolean = () => true,
    loaded: () => void = () => undefined,
  ): Promise<DryRunResult> {
    const query = `?run=${++this.loads}`;
    const tests: Test[] = [];
    for (const file of files) tests.push(...(await this.load(file, query)));
    loaded();
    const results: TestResult[] = [];
    for (const test of tests.filter(({ id, name }) => name === unloadable || isWanted(id))) {
      const result = await runOne(test);
      results.push(result);
      if (result.status === TestStatus.Failed) break;
    }
    const { hitCount, hitLimit } = context();
    return determineHitLimitReached(hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests: results };
  }

  /** The tests of a file; one that does not even load has one that fails. */
  private async load(file: string, query: string): Promise<Test[]> {
    const collected = await collect(() => import(new URL(file, this.sandbox).href + query)).catch((error: Error) => [
      { name: unloadable, run: () => Promise.reject(error) },
    ]);
    return collected.map((one) => ({ ...one, id: `${file}: ${one.name}` }));
  }
}

const unloadable = 'loads';

const fileOf = (id: string): string => id.split(': ')[0] ?? '';

async function runOne({ id, name, run }: Test): Promise<TestResult> {
  const began = performance.now();
  const told = () => ({
    ...{ id, name, fileName: join(process.cwd(), fileOf(id)) },
    timeSpentMs: performance.now() - began,
  });
  context().currentTestId = fileOf(id);
  try {
    await run();
    return { ...told(), status: TestStatus.Success };
  } catch (error) {
    return { ...told(), ...failed(error) };
  } finally {
    context().currentTestId = undefined;
  }
}

function failed(error: unknown) {
  return { status: TestStatus.Failed as const, failureMessage: error instanceof Error ? error.message : String(error) };
}

/** What the code with its mutants and Stryker tell each other. */
function context(): InstrumenterContext {
  const all = globalThis as unknown as Record<string, InstrumenterContext | undefined>;
  return (all[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'huiyin', Runner)];
