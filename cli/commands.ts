import { type Settings } from './environment.js';

/** What a file of `cli/` exports as `command`. */
export interface Command {
  /** Does the work; the number is the exit code, nothing means 0. */
  run(args: string[], settings: Settings): Promise<number | void>;
}

interface Row {
  summary: string;
  load(): Promise<{ command: Command }>;
}

/** Every command by name: one row and one file each. */
export const commands: Readonly<Record<string, Row>> = {
  start: {
    summary: 'start everything: database, engine, API with web pages, worker',
    load: () => import('./start.js'),
  },
  api: { summary: 'run the API and web pages alone', load: () => import('./api.js') },
  worker: { summary: 'run a worker alone', load: () => import('./worker.js') },
  migrate: { summary: 'bring the database up to date', load: () => import('./migrate.js') },
  found: {
    summary: 'found the organisation of an empty database: GROUP USERNAME NAME',
    load: () => import('./found.js'),
  },
  rehearse: { summary: 'play storylines: FILE… [--json] [--engine]', load: () => import('./rehearse.js') },
  backtest: {
    summary: 'what a draft would have made of complaints: DRAFT.yaml FOLDER|FILE…|--database [--json]',
    load: () => import('./backtest.js'),
  },
  health: {
    summary: 'ask whether the API or the worker here does its work: api|worker',
    load: () => import('./health.js'),
  },
  build: { summary: 'compile and bundle everything, as a start would', load: () => import('./build.js') },
  verify: {
    summary: 'whether anything was altered: [--history] [--repair] [ID …], or an archive: FILE.zip [KEY.pub]',
    load: () => import('./verify.js'),
  },
  keys: {
    summary: 'the master keys that everything is encrypted under: new|add|check|rotate',
    load: () => import('./keys.js'),
  },
  generate: { summary: 'write the generated files anew', load: () => import('./generate.js') },
  check: { summary: 'types, lint, format, arrows, dead code, generated files', load: () => import('./check.js') },
  test: { summary: 'run the tests (words choose among them)', load: () => import('./test.js') },
  mutate: {
    summary: 'whether the tests notice changes of what reckons time and severity: [FILE.ts …]',
    load: () => import('./mutate.js'),
  },
  'half-year': {
    summary:
      'live through half a year with deaths in between: [--complaints N] [--weeks N] [--deaths N] [--seed N] [--folder PATH]',
    load: () => import('./half-year.js'),
  },
  bench: { summary: 'measure throughput and latency', load: () => import('./bench.js') },
};
