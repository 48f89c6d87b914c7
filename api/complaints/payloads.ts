/** What the engine's own records carry, as plain values. */
import type { LoadedDataConverter, Payload } from '@temporalio/common';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import { KeyDestroyed } from '../../vault/keyring.js';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Payloads as what they carry, numbers and times as such, and nothing that is empty. */
export async function decoded(value: unknown, converter: LoadedDataConverter): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((one) => decoded(one, converter)));
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (!isRecord(value)) return value;
  if (isRecord(value.metadata) && value.data instanceof Uint8Array) return carried(value, converter);
  if ('low' in value && 'high' in value && 'unsigned' in value) return Number(value);
  const time =
    'seconds' in value && 'nanos' in value ? Number(value.seconds) + Number(value.nanos ?? 0) / 1e9 : undefined;
  if (time !== undefined) return time;
  const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined && field !== '');
  const shown = await Promise.all(
    fields.map(async ([name, field]) => [name, await decoded(field, converter)] as const),
  );
  return Object.fromEntries(shown.filter(([, field]) => !(Array.isArray(field) && field.length === 0)));
}

async function carried(payload: Payload, converter: LoadedDataConverter): Promise<unknown> {
  try {
    const [value] = await decodeArrayFromPayloads(converter, [payload]);
    return value;
  } catch (error) {
    // its key was destroyed: what it said is deleted by law
    if (error instanceof KeyDestroyed) return { deleted: true };
    return Buffer.from(payload.data ?? []).toString('base64');
  }
}
