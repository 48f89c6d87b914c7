/** Takes away what nobody needs any more: in small pieces, so that nobody waits for it. */
import type { DataSource } from 'typeorm';
import { addressesFor, forgetAddresses } from '../database/queries/act-addresses.js';
import { forgetUnattached } from '../database/queries/files.js';
import { forgetRequests } from '../database/queries/requests.js';
import { forgetNotices } from '../database/queries/notices.js';
import { forgetTaken } from '../database/queries/outbox.js';
import { forgetSent } from '../database/queries/signals.js';

const day = 86_400_000; // ms
const takenFor = 7 * day;
const requestsFor = 30 * day;
const messagesFor = 90 * day;
const inboxFor = 400 * day;
const broughtFor = 2 * day;
const piece = 1_000;

/** One piece of each; answers whether more is left. `now`: epoch milliseconds. */
export async function sweep(dataSource: DataSource, now: number): Promise<boolean> {
  const gone = [
    await forgetTaken(dataSource, new Date(now - takenFor), piece),
    await forgetSent(dataSource, new Date(now - takenFor), piece),
    await forgetNotices(dataSource, new Date(now - messagesFor), new Date(now - inboxFor), piece),
    await forgetUnattached(dataSource, new Date(now - broughtFor), 50),
    await forgetAddresses(dataSource, new Date(now - addressesFor * day), piece),
    await forgetRequests(dataSource, new Date(now - requestsFor), piece),
  ];
  return gone.some((rows) => rows === piece);
}
