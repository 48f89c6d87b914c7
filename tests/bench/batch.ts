/** A year's calendar published over many open complaints, and what other people's commands notice of it. */
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from './pairs.js';
import { file, give, type Scene } from './scene.js';
import { figure, type Row } from './table.js';

const beside = 32; // complaints that people work on meanwhile
const between = 100; // ms from one command's answer to the next: people, not a storm

interface Seen {
  state: string;
  done: number;
  refused: number;
}

export async function benchBatch(scene: Scene, { open, seconds }: { open: number; seconds: number }): Promise<Row[]> {
  await spread(open, 8, (i) => file(scene, i).then(() => undefined));
  const own = await Promise.all(Array.from({ length: beside }, (_, i) => file(scene, i)));
  await scene.settle('huiyin');
  const count = { i: 0 };
  const from = performance.now();
  const lost: string[] = [];
  const step = async () => {
    const begun = performance.now();
    const id = own[count.i++ % own.length] ?? '';
    const input = { text: '已电话告知业主，维保单位明天上午到场。' };
    // as a page does: what was not answered is sent again
    for (;;) {
      try {
        await give(scene, 'reception', id, 'comment', input);
        return performance.now() - begun;
      } catch (error) {
        lost.push(`${((performance.now() - from) / 1_000).toFixed(0)} s: ${String(error).slice(0, 150)}`);
      }
    }
  };
  await stepping(step, Date.now() + 2_000);
  const alone = await stepping(step, Date.now() + seconds * 1_000);
  const begun = performance.now();
  const id = await publish(scene);
  let ended: Seen | undefined;
  const watch = until(scene, id).then((seen) => {
    ended = seen;
  });
  const times = await stepping(step, Infinity, () => ended !== undefined);
  await watch;
  const took = (performance.now() - begun) / 1_000;
  await scene.settle('huiyin');
  const told = await scene.dataSource.query<{ count: number }[]>(
    `select count(*)::int as count from events where type = 'CalendarPublished'`,
  );
  const what = `a year published over ${open + beside} open complaints`;
  const both = (name: string, all: number[]): Row[] => [
    { what: `a human step ${name}, p50`, ours: `${figure(quantile(all, 0.5))} ms` },
    { what: `a human step ${name}, p99 (of ${all.length})`, ours: `${figure(quantile(all, 0.99))} ms` },
  ];
  if (lost.length > 0) console.error(`${lost.length} steps were sent again:\n${lost.slice(0, 5).join('\n')}`);
  return [
    { what, ours: `${figure(took)} s, ${figure((ended?.done ?? 0) / took)}/s, ${ended?.refused} refused` },
    { what: 'complaints that were told of it', ours: String(told[0]?.count) },
    ...both('before it', alone),
    ...both('beside it', times),
  ];
}

async function publish(scene: Scene): Promise<string> {
  const body = {
    off: [
      { from: '2027-01-01', days: 3, name: '元旦' },
      { from: '2027-02-05', days: 8, name: '春节' },
    ],
    work: [{ date: '2027-02-14', name: '春节调休' }],
    why: '国务院办公厅关于2027年部分节假日安排的通知',
  };
  const answer = await scene.as('hq').call('POST', '/api/calendars/CN/years/2027', body);
  return (JSON.parse(answer) as { batch: { id: string } }).batch.id;
}

/** Waits for the end of the walk over all that were open. */
async function until(scene: Scene, id: string): Promise<Seen> {
  for (;;) {
    const seen = JSON.parse(await scene.as('hq').call('GET', `/api/batches/${id}`)) as Seen;
    if (seen.state !== 'running') return seen;
    await pause(500);
  }
}

async function stepping(step: () => Promise<number>, end: number, isOver = () => Date.now() > end): Promise<number[]> {
  const times: number[] = [];
  while (!isOver()) {
    times.push(await step());
    await pause(between);
  }
  return times;
}

async function spread(count: number, lanes: number, once: (i: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await once(next++);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
