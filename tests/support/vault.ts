import { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { vaultConverter } from '../../vault/converter.js';
import { Keyring } from '../../vault/keyring.js';
import { masterKeysFrom, newMasterKeyLine } from '../../vault/master.js';
import type { TestEngine } from './engine.js';

/** A keyring under a master key of its own, and the engine as a client sees it that encrypts by it. */
export function vaultOf({ connection, namespace }: TestEngine, dataSource: DataSource) {
  const keyring = new Keyring(dataSource, masterKeysFrom(newMasterKeyLine(new Date())));
  const dataConverter = vaultConverter(keyring);
  return { keyring, dataConverter, client: new Client({ connection, namespace, dataConverter }) };
}
