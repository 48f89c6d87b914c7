import { open, readFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { Keyring } from '../vault/keyring.js';
import { fileKeysFrom, type MasterKey, type MasterKeys, masterKeysOf, newMasterKeyLine } from '../vault/master.js';
import { type Patience, patiently } from '../vault/patience.js';
import { KeysUnavailable } from '../vault/unavailable.js';
import type { Settings } from './environment.js';
import { keyServiceWords, openKeyService } from './key-service.js';
import { dataLayout } from './paths.js';
import { PlainError, say } from './plain.js';

// how long a key service may be away, milliseconds: at the door, for a person who waits, for a command
const atTheDoor: Patience = { most: 5_000 };
export const forAPerson: Patience = { most: 2_500, told: sayingWhy() };
export const forACommand: Patience = { most: 60_000, told: sayingWhy() };

/** For work that waits until the keys are back, and says so once a minute. */
export const forWork = (ended: AbortSignal): Patience => ({ most: Infinity, ended, told: sayingWhy() });

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

/** The keys of all complaints, opened by the master keys that the settings name. Throws a PlainError when they do not work. */
export async function openKeyring(
  settings: Settings,
  dataSource: DataSource,
  patience: Patience = forACommand,
): Promise<Keyring> {
  return new Keyring(dataSource, await masterKeysOfSettings(settings, answering), patience);
}

/** The same for what serves: it begins although a key service is away that may come back by itself, and says so. */
export async function openKeyringToServe(
  settings: Settings,
  dataSource: DataSource,
  patience: Patience,
): Promise<Keyring> {
  const begin = async (work: () => Promise<unknown>) => {
    const why = await absence(work);
    if (why) patience.told?.(why);
  };
  return new Keyring(dataSource, await masterKeysOfSettings(settings, begin), patience);
}

/** What to tell whoever starts the house when the key service is away for now. */
export async function keysAway({ keyService }: Settings): Promise<string | undefined> {
  if (!keyService) return undefined;
  const service = await openKeyService(keyService);
  const why = await absence(() => service.newest()).catch(() => undefined);
  return why && `${keyServiceWords(why)} Until it answers nothing new can be filed, and open complaints wait.`;
}

type Door = (work: () => Promise<unknown>) => Promise<void>;

async function masterKeysOfSettings(settings: Settings, door: Door): Promise<MasterKeys> {
  const { keyService } = settings;
  if (!keyService) return masterKeysOf(...(await keysOfFile(settings)));
  const service = await openKeyService(keyService);
  if (!keyService.wraps) {
    const [current, ...others] = await keysOfFile(settings);
    await door(() => service.newest());
    return masterKeysOf(current, ...others, service);
  }
  await door(() => tried(service));
  // what a file once wrapped until all is moved
  return masterKeysOf(service, ...(await keysOfFile(settings, true)));
}

async function keysOfFile(settings: Settings): Promise<[MasterKey, ...MasterKey[]]>;
async function keysOfFile(settings: Settings, optional: true): Promise<MasterKey[]>;
async function keysOfFile(settings: Settings, optional = false): Promise<MasterKey[]> {
  const path = masterKeysFile(settings);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (optional && error.code === 'ENOENT') return undefined;
    throw new PlainError(
      `The master keys cannot be read from ${path}: make the file with "huiyin keys new", see docs/operations.md.`,
    );
  });
  if (text === undefined || (optional && text.trim() === '')) return [];
  try {
    return fileKeysFrom(text);
  } catch (error) {
    throw new PlainError(`${path}: ${(error as Error).message}.`);
  }
}

/** Whether it does all that it is needed for. */
async function tried(service: MasterKey): Promise<void> {
  const key = new Uint8Array(32);
  const { wrapped } = await service.wrap(key, 'house');
  if (Buffer.compare(await service.unwrap(wrapped, 'house'), key) !== 0) {
    throw new PlainError('The key service does not give back what was given to it.');
  }
}

async function answering(work: () => Promise<unknown>): Promise<void> {
  const why = await absence(work);
  if (why) throw new PlainError(keyServiceWords(why));
}

/** Why it does not answer for now. Throws a PlainError for what somebody must mend. */
async function absence(work: () => Promise<unknown>): Promise<KeysUnavailable | undefined> {
  try {
    await patiently(atTheDoor, work);
    return undefined;
  } catch (error) {
    if (!(error instanceof KeysUnavailable)) throw error;
    if (error.passes) return error;
    throw new PlainError(keyServiceWords(error));
  }
}

function sayingWhy(): (error: KeysUnavailable) => void {
  let next = 0;
  return (error) => {
    if (Date.now() < next) return;
    next = Date.now() + 60_000;
    say(`${new Date().toISOString()} no keys: ${keyServiceWords(error)}`);
  };
}
