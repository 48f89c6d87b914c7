import { appendFile } from 'node:fs/promises';
import { createDataSource } from '../database/data-source.js';
import { newMasterKeyLine } from '../vault/master.js';
import type { Command } from './commands.js';
import { PlainError, say } from './plain.js';
import { databaseAddress } from './verify.js';
import { ensureMasterKeys, masterKeysFile, openKeyring } from './vault.js';

/** `huiyin keys new|add|rotate`: the master keys that wrap each complaint's own key. */
export const command: Command = {
  async run([what], settings) {
    const path = masterKeysFile(settings);
    if (what === 'new') {
      await ensureMasterKeys(path);
      say(`Master keys: ${path}. Keep a copy apart from the backups of the database: without it nothing can be read.`);
      return 0;
    }
    if (what === 'add') {
      await appendFile(path, newMasterKeyLine(new Date()), { mode: 0o600 });
      say('A new master key was added. Start the API and the workers again, then run "huiyin keys rotate".');
      return 0;
    }
    if (what !== 'rotate') throw new PlainError('What about the keys? huiyin keys new | add | rotate');
    const dataSource = await createDataSource({
      url: await databaseAddress(settings),
      name: 'huiyin keys',
    }).initialize();
    try {
      const keyring = await openKeyring(settings, dataSource);
      say(`${await keyring.rotate()} keys are wrapped by the newest master key now. The older ones may go.`);
      return 0;
    } finally {
      await dataSource.destroy();
    }
  },
};
