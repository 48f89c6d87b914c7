import { createDataSource, migrate } from '../database/data-source.js';
import { seedDemo } from '../database/demo/seed.js';
import { type Command } from './commands.js';
import { PlainError, say } from './plain.js';

/** Brings the database up to date and, with a password for them, makes the demo users. */
export const command: Command = {
  async run(_args, { databaseUrl, demoPassword }) {
    if (!databaseUrl) throw new PlainError('Give the address of a PostgreSQL database with DATABASE_URL.');
    const dataSource = createDataSource({ url: databaseUrl, poolSize: 2, name: 'huiyin migrate' });
    await dataSource.initialize();
    try {
      for (const name of await migrate(dataSource)) say(`Migrated: ${name}.`);
      if (demoPassword && (await seedDemo(dataSource, demoPassword))) say('Made the demo organisation and its users.');
    } finally {
      await dataSource.destroy();
    }
  },
};
