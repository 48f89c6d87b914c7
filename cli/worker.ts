import { Client } from '@temporalio/client';
import { DefaultLogger, makeTelemetryFilterString, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { type Activities, createActivities } from '../activities/index.js';
import { startLoop } from '../courier/loop.js';
import { startCourier } from '../courier/courier.js';
import type { Tell } from '../courier/teller.js';
import { enterActs } from '../database/queries/acts.js';
import { createDataSource } from '../database/data-source.js';
import { readLibrary } from '../documents/library.js';
import { taskQueue } from '../workflows/messages.js';
import { anewBy } from './anew.js';
import { watchBatches } from './batches.js';
import { watchPapers } from './papers.js';
import { sealChannels, Secrets } from '../vault/secrets.js';
import { vaultConverter, workerConverter } from '../vault/converter.js';
import { workflowBundle } from './bundle.js';
import type { Settings } from './environment.js';
import { faultWords } from './fault-words.js';
import { heartbeats } from './heartbeats.js';
import { projectFolder } from './paths.js';
import { PlainError, say } from './plain.js';
import { postOf } from './post.js';
import { type Running, serviceCommand } from './process/service.js';
import { proofPlaceOf } from './proof.js';
import { teller } from './tell.js';
import { forWork, openKeyringToServe } from './vault.js';

const onFault = (error: unknown) => say(faultWords(error));

/** Runs a worker of the workflows and activities; any number may run side by side. */
export const command = serviceCommand((settings) => startWorker(settings));

/** What a rehearsal of the whole house puts in the place of this machine's time. */
export interface Stage {
  /** Epoch milliseconds. */
  now?: () => number;
  activities?: (real: Activities, dataSource: DataSource) => Activities;
  tell?: (real: Tell, client: Client) => Tell;
  /** How often papers that nobody follows are looked for, milliseconds. */
  followEvery?: number;
}

/** Starts a worker with all that runs beside it. */
export async function startWorker(settings: Settings, stage: Stage = {}): Promise<Running> {
  const { databaseUrl, temporalAddress, temporalNamespace, logLevel } = settings;
  if (!databaseUrl || !temporalAddress) throw new PlainError('The worker needs DATABASE_URL and TEMPORAL_ADDRESS.');
  quieten(logLevel);
  const dataSource = await createDataSource({ url: databaseUrl, name: 'huiyin worker' }).initialize();
  const stopping = new AbortController();
  const keyring = await openKeyringToServe(settings, dataSource, forWork(stopping.signal));
  const secrets = new Secrets(keyring);
  await sealChannels(dataSource, secrets);
  const connection = await NativeConnection.connect({ address: temporalAddress });
  const client = new Client({ connection, namespace: temporalNamespace, dataConverter: vaultConverter(keyring) });
  const library = readLibrary(join(projectFolder, 'rulebooks'));
  const activities = createActivities({
    ...{ dataSource, client, saltOf: keyring.saltOf, calendars: library.calendars },
    anew: anewBy({ dataSource, client, library }),
  });
  const tell = teller({ dataSource, client, library });
  const worker = await Worker.create({
    connection,
    namespace: temporalNamespace,
    taskQueue,
    dataConverter: workerConverter(keyring),
    workflowBundle: await workflowBundle(),
    activities: stage.activities?.(activities, dataSource) ?? activities,
    interceptors: { activity: [heartbeats] },
    // a complaint waits for days: few are kept in memory, the rest is replayed when it is needed
    maxCachedWorkflows: 500,
    shutdownGraceTime: '5s',
  });
  const courier = startCourier({
    dataSource,
    library,
    tell: stage.tell?.(tell, client) ?? tell,
    post: postOf(settings, secrets),
    onFault,
    ...(stage.now ? { now: stage.now } : {}),
  });
  const batches = watchBatches(dataSource, client);
  const papers = watchPapers(dataSource, client, onFault, stage.followEvery);
  const place = proofPlaceOf(settings);
  const marks = startLoop({
    work: async () => {
      while (await enterActs(dataSource));
      await place.mark(dataSource, new Date());
      return false;
    },
    every: 60_000,
    onFault,
  });
  const ended = worker.run();
  return {
    ended,
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      stopping.abort();
      batches.stop();
      await Promise.all([courier.stop(), papers.stop(), marks.stop()]);
      await ended.catch(() => undefined);
      await connection.close();
      await dataSource.destroy();
    },
  };
}

function quieten(level: string): void {
  const core = level === 'debug' || level === 'trace' ? 'INFO' : 'ERROR';
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta = {} }) => {
      const { error, ...rest } = meta;
      const told = error === undefined ? '' : `\n${faultWords(error)}`;
      say(`${new Date().toISOString()} [${level}] ${message} ${JSON.stringify(rest)}${told}`);
    }),
    telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core, other: 'ERROR' }) } },
  });
}
