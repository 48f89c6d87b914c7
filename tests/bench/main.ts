/** Measures the house: `npm run bench`, or `npm run bench -- --quick`; words choose among the parts. */
import { cpus, totalmem } from 'node:os';
import { benchBatch } from './batch.js';
import { benchBacktest } from './backtest.js';
import { benchCore } from './core.js';
import { fill } from './filling.js';
import { benchLists } from './lists.js';
import { benchMatters } from './matters.js';
import { benchPapers } from './papers.js';
import { benchReading } from './reading.js';
import { file, openScene, type Scene } from './scene.js';
import { figure, type Row, table } from './table.js';
import { benchIntake, benchStep, benchWays } from './writing.js';

const words = process.argv.slice(2);
const quick = words.includes('--quick');
const chosen = words.filter((word) => !word.startsWith('--'));
const wants = (part: string) => chosen.length === 0 || chosen.includes(part);
const pace = quick ? { pairs: 5, seconds: 0.5 } : { pairs: 5, seconds: 2 };
const stored = quick ? 20_000 : 100_000;

const begun = performance.now();
const rows: Row[] = [];

async function part(name: string, measured: () => Promise<Row[]>): Promise<void> {
  if (!wants(name)) return;
  const from = performance.now();
  console.error(`${name} …`);
  rows.push(...(await measured()));
  console.error(`${name}: ${((performance.now() - from) / 1_000).toFixed(0)} s`);
}

async function readMany(scene: Scene): Promise<Row[]> {
  const { ids } = await benchWays(scene, { pairs: 1, seconds: 1 });
  const open = await Promise.all([1, 2, 3].map((i) => file(scene, i)));
  const from = performance.now();
  const count = await fill(scene.dataSource, [...open, ...ids.slice(0, 3)], stored);
  console.error(`filled with ${count} complaints in ${figure((performance.now() - from) / 1_000)} s`);
  const measured = await benchReading(scene, { ...pace, seconds: pace.seconds * 0.6 });
  return measured.map((row) => ({ ...row, what: `${row.what} (of ${count})` }));
}

async function tellMachine({ engine, dataSource }: Scene): Promise<void> {
  const [{ version } = { version: '' }] = await dataSource.query<{ version: string }[]>(
    `select current_setting('server_version') as version`,
  );
  const { serverVersion } = await engine.workflowService.getSystemInfo({});
  const memory = Math.round(totalmem() / 2 ** 30);
  console.log(`${cpus().length} cores (${cpus()[0]?.model.trim()}), ${memory} GiB; Node.js ${process.versions.node},`);
  console.log(`PostgreSQL ${version}, Temporal server ${serverVersion}; ${new Date().toISOString().slice(0, 10)}\n`);
}

await part('core', benchCore);
await part('papers', benchPapers);
await part('lists', () => benchLists(5, quick ? 0.1 : 0.3));
const scene = await openScene();
try {
  await part('backtest', () => benchBacktest(scene, quick ? [500, 1_000] : [1_000, 2_000, 5_000, 10_000]));
  await part('intake', () => benchIntake(scene, pace));
  await part('step', () => benchStep(scene, pace));
  await part('ways', async () => (await benchWays(scene, pace)).rows);
  await part('batch', () => benchBatch(scene, quick ? { open: 200, seconds: 4 } : { open: 1_000, seconds: 15 }));
  await part('matters', () => benchMatters(scene, quick ? 60 : 300));
  await part('reading', () => readMany(scene));
  console.log('');
  await tellMachine(scene);
} finally {
  await scene.close();
}
console.log(table(rows));
console.log(
  `\nRatios are medians over ${pace.pairs} pairs in turns; ${((performance.now() - begun) / 1_000).toFixed(0)} s in all.`,
);
