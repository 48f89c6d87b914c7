/** Two houses on one PostgreSQL, alike but for how much is in them: an API each, with pages, without an engine. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client as Engine, Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { createApi } from '../../api/app.js';
import { distFolder, projectFolder } from '../../cli/paths.js';
import { openCluster } from '../../cli/postgres/cluster.js';
import { applicationUrl, ensureDatabase } from '../../cli/postgres/server.js';
import { postgresPart } from '../../cli/process/parts.js';
import { freePort } from '../../cli/process/ports.js';
import { createDataSource, migrate } from '../../database/data-source.js';
import { seedDemo } from '../../database/demo/seed.js';
import { enterShipped } from '../../database/queries/shipped-rulebooks.js';
import { readLibrary } from '../../documents/library.js';
import { taskQueue } from '../../workflows/messages.js';
import { type Client, clientOf, logIn } from './client.js';
import { fillLists } from './lists-filling.js';

export interface ListHouse {
  url: string;
  dataSource: DataSource;
  as: (user: string) => Promise<Client>;
}

export const password = 'an-echo-for-every-test';

/** Rows of each list in the one and in the other. */
export async function openLists(few: number, many: number) {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-lists-'));
  const cluster = await openCluster(join(folder, 'postgres'), join(folder, 'secrets.json'));
  const port = await freePort();
  const part = postgresPart({ logs: folder, restart: false, onPid: () => Promise.resolve() }, cluster, port, false);
  const closing: (() => Promise<unknown> | void)[] = [
    () => rm(folder, { recursive: true, force: true }),
    () => part.stop(),
  ];
  const close = async () => {
    for (const one of closing.reverse()) await one();
  };
  const library = readLibrary(join(projectFolder, 'rulebooks'));
  const open = async (name: string, rows: number): Promise<ListHouse> => {
    await ensureDatabase(cluster, port, name);
    const dataSource = await createDataSource({ url: applicationUrl(cluster, port, name), poolSize: 10 }).initialize();
    closing.push(() => dataSource.destroy());
    await migrate(dataSource);
    await enterShipped(dataSource, library.rulebooks.values());
    await seedDemo(dataSource, password);
    await fillLists(dataSource, rows);
    const app = await createApi({
      dataSource,
      // nothing that is read here asks it
      client: new Engine({ connection: Connection.lazy({ address: '127.0.0.1:1' }) }),
      taskQueue,
      library,
      webFolder: join(distFolder, 'web'),
      onFault: (fault) => console.error(fault),
    });
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    const clients = new Map<string, Client>();
    closing.push(
      () => app.close(),
      () => clients.forEach((client) => client.close()),
    );
    const as = async (user: string) => {
      const client = clients.get(user) ?? clientOf(url, await logIn(url, user, password));
      clients.set(user, client);
      return client;
    };
    return { url, dataSource, as };
  };
  try {
    await part.start();
    return { few: await open('few', few), many: await open('many', many), close };
  } catch (error) {
    await close();
    throw error;
  }
}
