/** Every storyline on the real engine with its time skipped: event by event what the pure core gives. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { EnginePlayer } from '../../cli/rehearsal/engine-player.js';
import { calendarFor } from '../../documents/library.js';
import { parseStoryline } from '../../documents/storylines.js';
import { CorePlayer } from '../../domain/rehearsal/core.js';
import { perform, type Rehearsal } from '../../domain/rehearsal/perform.js';
import { type TestEngine, testEngine } from '../support/engine.js';
import { library } from './desk.js';

const folder = new URL('../../rulebooks/storylines', import.meta.url).pathname;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort();
const lanes = 24; // an engine that skips time waits more than it works

let engine: TestEngine;
let worker: Worker;
let running: Promise<void>;
const played = new Map<string, Promise<{ core: Rehearsal; real: Rehearsal }>>();

async function play(name: string): Promise<{ core: Rehearsal; real: Rehearsal }> {
  const storyline = parseStoryline(readFileSync(join(folder, name), 'utf8'), name, [...library.rulebooks.keys()]);
  const rulebook = library.rulebooks.get(storyline.rulebook)?.rulebook;
  if (!rulebook) throw new Error(`no rulebook ${storyline.rulebook}`);
  const calendar = calendarFor(library, rulebook);
  const player = new EnginePlayer(engine, `${engine.taskQueue}-${name.replaceAll(/\W/g, '-')}`, rulebook, calendar);
  try {
    return {
      core: await perform(storyline, new CorePlayer(rulebook, calendar)),
      real: await perform(storyline, player),
    };
  } finally {
    await player.end();
  }
}

beforeAll(async () => {
  engine = await testEngine();
  worker = await Worker.create({
    connection: engine.nativeConnection,
    namespace: engine.namespace,
    taskQueue: engine.taskQueue,
    workflowBundle: engine.workflowBundle,
  });
  running = worker.run();
  const free = Array.from({ length: lanes }, () => Promise.resolve());
  files.forEach((name, i) => {
    const lane = i % lanes;
    const result = (free[lane] as Promise<void>).then(() => play(name));
    played.set(name, result);
    free[lane] = result.then(
      () => undefined,
      () => undefined,
    );
  });
});
afterAll(async () => {
  await Promise.allSettled(played.values());
  worker.shutdown();
  await running;
  await engine.close();
});

test.each(files)(
  '%s',
  async (name) => {
    const { core, real } = await (played.get(name) as Promise<{ core: Rehearsal; real: Rehearsal }>);
    expect(real.expectations.filter(({ ok }) => !ok)).toEqual([]);
    expect(real.events).toEqual(JSON.parse(JSON.stringify(core.events)));
  },
  600_000,
);
