/** One started house, the bare things beside it, and the clients of both. */
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client as Engine, Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../database/data-source.js';
import { taskQueue } from '../../workflows/messages.js';
import { type RunningHouse, startHouse } from '../support/house.js';
import { type BarePlan, bareQueue } from './bare.js';
import { type Client, clientOf, logIn } from './client.js';
import { asked } from './statements.js';

export interface Scene {
  /** A demo user at the API. */
  as: (role: string) => Client;
  /** The bare server; its requests carry the same cookie as those of `hq`. */
  bare: Client;
  engine: Engine;
  dataSource: DataSource;
  project: string;
  /** Resolves when the engine has no work left for the workers. */
  settle: (queue: string) => Promise<void>;
  close: () => Promise<void>;
}

const roles = ['reception', 'supervisor', 'handler', 'revisitor', 'hq'];
export const queues = { ours: taskQueue, bare: bareQueue };

export async function openScene(): Promise<Scene> {
  const house = await startHouse();
  try {
    return await furnish(house);
  } catch (error) {
    await house.stop();
    throw error;
  }
}

async function furnish(house: RunningHouse): Promise<Scene> {
  const parts = JSON.parse(await readFile(join(house.dataFolder, 'run', 'parts.json'), 'utf8')) as Record<
    string,
    { url?: string; port?: number }
  >;
  const [address, namespace] = [`127.0.0.1:${parts['engine']?.port}`, 'huiyin'];
  const databaseUrl = parts['postgres']?.url ?? '';
  const dataSource = await createDataSource({ url: databaseUrl, poolSize: 4 }).initialize();
  const connection = await Connection.connect({ address });
  const engine = new Engine({ connection, namespace });
  const clients = new Map<string, Client>();
  let cookie = '';
  for (const role of roles) {
    cookie = await logIn(house.url, role, house.password);
    clients.set(role, clientOf(house.url, cookie));
  }
  const as = (role: string) => clients.get(role) as Client;
  const { items } = JSON.parse(await as('reception').call('GET', '/api/projects')) as { items: { id: string }[] };
  const { child, port } = await startBare({ address, namespace, databaseUrl, answers: await asked() });
  const bare = clientOf(`http://127.0.0.1:${port}`, cookie);
  return {
    as,
    bare,
    engine,
    dataSource,
    project: items[0]?.id ?? '',
    settle: (queue) => settled(engine, namespace, queue),
    async close() {
      for (const client of [...clients.values(), bare]) client.close();
      child.disconnect();
      await connection.close();
      await dataSource.destroy();
      await house.stop();
    },
  };
}

async function startBare(plan: BarePlan) {
  const child = fork(join(import.meta.dirname, 'bare.js'));
  const port = new Promise<number>((resolve, reject) => {
    child.once('message', (said) => resolve((said as { port: number }).port));
    child.once('exit', (code) => reject(new Error(`the bare things ended: ${code}`)));
  });
  child.send(plan);
  return { child, port: await port };
}

async function settled({ workflowService }: Engine, namespace: string, queue: string): Promise<void> {
  const until = Date.now() + 20_000;
  for (let quiet = 0; quiet < 2 && Date.now() < until;) {
    await pause(150);
    const { stats } = await workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: queue },
      taskQueueType: 1,
      reportStats: true,
    });
    quiet = Number(stats?.approximateBacklogCount ?? 0) === 0 ? quiet + 1 : 0;
  }
}

/** Files a complaint and answers its id. */
export async function file({ as, project }: Scene, i: number): Promise<string> {
  const body = {
    project,
    channel: 'phone',
    text: `第 ${i} 件：3 号楼 2 单元电梯连续两周反复停运，老人上下楼困难。`,
    category: 'equipment',
    complainant: { name: '周女士', phone: '13800000001', room: '3-2-1101' },
  };
  const { id } = JSON.parse(await as('reception').call('POST', '/api/complaints', body, randomUUID())) as {
    id: string;
  };
  return id;
}

/** Gives a command with a key of its own. */
export async function give(
  { as }: Scene,
  role: string,
  id: string,
  command: string,
  input: object = {},
): Promise<void> {
  await as(role).call('POST', `/api/complaints/${id}/${command}`, input, randomUUID());
}
