import { join } from 'node:path';
import { createDataSource, migrate } from '../database/data-source.js';
import { DemoRefused, seedDemo } from '../database/demo/seed.js';
import { enterYears } from '../database/queries/calendars.js';
import { type Entered, enterShipped } from '../database/queries/shipped-rulebooks.js';
import { readLibrary } from '../documents/library.js';
import { type Command } from './commands.js';
import { projectFolder } from './paths.js';
import { noteMark, PlainError, say } from './plain.js';

/** Brings the database up to date, enters the rulebooks that ship and, with a password for them, makes the demo users. */
export const command: Command = {
  async run(_args, { databaseUrl, demoPassword }) {
    if (!databaseUrl) throw new PlainError('Give the address of a PostgreSQL database with DATABASE_URL.');
    const dataSource = createDataSource({ url: databaseUrl, poolSize: 2, name: 'huiyin migrate' });
    await dataSource.initialize();
    try {
      for (const name of await migrate(dataSource)) say(`Migrated: ${name}.`);
      const { rulebooks, calendars } = readLibrary(join(projectFolder, 'rulebooks'));
      const years = await dataSource.transaction((manager) => enterYears(manager, calendars.values()));
      if (years.length > 0) say(`Published: the calendars ${years.join(', ')}.`);
      tell(await enterShipped(dataSource, rulebooks.values()));
      if (demoPassword && (await seedDemo(dataSource, demoPassword).catch(refused))) {
        say('Made the demo organisation and its users.');
      }
    } finally {
      await dataSource.destroy();
    }
  },
};

function refused(error: unknown): never {
  throw error instanceof DemoRefused ? new PlainError(error.message) : error;
}

function tell(entered: Entered[]): void {
  const now = entered.filter(({ outcome }) => outcome === 'entered');
  if (now.length > 0) say(`In force: ${now.map(({ id, version }) => `${id} version ${version}`).join(', ')}.`);
  for (const { id, version, outcome, latest } of entered) {
    const raise = `to bring it into force, raise the version in rulebooks/${id}.yaml above ${latest}`;
    if (outcome === 'differs')
      say(`${noteMark}${id} version ${version} is kept as it was approved; the file that ships differs: ${raise}.`);
    if (outcome === 'older')
      say(`${noteMark}${id} version ${version} was not entered, there are later ones: ${raise}.`);
  }
}
