/** Intake, a human step and whole ordinary ways, through the API and as bare as the engine has it. */
import { randomUUID } from 'node:crypto';
import { bareQueue } from './bare.js';
import type { listener, nothing } from './bare-workflows.js';
import { type Arm, inPairs, measure, type Plan } from './pairs.js';
import { file, give, queues, type Scene } from './scene.js';
import { ordinaryWay } from '../support/ordinary-way.js';
import { rateRow, type Row, spread, timeRow } from './table.js';

type Pace = Omit<Plan, 'concurrency'>;

export async function benchIntake(scene: Scene, pace: Pace): Promise<Row[]> {
  const rows: Row[] = [];
  const ours: Arm = { once: async (i) => void (await file(scene, i)), settle: () => scene.settle(queues.ours) };
  const bare: Arm = {
    once: async () => {
      const { workflow } = scene.engine;
      await workflow.start<typeof nothing>('nothing', { workflowId: randomUUID(), taskQueue: bareQueue, args: [] });
    },
    settle: () => scene.settle(queues.bare),
  };
  for (const concurrency of [1, 16]) {
    const pairs = await inPairs(ours, bare, { ...pace, concurrency });
    const what = `intake, ${concurrency} at once`;
    rows.push(rateRow(what, pairs, 0.8), timeRow(what, pairs, 'p50'), timeRow(what, pairs, 'p99', 1.5));
  }
  return rows;
}

export async function benchStep(scene: Scene, pace: Pace): Promise<Row[]> {
  const rows: Row[] = [];
  const many = Array.from({ length: 32 }, (_, i) => i);
  const complaints = await Promise.all(many.map((i) => file(scene, i)));
  const handles = await Promise.all(
    many.map(() =>
      scene.engine.workflow.start<typeof listener>('listener', {
        workflowId: randomUUID(),
        taskQueue: bareQueue,
        args: [],
      }),
    ),
  );
  const one = <T>(all: T[], i: number) => all[i % all.length] as T;
  const input = { text: '已电话告知业主，维保单位明天上午到场。' };
  const ours: Arm = { once: (i) => give(scene, 'reception', one(complaints, i), 'comment', input) };
  const bare: Arm = {
    once: async (i) => void (await one(handles, i).executeUpdate<number, [unknown]>('step', { args: [input] })),
  };
  for (const concurrency of [1, 8]) {
    const pairs = await inPairs(ours, bare, { ...pace, concurrency });
    const what = `human step, ${concurrency} at once`;
    rows.push(rateRow(what, pairs), timeRow(what, pairs, 'p50'), timeRow(what, pairs, 'p99', 1.3));
  }
  await Promise.all(handles.map((handle) => handle.terminate()));
  return rows;
}

/** Rows, and the ids of complaints that have gone the whole way. */
export async function benchWays(scene: Scene, { pairs, seconds }: Pace): Promise<{ rows: Row[]; ids: string[] }> {
  const ids: string[] = [];
  const way: Arm = {
    once: async (i) => {
      const id = await file(scene, i);
      for (const [command, role, input] of ordinaryWay) await give(scene, role, id, command, input);
      ids.push(id);
    },
  };
  await measure(way, 16, 1);
  const rates: number[] = [];
  const middles: number[] = [];
  for (let i = 0; i < pairs; i++) {
    const { perSecond, p50 } = await measure(way, 16, seconds * 2);
    rates.push(perSecond);
    middles.push(p50 / 1_000);
  }
  await scene.settle(queues.ours);
  const { historyLength, historySize } = await scene.engine.workflow.getHandle(ids[0] ?? '').describe();
  const steps = ordinaryWay.length + 1;
  return {
    ids,
    rows: [
      { what: `ordinary ways of ${steps} requests, 16 at once`, ours: spread(rates, '/s') },
      { what: 'one of them, p50', ours: spread(middles, ' s') },
      { what: 'history of one', ours: `${historyLength} events, ${((historySize ?? 0) / 1_024).toFixed(1)} KiB` },
    ],
  };
}
