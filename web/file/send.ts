import { client, data } from '../api/client.js';
import { isCertain } from '../api/command.js';
import { newKey } from '../api/key.js';
import type { Answer, Intake } from '../api/shapes.js';

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
