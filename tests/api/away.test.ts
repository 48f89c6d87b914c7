/** The engine or the database away: never a success that is none, and nothing lost or doubled afterwards. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { createApi } from '../../api/app.js';
import { createDataSource } from '../../database/data-source.js';
import { type Caller, callerOf, intake, library, openHouse, password, type TestHouse } from './house.js';

/** A wire that can be cut. */
class Wire {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  port = 0;

  constructor(private readonly to: { host: string; port: number }) {}

  async mend(): Promise<void> {
    this.server = createServer((near) => {
      const far = connect(this.to);
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => [near, far].forEach((one) => one.destroy()));
      }
      near.pipe(far);
      far.pipe(near);
    });
    await new Promise<void>((done) => this.server?.listen(this.port, '127.0.0.1', done));
    this.port = (this.server.address() as { port: number }).port;
  }

  async cut(): Promise<void> {
    const closed = new Promise((done) => this.server?.close(done));
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
    await closed;
  }
}

let house: TestHouse;
let engineWire: Wire;
let databaseWire: Wire;
let connection: Connection;
let dataSource: DataSource;
let app: NestFastifyApplication;
let reception: Caller;

beforeAll(async () => {
  house = await openHouse();
  const [host = '', port = ''] = house.engine.address.split(':');
  const real = new URL((house.dataSource.options as { url: string }).url);
  engineWire = new Wire({ host, port: Number(port) });
  databaseWire = new Wire({ host: real.hostname, port: Number(real.port) });
  await Promise.all([engineWire.mend(), databaseWire.mend()]);
  connection = Connection.lazy({
    address: `127.0.0.1:${engineWire.port}`,
    connectTimeout: 1_000,
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': 300 },
  });
  const url = new URL(real);
  url.host = `127.0.0.1:${databaseWire.port}`;
  dataSource = await createDataSource({ url: url.href }).initialize();
  app = await createApi({
    dataSource,
    client: new Client({ connection, namespace: house.engine.namespace }),
    taskQueue: house.engine.taskQueue,
    library,
    patience: 1_500,
  });
  await app.listen(0, '127.0.0.1');
  const login = await callerOf(await app.getUrl(), {}).post('/api/session', { username: 'reception', password });
  reception = callerOf(await app.getUrl(), { cookie: login.headers.get('set-cookie')?.split(';')[0] ?? '' });
});
afterAll(async () => {
  await app.close();
  await connection.close();
  await dataSource.destroy();
  await Promise.all([engineWire.cut(), databaseWire.cut()]);
  await house.close();
});

const exists = async (id: string) =>
  (await house.dataSource.query<unknown[]>('select 1 from complaints where id = $1', [id])).length > 0;

test('the engine away', async () => {
  await engineWire.cut();
  const key = { 'idempotency-key': 'while-the-engine-is-away' };
  const answer = await reception.post('/api/complaints', intake, key);
  expect(answer).toMatchObject({ status: 503, body: { code: 'engine-unavailable' } });
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(JSON.stringify(answer.body)).not.toMatch(/127\.0\.0\.1|ECONN|grpc|\/work|at /i);
  expect((await reception.get('/api/complaints')).status).toBe(200);
  expect((await reception.get('/api/health/live')).status).toBe(200);
  expect(await reception.get('/api/health/ready')).toMatchObject({ status: 503, body: { code: 'engine-unavailable' } });
  await engineWire.mend();
  let again = await reception.post('/api/complaints', intake, key);
  for (let i = 0; again.status === 503 && i < 10; i++) again = await reception.post('/api/complaints', intake, key);
  expect(again.status).toBe(201);
  expect(await exists(again.body.id)).toBe(true);
});

test('the engine away for a moment only', async () => {
  await engineWire.cut();
  const answer = reception.post('/api/complaints', intake);
  await new Promise((later) => setTimeout(later, 300));
  await engineWire.mend();
  expect((await answer).status).toBe(201);
});

test('the database away', async () => {
  await databaseWire.cut();
  const key = { 'idempotency-key': 'while-the-database-is-away' };
  const answers = [
    await reception.post('/api/complaints', intake, key),
    await reception.get('/api/complaints'),
    await reception.get('/api/health/ready'),
  ];
  for (const answer of answers) {
    expect(answer).toMatchObject({ status: 503, body: { code: 'database-unavailable' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect((await reception.get('/api/health/live')).status).toBe(200);
  await databaseWire.mend();
  const again = await reception.post('/api/complaints', intake, key);
  expect(again.status).toBe(201);
  expect(await exists(again.body.id)).toBe(true);
});

test('the database lost between start and projection', async () => {
  const key = { 'idempotency-key': 'lost-in-between' };
  const { client } = { client: house.engine.client };
  const start = client.workflow.start.bind(client.workflow);
  const half = await createApi({
    dataSource,
    client: Object.assign(Object.create(client) as Client, {
      workflow: Object.assign(Object.create(client.workflow) as Client['workflow'], {
        start: async (...given: Parameters<typeof start>) => {
          const handle = await start(...given);
          await databaseWire.cut();
          return handle;
        },
      }),
    }),
    taskQueue: house.engine.taskQueue,
    library,
    patience: 1_500,
  });
  await half.listen(0, '127.0.0.1');
  try {
    await dataSource.query('select 1');
    const login = await callerOf(await half.getUrl(), {}).post('/api/session', { username: 'reception', password });
    const caller = callerOf(await half.getUrl(), { cookie: login.headers.get('set-cookie')?.split(';')[0] ?? '' });
    const answer = await caller.post('/api/complaints', intake, key);
    expect(answer).toMatchObject({ status: 503, body: { code: 'database-unavailable' } });
    await databaseWire.mend();
    const again = await caller.post('/api/complaints', intake, key);
    expect(again.status).toBe(201);
    expect(await exists(again.body.id)).toBe(true);
  } finally {
    await half.close();
  }
});
