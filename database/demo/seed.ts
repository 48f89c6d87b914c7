import { hash, verify } from '@node-rs/argon2';
import type { DataSource } from 'typeorm';
import { demoNodes, demoUsers } from './organisation.js';

// argon2id, 19 MiB, two passes
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The digest of a password for storing. */
export function digestOf(password: string): Promise<string> {
  return hash(password, cost);
}

/** Whether a password is the one of a digest. */
export function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password);
}

/** The demo is not made beside real data. */
export class DemoRefused extends Error {
  constructor() {
    super(
      'The demo is not made: this database has an organisation, people or complaints of its own. ' +
        'Leave HUIYIN_DEMO_PASSWORD out, or give the demo a database of its own.',
    );
  }
}

async function hasRealData(dataSource: DataSource): Promise<boolean> {
  const [found] = await dataSource.query<{ any: boolean }[]>(
    `select exists (select from complaints) or exists (select from organisation where id <> all ($1))
       or exists (select from users where id <> all ($2)) as any`,
    [demoNodes.map(({ id }) => id), demoUsers.map(({ id }) => id)],
  );
  return found?.any ?? false;
}

/**
 * Makes the demo organisation and its users, once; answers whether anything was made or changed. Throws
 * `DemoRefused` where it would stand beside real data. A password other
 * than before is given to the demo users, and whoever was logged in as one of them is no longer.
 */
export async function seedDemo(dataSource: DataSource, password: string): Promise<boolean> {
  const [sample] = await dataSource.query<{ passwordHash: string | null }[]>(
    'select password_hash as "passwordHash" from users where id = $1',
    [demoUsers.at(-1)?.id],
  );
  if (sample?.passwordHash && (await isPassword(sample.passwordHash, password))) return false;
  if (!sample && (await hasRealData(dataSource))) throw new DemoRefused();
  const digests = await Promise.all(demoUsers.map(() => digestOf(password)));
  await dataSource.transaction(async (manager) => {
    for (const { id, parent, tier, name, rulebook } of demoNodes) {
      await manager.query(
        `insert into organisation (id, parent_id, tier, name, rulebook_id) values ($1, $2, $3, $4, $5) on conflict do nothing`,
        [id, parent, tier, name, rulebook ?? null],
      );
    }
    for (const [i, { id, name, roles, node }] of demoUsers.entries()) {
      await manager.query(
        `insert into users (id, username, name, password_hash, node_id) values ($1, $1, $2, $3, $4)
         on conflict (id) do update set password_hash = excluded.password_hash`,
        [id, name, digests[i], node],
      );
      await manager.query(
        `insert into memberships (user_id, node_id, roles) select $1, $2, $3
         where not exists (select from memberships where user_id = $1)`,
        [id, node, roles],
      );
    }
    await manager.query('delete from sessions where user_id = any ($1)', [demoUsers.map(({ id }) => id)]);
  });
  return true;
}
