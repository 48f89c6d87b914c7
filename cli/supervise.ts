import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { engineBinary } from './engine/binary.js';
import { keepHistories } from './engine/server.js';
import { childEnvironment, newSecret, type Settings } from './environment.js';
import { type DataLayout, dataLayout, mainProgram } from './paths.js';
import { noteMark, PlainError, say } from './plain.js';
import { openCluster } from './postgres/cluster.js';
import { applicationUrl, ensureDatabase } from './postgres/server.js';
import { freeMebibytes, readJson, tail, writeJson } from './process/files.js';
import { launchProcess } from './process/launch.js';
import { type Part } from './process/part.js';
import { enginePart, type House, postgresPart, servicePart } from './process/parts.js';
import { claimPort, rememberedPorts, urlOf } from './process/ports.js';
import { RunFolder } from './process/run-folder.js';
import { ensureMasterKeys, keysAway } from './vault.js';

/** Everything that runs, and where. */
export interface Supervised {
  webUrl: string;
  temporalUrl?: string;
  /** With these words a demo user logs in. */
  demoPassword: string;
  folder: string;
  /** Stops all parts, the last started first. */
  stop(): Promise<void>;
}

/**
 * Starts the parts in order and keeps them running. What fails on the way stops the rest again, and so does
 * `asked`, when somebody no longer wants it.
 */
export async function supervise(settings: Settings, asked: Promise<void>): Promise<Supervised> {
  const data = dataLayout(settings.dataFolder);
  await prepareFolders(data, settings);
  const folder = new RunFolder(data.run);
  await folder.take();
  const house: House = { logs: data.logs, restart: true, onPid: (name, pid) => folder.record(name, { pid }) };
  const started: Part[] = [];
  let stopping: Promise<void> | undefined;
  const stopAll = async () => {
    for (const part of started.splice(0).reverse()) await part.stop();
    await folder.leave();
  };
  const stop = () => (stopping ??= stopAll());
  const begin = async (part: Part) => {
    if (!stopping) started.push(part);
    if (!stopping) await part.start();
    if (stopping) throw new PlainError('Stopped before everything had started.');
  };
  void asked.then(stop);
  try {
    await claimPort(settings.port, settings.host);
    const webUrl = urlOf(settings);
    await folder.record('supervisor', { url: webUrl });
    const demoPassword = settings.demoPassword ?? (await keptPassword(data.secrets));
    const ports = await rememberedPorts(data.ports, ['postgres', 'engine', 'engineUi']);
    const inner: Settings = { ...settings, demoPassword };

    const binary = settings.temporalAddress ? Promise.resolve(undefined) : engineBinary();
    binary.catch(() => undefined);
    if (!settings.databaseUrl) inner.databaseUrl = await startPostgres(house, folder, data, ports.postgres, begin);
    const program = await binary;
    let temporalUrl: string | undefined;
    if (program) {
      inner.temporalAddress = `127.0.0.1:${ports.engine}`;
      temporalUrl = `http://127.0.0.1:${ports.engineUi}`;
      inner.temporalUi = settings.temporalUi ?? temporalUrl;
      const { temporalNamespace: namespace } = settings;
      const database = join(data.engine, 'temporal.db');
      await folder.record('engine', { port: ports.engine, url: temporalUrl, log: join(data.logs, 'engine.log') });
      await begin(
        enginePart(house, { binary: program, namespace, port: ports.engine, uiPort: ports.engineUi, database }),
      );
      await keepHistories(inner.temporalAddress, namespace);
    }

    await migrate(inner, data);
    await folder.record('worker', { log: join(data.logs, 'worker.log') });
    await folder.record('api', { port: settings.port, url: webUrl, log: join(data.logs, 'api.log') });
    await Promise.all([
      begin(servicePart(house, 'worker', inner)),
      begin(servicePart(house, 'api', inner)),
      keysAway(settings).then((why) => why && say(why)),
    ]);
    return { webUrl, temporalUrl, demoPassword, folder: data.folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepareFolders(data: DataLayout, { keyService }: Settings): Promise<void> {
  // others may pass through, as PostgreSQL's user must, but not look around
  await mkdir(data.folder, { recursive: true, mode: 0o711 });
  for (const folder of [data.logs, data.run, data.engine]) await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!keyService?.wraps) await ensureMasterKeys(data.masterKeys);
  const free = await freeMebibytes(data.folder);
  if (free < 64)
    throw new PlainError(`The disk is full: ${free} MiB are left for ${data.folder}. Free some space and try again.`);
  if (free < 1_024) say(`Only ${free} MiB are left on the disk of ${data.folder}.`);
}

async function startPostgres(
  house: House,
  folder: RunFolder,
  data: DataLayout,
  port: number,
  begin: (part: Part) => Promise<void>,
): Promise<string> {
  const cluster = await openCluster(data.postgres, data.secrets);
  const url = applicationUrl(cluster, port);
  await folder.record('postgres', { port, url, log: join(data.logs, 'postgres.log') });
  await begin(postgresPart(house, cluster, port));
  await ensureDatabase(cluster, port);
  return url;
}

async function keptPassword(file: string): Promise<string> {
  const secrets = ((await readJson(file)) ?? {}) as { demo?: string };
  if (secrets.demo) return secrets.demo;
  const demo = newSecret(12);
  await writeJson(file, { ...secrets, demo });
  return demo;
}

async function migrate(settings: Settings, data: DataLayout): Promise<void> {
  const log = join(data.logs, 'migrate.log');
  const launch = {
    command: process.execPath,
    args: ['--enable-source-maps', mainProgram, 'migrate'],
    env: childEnvironment(settings),
  };
  const before = await tail(log, Infinity);
  const code = await new Promise((resolve, reject) =>
    launchProcess(launch, log).once('exit', resolve).once('error', reject),
  );
  if (code !== 0) throw new PlainError(`The database could not be brought up to date (${log}):\n${await tail(log)}`);
  const all = await tail(log, Infinity);
  const told = all.startsWith(before) ? all.slice(before.length) : all;
  for (const line of told.split('\n').filter((one) => one.startsWith(noteMark))) say(line);
}
