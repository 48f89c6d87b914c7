import { open, readFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { Keyring } from '../vault/keyring.js';
import { masterKeysFrom, newMasterKeyLine } from '../vault/master.js';
import type { Settings } from './environment.js';
import { dataLayout } from './paths.js';
import { PlainError } from './plain.js';

/** The file of the master keys: the one that is named, else the data folder's own. */
export function masterKeysFile({ masterKeysFile: named, dataFolder }: Settings): string {
  return named ?? dataLayout(dataFolder).masterKeys;
}

/** Makes the file with one key when there is none. */
export async function ensureMasterKeys(path: string): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(newMasterKeyLine(new Date()));
    await file.sync();
    await file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The keys of all complaints, opened by the master keys that the settings name. */
export async function openKeyring(settings: Settings, dataSource: DataSource): Promise<Keyring> {
  const path = masterKeysFile(settings);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new PlainError(
      `The master keys cannot be read from ${path}: make the file with "huiyin keys new", see docs/operations.md.`,
    );
  });
  try {
    return new Keyring(dataSource, masterKeysFrom(text));
  } catch (error) {
    throw new PlainError(`${path}: ${(error as Error).message}.`);
  }
}
