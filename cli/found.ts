import { createDataSource } from '../database/data-source.js';
import { digestOf } from '../database/demo/seed.js';
import { giveRoles } from '../database/queries/memberships.js';
import { changing } from '../database/queries/nodes.js';
import { addAccount } from '../database/queries/people.js';
import { oneTimePassword } from '../api/people/one-time-password.js';
import { type Command } from './commands.js';
import { PlainError, say } from './plain.js';

const usage =
  'Say the group, a user name and the name of its first administrator: huiyin found 安居物业集团 admin 王敏';

/** Founds the organisation of an empty database: its group and its first administrator, whose password is shown once. */
export const command: Command = {
  async run([group, username, name], { databaseUrl }) {
    if (!databaseUrl) throw new PlainError('Give the address of a PostgreSQL database with DATABASE_URL.');
    if (!group?.trim() || !name?.trim() || !/^[a-z0-9][a-z0-9._-]{1,39}$/.test(username ?? ''))
      throw new PlainError(usage);
    const user = username as string;
    const dataSource = await createDataSource({ url: databaseUrl, poolSize: 2, name: 'huiyin found' }).initialize();
    try {
      const password = oneTimePassword();
      const passwordHash = await digestOf(password);
      await changing(dataSource, user, async (tx) => {
        await tx.query('lock table organisation in exclusive mode');
        const [any] = await tx.query<unknown[]>('select 1 from organisation limit 1');
        if (any)
          throw new PlainError('There is an organisation in this database already: its administrators add to it.');
        await tx.query(`insert into organisation (id, tier, name) values ('group', 'group', $1)`, [group.trim()]);
        await addAccount(tx, { id: user, username: user, name: name.trim(), home: 'group', passwordHash });
        await giveRoles(tx, { user, node: 'group', roles: ['admin'], by: user });
      });
      say(
        `Founded: ${group.trim()}. ${name.trim()} logs in as ${user} with ${password} – shown this once, to be changed then.`,
      );
    } finally {
      await dataSource.destroy();
    }
  },
};
