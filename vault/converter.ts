import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { deleted, VaultCodec } from './codec.js';
import type { Keyring } from './keyring.js';

/** Also what a bundle of workflows is built with. */
export const failureConverterPath = fileURLToPath(new URL('./failures.cjs', import.meta.url));

/** For every client of the engine. */
export function vaultConverter(keyring: Keyring): DataConverter {
  return { payloadCodecs: [new VaultCodec(keyring)], failureConverterPath };
}

/** For workers: what was deleted in the middle of its work comes to nothing, and ends no other's. */
export function workerConverter(keyring: Keyring): DataConverter {
  return { payloadCodecs: [new VaultCodec(keyring, deleted)], failureConverterPath };
}
