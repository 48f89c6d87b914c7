import { appendFile } from 'node:fs/promises';
import { createDataSource } from '../database/data-source.js';
import type { Keyring } from '../vault/keyring.js';
import { newMasterKeyLine } from '../vault/master.js';
import { KeysUnavailable } from '../vault/unavailable.js';
import type { Command } from './commands.js';
import type { Settings } from './environment.js';
import { keyServiceWords } from './key-service.js';
import { PlainError, say } from './plain.js';
import { databaseAddress } from './verify.js';
import { ensureMasterKeys, masterKeysFile, openKeyring } from './vault.js';

/** `huiyin keys new|add|check|rotate`: the master keys that wrap each complaint's own key. */
export const command: Command = {
  async run([what = ''], settings) {
    const work = works[what];
    if (!work) throw new PlainError(`What about the keys? huiyin keys ${Object.keys(works).join(' | ')}`);
    await work(settings);
    return 0;
  },
};

const works: Readonly<Record<string, (settings: Settings) => Promise<void>>> = {
  async new(settings) {
    const path = masterKeysFile(settings);
    await ensureMasterKeys(path);
    say(`Master keys: ${path}. Keep a copy apart from the backups of the database: without it nothing can be read.`);
  },
  async add(settings) {
    if (settings.keyService?.wraps) {
      const { mount, key } = settings.keyService;
      throw new PlainError(
        `The key service wraps. A new version is made there ("bao write -f ${mount}/keys/${key}/rotate"); then run "huiyin keys rotate".`,
      );
    }
    await appendFile(masterKeysFile(settings), newMasterKeyLine(new Date()), { mode: 0o600 });
    say('A new master key was added. Start the API and the workers again, then run "huiyin keys rotate".');
  },
  check: (settings) =>
    withKeyring(settings, async (keyring) => {
      const { newest, by } = await keyring.wrapped();
      say(`New keys are wrapped by ${newest}, which answers.`);
      for (const { master, keys } of by) say(`${keys} keys are wrapped by ${master}.`);
    }),
  rotate: (settings) =>
    withKeyring(settings, async (keyring) => {
      let next = every;
      const done = await keyring.rotate((done) => {
        if (done < next) return;
        next += every;
        say(`${done} keys so far …`);
      });
      say(`${done} keys are wrapped by the newest master key now. The older ones may go.`);
    }),
};

const every = 10_000;

async function withKeyring(settings: Settings, work: (keyring: Keyring) => Promise<void>): Promise<void> {
  const dataSource = await createDataSource({ url: await databaseAddress(settings), name: 'huiyin keys' }).initialize();
  try {
    await work(await openKeyring(settings, dataSource));
  } catch (error) {
    if (!(error instanceof KeysUnavailable)) throw error;
    throw new PlainError(`${keyServiceWords(error)} What is done stays done: run it again.`);
  } finally {
    await dataSource.destroy();
  }
}
