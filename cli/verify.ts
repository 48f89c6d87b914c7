/** `huiyin verify [--repair] [ID…]`: whether every row still is the fold of its events. */
import { join } from 'node:path';
import { check, type Difference, repair } from '../database/check.js';
import { createDataSource } from '../database/data-source.js';
import { approvedVersions } from '../database/queries/rulebooks.js';
import { calendarFor, readLibrary } from '../documents/library.js';
import { deadlinesOf } from '../domain/complaint/deadlines.js';
import type { Complaint } from '../domain/complaint/state.js';
import { compile } from '../domain/rulebook/compile.js';
import type { Command } from './commands.js';
import { dataLayout, projectFolder } from './paths.js';
import { PlainError } from './plain.js';
import { readJson } from './process/files.js';
import type { Settings } from './environment.js';

export const command: Command = {
  async run(args, settings) {
    const library = readLibrary(join(projectFolder, 'rulebooks'));
    const dataSource = await createDataSource({
      url: await databaseAddress(settings),
      name: 'huiyin verify',
    }).initialize();
    try {
      const named = args.filter((arg) => !arg.startsWith('--'));
      const rows = await dataSource.query<{ id: string }[]>('select id from complaints order by id');
      const ids = named.length > 0 ? named : rows.map(({ id }) => id);
      const versions = await approvedVersions(dataSource);
      const deadlines = (complaint: Complaint) => {
        const { id, version } = complaint.rulebook;
        const document = versions.find((one) => one.id === id && one.version === version)?.document;
        if (!document) throw new PlainError(`There is no version ${version} of ${id} to reckon with.`);
        const rulebook = compile(document);
        return deadlinesOf(complaint, { rulebook, calendar: calendarFor(library, rulebook), now: Date.now() });
      };
      let wrong = 0;
      for (const id of ids) {
        const differences = await check(dataSource, id);
        if (differences?.length === 0) continue;
        wrong++;
        process.stdout.write(differences ? inWords(id, differences) : `${id}: there is no such complaint\n`);
        if (differences && args.includes('--repair')) {
          await repair(dataSource, id, deadlines);
          process.stdout.write(`${id}: written anew from its events\n`);
        }
      }
      process.stdout.write(`${ids.length - wrong} of ${ids.length} complaints are what their events say\n`);
      return wrong === 0 ? 0 : 1;
    } finally {
      await dataSource.destroy();
    }
  },
};

/** The database given, or the one that `npm start` runs on the data folder. */
export async function databaseAddress({ databaseUrl, dataFolder }: Settings): Promise<string> {
  if (databaseUrl) return databaseUrl;
  const parts = (await readJson(join(dataLayout(dataFolder).run, 'parts.json'))) as
    Record<string, { url?: string }> | undefined;
  const url = parts?.['postgres']?.url;
  if (!url) throw new PlainError('No database: start Huiyin on this data folder, or give DATABASE_URL.');
  return url;
}

const inWords = (id: string, differences: Difference[]): string =>
  differences
    .map(
      ({ path, table, fold }) => `${id}: ${path} is ${JSON.stringify(table)}, its events say ${JSON.stringify(fold)}\n`,
    )
    .join('');
