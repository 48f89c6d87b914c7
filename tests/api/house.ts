/** An API with its own database and worker, and people who are logged in: what the API tests share. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { createActivities } from '../../activities/index.js';
import { createApi } from '../../api/app.js';
import { anewBy } from '../../cli/anew.js';
import type { ApiOptions } from '../../api/options.js';
import { createDataSource } from '../../database/data-source.js';
import { demoUsers } from '../../database/demo/organisation.js';
import { seedDemo } from '../../database/demo/seed.js';
import { readLibrary } from '../../documents/library.js';
import { ProofPlace } from '../../proof/place.js';
import type { Keyring } from '../../vault/keyring.js';
import type { MasterKeys } from '../../vault/master.js';
import { cloneDatabase } from '../support/database.js';
import { type TestEngine, testEngine } from '../support/engine.js';
import { vaultOf } from '../support/vault.js';

export const password = 'an-echo-for-every-test';
export const library = readLibrary(new URL('../../rulebooks', import.meta.url).pathname);

export interface Answer {
  status: number;
  /** Parsed when it is JSON, else text. */
  body: any; // eslint-disable-line @typescript-eslint/no-explicit-any
  headers: Headers;
}

export interface Caller {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** A string is sent as it is. */
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  /** Bytes as they are. */
  send(path: string, bytes: Uint8Array | string): Promise<Answer>;
  /** The body as it is. */
  bytes(path: string): Promise<Uint8Array>;
  /** Any method. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export interface TestHouse {
  url: string;
  engine: TestEngine;
  dataSource: DataSource;
  keyring: Keyring;
  /** Faults of the program that the API was told of. */
  faults: unknown[];
  /** Logged in by cookie, once for each user. */
  as(user: string): Promise<Caller>;
  nobody: Caller;
  /** Files a complaint as reception; answers its id. */
  file(given?: object): Promise<string>;
  close(): Promise<void>;
}

export const intake = {
  project: 'cuihu',
  channel: 'phone',
  category: 'equipment',
  text: '3 号楼 2 单元电梯连续两周反复停运。',
  complainant: { name: '周女士', phone: '13800000001' },
};

/** With `masters` its worker, which then has a keyring of its own, waits for keys, and its API does so for a moment. */
export async function openHouse(more: Partial<ApiOptions> = {}, masters?: MasterKeys): Promise<TestHouse> {
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const plain = await testEngine();
  const database = await cloneDatabase();
  const dataSource = await createDataSource({ url: database.url }).initialize();
  const own = vaultOf(plain, dataSource, masters, { most: 300 });
  const { keyring, client } = own;
  const stopping = new AbortController();
  const work = masters ? vaultOf(plain, dataSource, masters, { most: Infinity, ended: stopping.signal }) : own;
  const engine = { ...plain, client };
  const { saltOf } = keyring;
  await seedDemo(dataSource, password);
  const worker = await Worker.create({
    connection: engine.nativeConnection,
    namespace: engine.namespace,
    taskQueue: engine.taskQueue,
    workflowBundle: engine.workflowBundle,
    dataConverter: work.dataConverter,
    activities: createActivities({
      ...{ dataSource, client: work.client, saltOf: work.keyring.saltOf, calendars: library.calendars },
      anew: anewBy({ dataSource, client: work.client, library, taskQueue: engine.taskQueue }),
    }),
  });
  const running = worker.run();
  const faults: unknown[] = [];
  const { taskQueue } = engine;
  const app = await createApi({
    dataSource,
    client,
    saltOf,
    keyring,
    proof: new ProofPlace(join(tmpdir(), `huiyin-proof-${plain.taskQueue}`)),
    taskQueue,
    library,
    onFault: (fault) => faults.push(fault),
    ...more,
  });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const cookies = new Map<string, Promise<string>>();
  const as = async (user: string) => {
    if (!cookies.has(user)) cookies.set(user, logIn(url, user));
    return callerOf(url, { cookie: (await cookies.get(user)) ?? '' });
  };
  return {
    url,
    engine,
    dataSource,
    keyring,
    faults,
    as,
    nobody: callerOf(url, {}),
    async file(given = {}) {
      const { body, status } = await (await as('reception')).post('/api/complaints', { ...intake, ...given });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return (body as { id: string }).id;
    },
    async close() {
      await app.close();
      worker.shutdown();
      stopping.abort();
      await running;
      await dataSource.destroy();
      await database.drop();
      await engine.close();
      await rm(join(tmpdir(), `huiyin-proof-${plain.taskQueue}`), { recursive: true, force: true });
    },
  };
}

export function callerOf(url: string, own: Record<string, string>): Caller {
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const typed: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(url + path, {
      method,
      headers: { ...own, ...typed, ...headers },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = (answer.headers.get('content-type') ?? '').includes('json');
    return { status: answer.status, body: isJson ? (JSON.parse(text) as unknown) : text, headers: answer.headers };
  };
  return {
    call,
    get: (path, headers) => call('GET', path, undefined, headers),
    post: (path, body, headers) => call('POST', path, body, headers),
    put: (path, body, headers) => call('PUT', path, body, headers),
    delete: (path) => call('DELETE', path),
    send: (path, bytes) => call('POST', path, bytes, { 'content-type': 'application/octet-stream' }),
    bytes: async (path) => new Uint8Array(await (await fetch(url + path, { headers: own })).arrayBuffer()),
  };
}

async function logIn(url: string, username: string): Promise<string> {
  if (!demoUsers.some(({ id }) => id === username)) throw new Error(`no demo user ${username}`);
  const { status, headers, body } = await callerOf(url, {}).post('/api/session', { username, password });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return headers.get('set-cookie')?.split(';')[0] ?? '';
}
