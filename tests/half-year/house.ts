/** A house of its own for a rehearsed half year: database, engine and worker as processes that can be killed. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { engineBinary } from '../../cli/engine/binary.js';
import { keepHistories } from '../../cli/engine/server.js';
import { childEnvironment, readSettings, type Settings } from '../../cli/environment.js';
import { dataLayout, distFolder, mainProgram } from '../../cli/paths.js';
import { openCluster } from '../../cli/postgres/cluster.js';
import { applicationUrl, ensureDatabase } from '../../cli/postgres/server.js';
import { Part } from '../../cli/process/part.js';
import { enginePart, type House as Start, postgresPart } from '../../cli/process/parts.js';
import { freePort } from '../../cli/process/ports.js';
import { run } from '../../cli/process/run.js';
import { RunFolder } from '../../cli/process/run-folder.js';
import { ensureMasterKeys, openKeyring } from '../../cli/vault.js';
import { createDataSource } from '../../database/data-source.js';
import { vaultConverter } from '../../vault/converter.js';
import { HouseClock } from './house-clock.js';

export const victims = ['worker', 'engine', 'postgres'] as const;
export type Victim = (typeof victims)[number];

export interface RehearsedHouse {
  client: Client;
  /** For letting time run ahead: it sends nothing a second time by itself, for what is sent twice lets it run twice as far. */
  pace: Client;
  dataSource: DataSource;
  clock: HouseClock;
  /** Starts the worker, once the organisation is there. */
  open: () => Promise<void>;
  /** Kills worker or engine with -9, stops PostgreSQL; brings it back after so long (ms). Answers until it serves again, ms. */
  killAndRevive: (part: Victim, after: number) => Promise<number>;
  stop: () => Promise<void>;
}

/** Starts it in a folder; `at`: the first moment of its time. */
export async function openHouse(folder: string, at: number): Promise<RehearsedHouse> {
  const data = dataLayout(folder);
  await mkdir(folder, { recursive: true, mode: 0o711 });
  for (const one of [data.logs, data.run, data.engine]) await mkdir(one, { recursive: true, mode: 0o700 });
  await ensureMasterKeys(data.masterKeys);
  const clockFile = join(folder, 'clock');
  const clock = new HouseClock(clockFile);
  clock.set(at);
  const runFolder = new RunFolder(data.run);
  await runFolder.take();
  const start: Start = {
    logs: data.logs,
    restart: false,
    onPid: (name, pid) => runFolder.record(name, { pid }),
  };
  const [cluster, binary, postgresPort, enginePort] = await Promise.all([
    openCluster(data.postgres, data.secrets),
    engineBinary(),
    freePort(),
    freePort(),
  ]);
  const given = readSettings({});
  const settings: Settings = {
    ...given,
    dataFolder: folder,
    logLevel: 'error',
    databaseUrl: applicationUrl(cluster, postgresPort),
    temporalAddress: `127.0.0.1:${enginePort}`,
  };
  const { temporalNamespace: namespace } = settings;
  const database = join(data.engine, 'temporal.db');
  const make: Record<Victim, () => Part> = {
    postgres: () => postgresPart(start, cluster, postgresPort),
    engine: () => enginePart(start, { binary, namespace, port: enginePort, database }),
    worker: () => workerPart(start, settings, clockFile),
  };
  const parts = { postgres: make.postgres(), engine: make.engine(), worker: make.worker() };
  const stopParts = async () => {
    for (const name of victims) await parts[name].stop();
    await runFolder.leave();
  };
  try {
    await Promise.all([parts.postgres.start(), parts.engine.start()]);
    await ensureDatabase(cluster, postgresPort);
    await keepHistories(settings.temporalAddress ?? '', namespace);
    const env = childEnvironment(settings, { NODE_OPTIONS: '', HUIYIN_DEMO_PASSWORD: 'rehearsed' });
    const { code, output } = await run(process.execPath, ['--enable-source-maps', mainProgram, 'migrate'], { env });
    if (code !== 0) throw new Error(`the database could not be migrated:\n${output}`);
    const dataSource = await createDataSource({ url: settings.databaseUrl ?? '' }).initialize();
    await dataSource.query(
      'create table half_year_looks (paper text primary key, at timestamptz not null, next timestamptz)',
    );
    const keyring = await openKeyring(settings, dataSource);
    const connection = await Connection.connect({ address: settings.temporalAddress });
    const client = new Client({ connection, namespace, dataConverter: vaultConverter(keyring) });
    const once = await Connection.connect({ address: settings.temporalAddress, interceptors: [] });
    return {
      client,
      pace: new Client({ connection: once, namespace }),
      dataSource,
      clock,
      open: () => parts.worker.start(),
      async killAndRevive(name, after) {
        const part = parts[name];
        const began = Date.now();
        if (name !== 'postgres' && part.pid) process.kill(part.pid, 'SIGKILL');
        await part.stop();
        await pause(after);
        const revived = make[name]();
        parts[name] = revived;
        await revived.start();
        return Date.now() - began;
      },
      async stop() {
        await Promise.all([connection.close(), once.close()]);
        await dataSource.destroy();
        await stopParts();
      },
    };
  } catch (error) {
    await stopParts();
    throw error;
  }
}

function workerPart(start: Start, settings: Settings, clockFile: string): Part {
  return new Part({
    name: 'worker',
    logFile: join(start.logs, 'worker.log'),
    restart: false,
    grace: 25_000,
    onPid: (pid) => start.onPid('worker', pid),
    launch: () => ({
      command: process.execPath,
      args: ['--enable-source-maps', join(distFolder, 'tests', 'half-year', 'worker.js'), clockFile],
      env: childEnvironment(settings, { NODE_OPTIONS: '' }),
      channel: true,
    }),
  });
}
