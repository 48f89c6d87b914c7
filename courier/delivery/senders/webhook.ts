/** Webhooks as Standard Webhooks has them: id, timestamp and signature in headers. */
import { createHmac } from 'node:crypto';
import type { Destination, DueNotice } from '../../../database/queries/deliveries.js';
import { isConfidential, isUrgent } from '../../../domain/notice/notice.js';
import { dueOf } from '../../../domain/notice/say.js';
import { type Message, moveOf } from '../message.js';
import { failed, type Outcome, sent } from '../outcome.js';
import { post, type PostOptions } from '../post.js';

type Channel = NonNullable<Destination['channel']>;

/** Sends one notice; the receiver knows it by `webhook-id` if it comes again. `now`: epoch milliseconds. */
export async function sendToWebhook(
  { address, secret }: Channel,
  notice: DueNotice,
  { key, items: [item] }: Message,
  now: number,
  options: PostOptions,
): Promise<Outcome> {
  const timestamp = String(Math.floor(now / 1_000));
  const body = JSON.stringify(payload(notice, item?.link, now));
  const signature = createHmac('sha256', Buffer.from((secret ?? '').replace(/^whsec_/, ''), 'base64'))
    .update(`${key}.${timestamp}.${body}`)
    .digest('base64');
  const headers = { 'webhook-id': key, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
  const { status, retryAfter } = await post(address, body, headers, options);
  if (status >= 200 && status <= 299) return sent;
  // gone: the receiver wants no more of it
  if (status === 410) return failed('broken', '410');
  return failed('later', String(status), retryAfter === undefined ? undefined : retryAfter * 1_000);
}

/** Programs that may know more ask for it with a token of their own. */
function payload(notice: DueNotice, link: string | undefined, now: number): object {
  const { event, complaint, project } = notice;
  if (!event || !complaint) return { type: 'Test', timestamp: new Date(now).toISOString(), data: {} };
  const due = dueOf(event, complaint);
  const promised = moveOf(notice);
  const open = {
    project: { id: complaint.project, name: project ?? complaint.project },
    status: complaint.status,
    severity: complaint.severity,
    urgent: isUrgent(complaint),
  };
  return {
    type: event.type,
    timestamp: event.at,
    data: {
      complaint: {
        id: complaint.id,
        number: complaint.number,
        ...(link ? { link } : {}),
        ...(isConfidential(complaint) ? { confidential: true } : open),
      },
      seq: event.seq,
      ...(due ? { due } : {}),
      ...('clock' in event ? { clock: event.clock } : {}),
      ...(promised ? { promised } : {}),
    },
  };
}
