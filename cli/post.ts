import type { Post } from '../courier/delivery/send.js';
import { createMailer } from '../courier/delivery/senders/mail.js';
import { openChannel, type Secrets } from '../vault/secrets.js';
import type { Settings } from './environment.js';
import { urlOf } from './process/ports.js';

const patience = 10_000; // ms

/** By what notices leave the house. */
export function postOf(settings: Settings, secrets: Secrets): Post {
  const { smtpUrl, mailFrom, publicUrl, privateChannels } = settings;
  return {
    ...(smtpUrl && mailFrom ? { mailer: createMailer({ url: smtpUrl, from: mailFrom }) } : {}),
    publicUrl: publicUrl ?? urlOf(settings),
    unseal: (channel) => openChannel(secrets, channel),
    openly: privateChannels,
    patience,
  };
}
