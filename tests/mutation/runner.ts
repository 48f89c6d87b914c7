/**
 * Runs the quick unit tests against mutants, within one process: what Jest needs seconds for takes a tenth of one here.
 * A plugin of Stryker; `stryker.config.mjs` names it and its test files.
 */
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CoverageData,
  INSTRUMENTER_CONSTANTS,
  type InstrumenterContext,
  type MutantCoverage,
  type StrykerOptions,
} from '@stryker-mutator/api/core';
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
    this.files = (options as StrykerOptions & { quickTests: string[] }).quickTests;
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
    return { status: DryRunStatus.Complete, tests, mutantCoverage: byFile(mutantCoverage, tests) };
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
    const prepare = (loading: boolean) => {
      shared.activeMutant = loading && mutantActivation === 'runtime' ? undefined : activeMutant.id;
    };
    return toMutantRunResult(await this.run(files, (id) => wanted?.has(id) ?? true, prepare));
  }

  /** Loads file by file anew and runs the tests, up to the first that fails: most mutants go with the first, small files. */
  private async run(
    files: string[],
    isWanted: (id: string) => boolean = () => true,
    prepare: (loading: boolean) => void = () => undefined,
  ): Promise<DryRunResult> {
    const query = `?run=${++this.loads}`;
    const results: TestResult[] = [];
    for (const file of files) {
      prepare(true);
      const tests = await this.load(file, query);
      prepare(false);
      for (const test of tests.filter(({ id, name }) => name === unloadable || isWanted(id))) {
        const result = await runOne(test);
        results.push(result);
        if (result.status === TestStatus.Failed) return outcome(results);
      }
    }
    return outcome(results);
  }

  /** The tests of a file; one that does not even load has one that fails. */
  private async load(file: string, query: string): Promise<Test[]> {
    const collected = await collect(() => import(new URL(file, this.sandbox).href + query)).catch((error: Error) => [
      { name: unloadable, run: () => Promise.reject(error) },
    ]);
    return collected.map((one) => ({ ...one, id: `${file}: ${one.name}` }));
  }
}

/** Tests that ran, or that they went round in circles. */
function outcome(tests: TestResult[]): DryRunResult {
  const { hitCount, hitLimit } = context();
  return determineHitLimitReached(hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests };
}

/** What one test of a file reaches the others may find kept: they count alike, with the hits told once. */
function byFile({ static: atLoad, perTest }: MutantCoverage, tests: TestResult[]): MutantCoverage {
  const told = new Set<string>();
  const all = tests.map(({ id }): [string, CoverageData] => {
    const hits = perTest[fileOf(id)] ?? {};
    const isTold = told.has(fileOf(id));
    told.add(fileOf(id));
    return [id, isTold ? Object.fromEntries(Object.keys(hits).map((mutant) => [mutant, 1])) : hits];
  });
  return { static: atLoad, perTest: Object.fromEntries(all) };
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

/** Not Stryker's own `testFiles`: that one keeps it from asking for mutants of what runs when a file is loaded. */
export const strykerValidationSchema = {
  properties: { quickTests: { type: 'array', items: { type: 'string' } } },
};

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'huiyin', Runner)];
