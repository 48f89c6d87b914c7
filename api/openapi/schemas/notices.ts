/** The inbox, notice channels, and how people want to be told. */
import { channelKinds } from '../../../domain/notice/channel.js';
import { audiences, noticeKinds, ways } from '../../../domain/notice/notice.js';
import { families } from '../../../domain/paper/kinds.js';
import { fields, flag, list, moment, oneOf, orNull, ref, type Schema, text, whole } from '../schema.js';

const ownWays = list(oneOf('inbox', 'email'));
const time: Schema = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };

const channel = {
  kind: oneOf(...channelKinds),
  name: { type: 'string', minLength: 1, maxLength: 100 },
  audience: list(oneOf(...audiences)),
  language: oneOf('zh', 'en'),
  active: flag,
};

export const noticeSchemas: Record<string, Schema> = {
  InboxNotice: fields({
    id: text,
    kind: oneOf(...noticeKinds),
    urgent: flag,
    title: text,
    lines: list(fields({ label: text, value: text })),
    'quote?': text,
    'paper?': fields({ id: text, family: oneOf(...families) }),
    'page?': { ...oneOf('noticeChannels'), description: 'Where it is mended' },
    at: moment,
    read: flag,
  }),
  InboxNoticeList: fields({ items: list(ref('InboxNotice')) }),
  InboxThread: fields({
    thread: { ...text, description: 'The complaint’s id, or `house`' },
    'complaint?': fields({ id: text, number: text, project: text, status: ref('Status'), severity: ref('Severity') }),
    count: whole,
    unread: whole,
    latest: ref('InboxNotice'),
  }),
  InboxThreadList: fields({ items: list(ref('InboxThread')), next: orNull(text) }),
  Unread: fields({ unread: whole }),
  ReadInput: fields({ upTo: text, 'thread?': text }),
  NoticePreferences: fields({
    language: oneOf('zh', 'en'),
    email: orNull(text),
    kinds: fields(Object.fromEntries(noticeKinds.map((kind) => [`${kind}?`, ownWays]))),
    quiet: orNull(fields({ from: time, to: time })),
    digestAt: orNull(time),
  }),
  NoticeChannelInput: fields({
    ...channel,
    'address?': { ...text, maxLength: 1_000, description: 'Left out: as it was' },
    'secret?': { ...orNull({ ...text, maxLength: 200 }), description: 'Left out: as it was; null: none' },
    node: text,
  }),
  NoticeChannel: fields({
    id: text,
    ...channel,
    host: text,
    hasSecret: flag,
    node: ref('Named'),
    sentAt: orNull(moment),
    nextTryAt: orNull(moment),
    deadAt: orNull(moment),
    problem: orNull(text),
    waiting: whole,
  }),
  NoticeChannelList: fields({
    items: list(ref('NoticeChannel')),
    mail: { ...flag, description: 'Whether e-mail is set up' },
  }),
  Undelivered: fields({
    id: text,
    number: orNull(text),
    mark: { ...text, description: 'The event, as the table of notices names it' },
    way: oneOf(...ways),
    recipient: fields({ kind: oneOf('channel', 'person', 'complainant'), name: orNull(text) }),
    state: oneOf('waiting', 'failed', 'givenUp'),
    attempts: whole,
    problem: orNull(text),
    createdAt: moment,
    nextTryAt: orNull(moment),
    dead: flag,
  }),
  UndeliveredList: fields({ items: list(ref('Undelivered')), next: orNull(text) }),
  Settled: fields({ settled: whole }),
};
