import { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { vaultConverter, workerConverter } from '../../vault/converter.js';
import { Keyring } from '../../vault/keyring.js';
import { type MasterKeys, masterKeysFrom, newMasterKeyLine } from '../../vault/master.js';
import type { Patience } from '../../vault/patience.js';
import type { TestEngine } from './engine.js';

/** A keyring, under a master key of its own when none is given, the engine as a client sees it that encrypts by it, and what a worker reads with. */
export function vaultOf(
  { connection, namespace }: TestEngine,
  dataSource: DataSource,
  masters: MasterKeys = masterKeysFrom(newMasterKeyLine(new Date())),
  patience?: Patience,
) {
  const keyring = new Keyring(dataSource, masters, patience);
  const client = new Client({ connection, namespace, dataConverter: vaultConverter(keyring) });
  return { keyring, dataConverter: workerConverter(keyring), client };
}
