import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { shared } from './shared.js';

/** A migrated database of one test file's own. */
export interface TestDatabase {
  url: string;
  drop: () => Promise<void>;
}

/** Copies the migrated template; fast, and nobody else writes to the copy. Drop it in `afterAll`. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(
    `create database ${name} template ${shared('HUIYIN_TEST_TEMPLATE')} owner huiyin strategy file_copy`,
  );
  const url = new URL(shared('HUIYIN_TEST_DATABASE'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asSuperuser(`drop database if exists ${name} with (force)`) };
}

async function asSuperuser(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: shared('HUIYIN_TEST_SUPERUSER') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
