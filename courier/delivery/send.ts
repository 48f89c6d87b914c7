/** Sends one message to wherever it goes. Never throws for what the other side did. */
import type { Destination, DueNotice } from '../../database/queries/deliveries.js';
import { wayOf } from '../../domain/notice/channel.js';
import { contentIn } from '../../domain/notice/content.js';
import type { NoticeLanguage } from '../../domain/notice/say.js';
import { usualPreferences } from '../../domain/notice/timing.js';
import { messageOf } from './message.js';
import { failed, type Outcome } from './outcome.js';
import { InsideAddress } from './post.js';
import { type Enclosure, letterOf, type Mail, type Mailer, mailOf } from './senders/mail.js';
import { sendToRobot } from './senders/robots.js';
import { sendToWebhook } from './senders/webhook.js';

/** By what messages leave. */
export interface Post {
  /** None: e-mail waits until it is set up. */
  mailer?: Mailer;
  /** Where people reach the pages. */
  publicUrl?: string;
  /** Robots and webhooks in the operator's own network are allowed. */
  openly: boolean;
  /** The files of a paper that was issued. */
  enclose?: (paper: string, language: NoticeLanguage) => Promise<Enclosure[]>;
  /** Opens what a channel keeps sealed; without it nothing is sealed. */
  unseal?: (channel: NonNullable<Destination['channel']>) => Promise<NonNullable<Destination['channel']>>;
  /** Milliseconds until a channel counts as silent. */
  patience: number;
}

export async function send(
  post: Post,
  destination: Destination,
  key: string,
  notices: DueNotice[],
  now: number,
): Promise<Outcome> {
  try {
    const { channel } = destination;
    return channel
      ? await toChannel(post, channel, key, notices, now)
      : await toMailbox(post, destination, key, notices);
  } catch (error) {
    if (error instanceof InsideAddress) return failed('broken', error.message);
    return failed('later', nameOf(error));
  }
}

async function toChannel(
  post: Post,
  kept: NonNullable<Destination['channel']>,
  key: string,
  notices: DueNotice[],
  now: number,
): Promise<Outcome> {
  const { publicUrl, unseal } = post;
  const channel = unseal ? await unseal(kept) : kept;
  const message = messageOf(key, notices, { way: wayOf(channel.kind), language: channel.language, publicUrl });
  const [first] = notices;
  if (!first || message.items.length === 0) return failed('moot', 'what it was about never was');
  return channel.kind === 'webhook'
    ? sendToWebhook(channel, first, message, now, post)
    : sendToRobot(channel, message, now, post);
}

async function toMailbox(
  { mailer, publicUrl, enclose }: Post,
  { person }: Destination,
  key: string,
  notices: DueNotice[],
): Promise<Outcome> {
  if (!mailer) return failed('later', 'e-mail is not set up');
  const preferences = { ...usualPreferences, ...person?.preferences };
  const { language } = preferences;
  const mail = person ? toPerson(preferences.email) : notices[0] && letterOf(notices[0], key);
  if (!mail) return failed('moot', 'there is nobody to write to');
  return mailer.send({ ...mail, attachments: person ? await enclosures() : [] });

  async function enclosures(): Promise<Enclosure[]> {
    const papers = notices.flatMap(({ content }) => {
      const paper = content && contentIn(content, language).paper;
      return paper?.enclosed ? [paper.id] : [];
    });
    // a digest of many would outgrow mailboxes: the links stand in it
    if (!enclose || papers.length > 3) return [];
    return (await Promise.all(papers.map((paper) => enclose(paper, language)))).flat();
  }

  function toPerson(to: string | null): Mail | undefined {
    const message = messageOf(key, notices, { way: 'email', language, publicUrl });
    return to && message.items.length > 0 ? mailOf(message, to, notices[0]?.complaint ?? null) : undefined;
  }
}

/** What the network says, without addresses: they carry keys. */
function nameOf(error: unknown): string {
  const { code, name, cause } = error as { code?: string; name?: string; cause?: unknown };
  if (name === 'TimeoutError' || name === 'AbortError') return 'no answer in time';
  return code ?? (cause ? nameOf(cause) : (name ?? 'failed'));
}
