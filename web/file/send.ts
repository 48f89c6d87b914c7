import { client, data } from '../api/client.js';
import { isCertain } from '../api/command.js';
import { newKey } from '../api/key.js';
import type { Answer, Intake } from '../api/shapes.js';

/** What is left blank is not sent. */
export function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, trimmed(inner)] as const);
  const kept = entries.filter(([, inner]) => inner !== undefined && inner !== false && inner !== null);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** Files one complaint however often it is sent: the key only changes once an answer said that nothing was filed. */
export function sender() {
  let key = newKey();
  let sending: Promise<Answer> | undefined;
  return (body: Intake): Promise<Answer> => {
    sending ??= data(client.POST('/api/complaints', { body, params: { header: { 'Idempotency-Key': key } } }))
      .catch((error: unknown) => {
        if (isCertain(error)) key = newKey();
        throw error;
      })
      .finally(() => (sending = undefined));
    return sending;
  };
}
