import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { VaultCodec } from './codec.js';
import type { Keyring } from './keyring.js';

/** Also what a bundle of workflows is built with. */
export const failureConverterPath = fileURLToPath(new URL('./failures.cjs', import.meta.url));

/** For every client and worker of the engine. */
export function vaultConverter(keyring: Keyring): DataConverter {
  return { payloadCodecs: [new VaultCodec(keyring)], failureConverterPath };
}
