/** What changed, told to every process that listens. A hint only: the tables are the truth. */
import type { Notification, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf, type Source } from './sql.js';

export interface Change {
  /** Of the complaint. */
  id: string;
  seq: number;
  type: string;
  /** Where it belongs. */
  project: string;
  /** Told to a few only: those who see it are asked for anew. */
  guarded?: true;
}

/** Channel of PostgreSQL on which changes are told. */
export const changesChannel = 'huiyin_changes';
const pause = 25; // ms
const longest = 7_000; // bytes; the server takes 8000

const waiting = new WeakMap<object, Change[]>();

// after the commit and in bundles: a NOTIFY within a transaction makes all commits queue up behind one lock
/** Tells the listeners soon; loses the hint rather than failing. */
export function tellChanges(source: Source, changes: Change[]): void {
  const pool = poolOf(source);
  const list = waiting.get(pool);
  if (list) {
    list.push(...changes);
    return;
  }
  waiting.set(pool, [...changes]);
  setTimeout(() => {
    const all = waiting.get(pool) ?? [];
    waiting.delete(pool);
    for (const bundle of bundles(all))
      pool.query('select pg_notify($1, $2)', [changesChannel, bundle]).catch(() => undefined);
  }, pause).unref();
}

function* bundles(changes: Change[]): Generator<string> {
  let bundle = '';
  for (const { id, seq, type, project, guarded } of changes) {
    const line = `${guarded ? '!' : ''}${id} ${seq} ${type} ${project}\n`;
    if (bundle.length + line.length > longest) {
      yield bundle;
      bundle = '';
    }
    bundle += line;
  }
  if (bundle) yield bundle;
}

/** Listens until it is stopped. */
export const listenToChanges = (dataSource: DataSource, onChange: (change: Change) => void): (() => Promise<void>) =>
  listenTo(dataSource, [changesChannel], (_, payload) => changesIn(payload).forEach(onChange));

/** Listens to channels of the server until it is stopped; connects anew when the connection is lost. */
export function listenTo(
  dataSource: DataSource,
  channels: string[],
  onPayload: (channel: string, payload: string) => void,
): () => Promise<void> {
  const pool = poolOf(dataSource);
  let client: PoolClient | undefined;
  let retry: NodeJS.Timeout | undefined;
  let stopped = false;

  const drop = (error?: Error) => {
    client?.removeAllListeners('notification');
    client?.release(error ?? true);
    client = undefined;
  };
  const lost = (error: Error) => {
    drop(error);
    if (!stopped) retry = setTimeout(() => void connect(), 1_000).unref();
  };
  const connect = async () => {
    try {
      client = await pool.connect();
      if (stopped) return drop();
      client.on('notification', ({ channel: from, payload = '' }: Notification) => onPayload(from, payload));
      client.once('error', lost);
      for (const one of channels) await client.query(`listen ${one}`);
    } catch (error) {
      lost(error as Error);
    }
  };
  const connecting = connect();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await connecting;
    if (client) drop();
  };
}

/** What a message of changes says. */
export function changesIn(payload: string): Change[] {
  return payload
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [id = '', seq = '0', type = '', ...project] = line.split(' ');
      const change = { id: id.replace(/^!/, ''), seq: Number(seq), type, project: project.join(' ') };
      return id.startsWith('!') ? { ...change, guarded: true as const } : change;
    });
}
