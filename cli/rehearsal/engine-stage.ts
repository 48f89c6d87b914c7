/** A real engine and a worker for rehearsals, there as long as they are needed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { workflowBundle } from '../bundle.js';
import { engineBinary } from '../engine/binary.js';
import { engineHealthy, engineLaunch } from '../engine/server.js';
import type { Settings } from '../environment.js';
import { Part } from '../process/part.js';
import { freePort } from '../process/ports.js';

export interface EngineStage {
  client: Client;
  namespace: string;
  taskQueue: string;
  stop(): Promise<void>;
}

/** Starts an engine of its own that forgets everything, or uses the one that is given, which must be able to skip time. */
export async function openEngineStage(settings: Settings): Promise<EngineStage> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-rehearsal-'));
  const { temporalNamespace: namespace } = settings;
  const engine = settings.temporalAddress ? undefined : await ownEngine(folder, namespace);
  const address = settings.temporalAddress ?? engine?.address ?? '';
  const taskQueue = `rehearsal-${process.pid}-${Date.now()}`;
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection: native,
    namespace,
    taskQueue,
    workflowBundle: await workflowBundle(),
    maxCachedWorkflows: 20,
  });
  const running = worker.run();
  return {
    client: new Client({ connection, namespace }),
    namespace,
    taskQueue,
    stop: async () => {
      worker.shutdown();
      await running;
      await connection.close();
      await native.close();
      await engine?.part.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ownEngine(folder: string, namespace: string): Promise<{ part: Part; address: string }> {
  const binary = await engineBinary();
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const part = new Part({
    name: 'The engine',
    logFile: join(folder, 'engine.log'),
    launch: () => engineLaunch({ binary, namespace, port }),
    healthy: () => engineHealthy(address, namespace),
    stopSignal: 'SIGKILL', // it forgets everything anyhow
  });
  await part.start();
  return { part, address };
}
