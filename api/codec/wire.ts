/** Payloads as Temporal's remote codec protocol writes them: JSON, bytes as base64. */
import type { Payload } from '@temporalio/common';
import { invalid } from '../kernel/problem.js';

export interface WirePayload {
  metadata: Record<string, string>;
  data?: string;
}

const most = 2_000;
const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** The payloads of a body. Fields that a later release of the protocol may add are passed over. Throws invalid, with the place. */
export function payloadsOf(body: unknown): Payload[] {
  const { payloads } = (body ?? {}) as { payloads?: unknown };
  if (!Array.isArray(payloads)) throw invalid({ path: 'payloads', message: 'must be a list' });
  if (payloads.length > most) throw invalid({ path: 'payloads', message: `must be at most ${most}` });
  return payloads.map((one: unknown, i) => {
    const path = `payloads.${i}`;
    const { metadata = {}, data = '' } = recordOf(one, path);
    const entries = Object.entries(recordOf(metadata ?? {}, `${path}.metadata`));
    return {
      metadata: Object.fromEntries(entries.map(([name, value]) => [name, bytesOf(value, `${path}.metadata.${name}`)])),
      data: bytesOf(data ?? '', `${path}.data`),
    };
  });
}

export function onWire({ metadata, data }: Payload): WirePayload {
  const entries = Object.entries(metadata ?? {}).map(([name, value]) => [name, text(value)]);
  return { metadata: Object.fromEntries(entries) as Record<string, string>, ...(data ? { data: text(data) } : {}) };
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function recordOf(value: unknown, path: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw invalid({ path, message: 'must be an object' });
}

function bytesOf(value: unknown, path: string): Uint8Array {
  if (typeof value === 'string' && base64.test(value)) return new Uint8Array(Buffer.from(value, 'base64'));
  throw invalid({ path, message: 'must be base64' });
}
