import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workflowBundle } from '../../cli/bundle.js';
import { engineBinary } from '../../cli/engine/binary.js';
import { childEnvironment } from '../../cli/environment.js';
import { mainProgram } from '../../cli/paths.js';
import { openCluster } from '../../cli/postgres/cluster.js';
import { applicationUrl, ensureDatabase, superuserUrl, withClient } from '../../cli/postgres/server.js';
import { type Part } from '../../cli/process/part.js';
import { enginePart, type House, postgresPart } from '../../cli/process/parts.js';
import { freePort } from '../../cli/process/ports.js';
import { run } from '../../cli/process/run.js';
import { RunFolder } from '../../cli/process/run-folder.js';

const template = 'huiyin_template';
const namespace = 'tests';

/** What runs for all test files, and the environment by which they find it. */
export interface Services {
  environment: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts a throw-away PostgreSQL with a migrated template database, an engine in memory, and makes the workflow bundle. */
export async function startServices(): Promise<Services> {
  const given = process.env.HUIYIN_TEST_FOLDER;
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'huiyin-test-')));
  const logs = join(folder, 'logs');
  await mkdir(logs, { recursive: true });
  const runFolder = new RunFolder(join(folder, 'run'));
  await runFolder.take();
  const house: House = { logs, restart: false, onPid: (name, pid) => runFolder.record(name, { pid }) };
  const parts: Part[] = [];
  const stop = async () => {
    await Promise.all(parts.map((part) => part.stop()));
    await runFolder.leave();
    if (!given) await rm(folder, { recursive: true, force: true });
  };
  try {
    const [database, engine, bundle] = await Promise.all([
      startDatabase(house, folder, parts),
      startEngine(house, parts),
      workflowBundle(),
    ]);
    return { environment: { ...database, ...engine, HUIYIN_TEST_BUNDLE: bundle.codePath }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startDatabase(house: House, folder: string, parts: Part[]): Promise<Record<string, string>> {
  const cluster = await openCluster(join(folder, 'postgres'), join(folder, 'secrets.json'));
  const port = await freePort();
  const part = postgresPart(house, cluster, port, false);
  parts.push(part);
  await part.start();
  await ensureDatabase(cluster, port, template);
  const url = applicationUrl(cluster, port, template);
  const env = childEnvironment({ databaseUrl: url }, { NODE_OPTIONS: '', HUIYIN_DEMO_PASSWORD: '' });
  const { code, output } = await run(process.execPath, ['--enable-source-maps', mainProgram, 'migrate'], { env });
  if (code !== 0) throw new Error(`the template database could not be migrated:\n${output}`);
  const admin = superuserUrl(cluster, port);
  await withClient(admin, (client) => client.query(`alter database ${template} is_template true`));
  return { HUIYIN_TEST_DATABASE: url, HUIYIN_TEST_SUPERUSER: admin, HUIYIN_TEST_TEMPLATE: template };
}

async function startEngine(house: House, parts: Part[]): Promise<Record<string, string>> {
  const binary = await engineBinary();
  const port = await freePort();
  const part = enginePart(house, { binary, namespace, port });
  parts.push(part);
  await part.start();
  return { HUIYIN_TEST_ENGINE: `127.0.0.1:${port}`, HUIYIN_TEST_NAMESPACE: namespace };
}
