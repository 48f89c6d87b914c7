import { join } from 'node:path';
import pg from 'pg';
import { type Launch } from '../process/launch.js';
import { type Cluster } from './cluster.js';

const database = 'huiyin';
const role = 'huiyin';

/** How to run the server of a cluster. Only tests may do without durability. */
export function postgresLaunch(cluster: Cluster, port: number, { durable = true } = {}): Launch {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '256MB',
    work_mem: '16MB',
    max_wal_size: '1GB',
    checkpoint_completion_target: 0.9,
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const words = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  return cluster.as({ command: join(cluster.bin, 'postgres'), args: ['-D', cluster.cluster, ...words], cwd: '/' });
}

/** The address for everything that the project does. */
export function applicationUrl({ passwords }: Cluster, port: number, name = database): string {
  return `postgres://${role}:${passwords.application}@127.0.0.1:${port}/${name}`;
}

/** The address of the superuser, for making databases. */
export function superuserUrl({ passwords }: Cluster, port: number, name = 'postgres'): string {
  return `postgres://postgres:${passwords.superuser}@127.0.0.1:${port}/${name}`;
}

/** Throws until the server answers. */
export async function postgresHealthy(url: string): Promise<void> {
  await withClient(url, (client) => client.query('select 1'));
}

/** Makes the project's role and database where they are missing. */
export async function ensureDatabase(cluster: Cluster, port: number, name = database): Promise<void> {
  await withClient(superuserUrl(cluster, port), async (client) => {
    const secret = client.escapeLiteral(cluster.passwords.application);
    const { rowCount: roles } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    await client.query(`${roles ? 'alter' : 'create'} role ${role} login password ${secret}`);
    const { rowCount: databases } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!databases) await client.query(`create database ${name} owner ${role}`);
  });
  await withClient(superuserUrl(cluster, port, name), (client) =>
    client.query('create extension if not exists pg_trgm'),
  );
}

/** Does some work on one connection and closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
