/** Group robots of WeCom, DingTalk and Feishu, as each of them wants to be spoken to. */
import { createHmac } from 'node:crypto';
import type { Destination } from '../../../database/queries/deliveries.js';
import type { ChannelKind } from '../../../domain/notice/channel.js';
import { noticeWords } from '../../../domain/notice/say.js';
import { type Item, type Message, openIn } from '../message.js';
import { failed, type Outcome, sent } from '../outcome.js';
import { post, type PostOptions } from '../post.js';

type Channel = NonNullable<Destination['channel']>;

interface Call {
  address: string;
  body: object;
}

/** How each is called; `now`: epoch milliseconds. */
const calls: Partial<Record<ChannelKind, (channel: Channel, message: Message, now: number) => Call>> = {
  // the key is in the address
  wecom: ({ address }, message) => ({
    address,
    body: { msgtype: 'markdown', markdown: { content: cut(markdown(message, '###'), 4_000) } },
  }),
  dingtalk({ address, secret }, message, now) {
    const url = new URL(address);
    const sign = createHmac('sha256', secret ?? '')
      .update(`${now}\n${secret ?? ''}`)
      .digest('base64');
    url.searchParams.set('timestamp', String(now));
    url.searchParams.set('sign', sign);
    const text = cut(markdown(message, '###'), 18_000);
    return { address: url.href, body: { msgtype: 'markdown', markdown: { title: plain(message.title), text } } };
  },
  feishu({ address, secret }, message, now) {
    const timestamp = String(Math.floor(now / 1_000));
    // the text to sign is the key, and nothing is signed with it
    const sign = createHmac('sha256', `${timestamp}\n${secret ?? ''}`).digest('base64');
    const card = {
      header: { title: { tag: 'plain_text', content: plain(message.title) } },
      elements: [
        { tag: 'markdown', content: cut(message.items.map((item) => body(item, message)).join('\n\n'), 18_000) },
      ],
    };
    return { address, body: { ...(secret ? { timestamp, sign } : {}), msg_type: 'interactive', card } };
  },
};

// by what each documents: too fast, or the robot is not ours (any more)
const tooFast = [45009, 45033, 130101, 660026, 11232, 9499];
const notOurs = [93000, 93017, 300001, 300005, 310000, 400101, 400102, 19001, 19021, 19022, 19024];

/** Sends one message to a robot. */
export async function sendToRobot(
  channel: Channel,
  message: Message,
  now: number,
  options: PostOptions,
): Promise<Outcome> {
  const call = calls[channel.kind]?.(channel, message, now);
  if (!call) return failed('broken', `${channel.kind} is no robot`);
  const { status, body: answer, retryAfter } = await post(call.address, JSON.stringify(call.body), {}, options);
  const minute = 60_000; // ms
  if (status === 429) return failed('later', '429', (retryAfter ?? 60) * 1_000);
  if (status < 200 || status > 299) return failed('later', `${status}`);
  const { code, text } = read(answer);
  if (code === 0) return sent;
  const problem = `${code ?? '?'} ${text}`.slice(0, 300);
  if (code !== undefined && tooFast.includes(code)) return failed('later', problem, minute);
  if (code !== undefined && notOurs.includes(code)) return failed('broken', problem);
  return failed('later', problem);
}

/** All three say 0 for sent; Feishu calls the number code, the others errcode. */
function read(answer: string): { code: number | undefined; text: string } {
  try {
    const given = JSON.parse(answer) as {
      errcode?: number;
      errmsg?: string;
      code?: number;
      StatusCode?: number;
      msg?: string;
    };
    return { code: given.errcode ?? given.code ?? given.StatusCode, text: given.errmsg ?? given.msg ?? '' };
  } catch {
    return { code: undefined, text: answer.slice(0, 100) };
  }
}

const markdown = (message: Message, heading: string): string =>
  [
    `${heading} ${plain(message.title)}`,
    ...message.items.map((item) =>
      message.items.length > 1 ? `**${plain(item.title)}**\n${body(item, message)}` : body(item, message),
    ),
  ].join('\n\n');

function body({ lines, quote, link, paper }: Item, { language }: Message): string {
  const rows = lines.map(([label, value]) => noticeWords[language].labelled(plain(label), plain(value)));
  const open = link ? [`[${openIn(language, paper)}](${link})`] : [];
  return [...rows, ...(quote ? [plain(quote)] : []), ...open].join('  \n');
}

/** Without what would be read as markup, a mention or a link. */
const plain = (text: string): string =>
  text.replace(/[<>[\]()*_`#@~|\\]/g, (mark) => wide[mark] ?? ' ').replace(/\s+/g, ' ');
const wide: Record<string, string> = {
  '<': '〈', '>': '〉', '[': '［', ']': '］', '(': '（', ')': '）', '*': '＊', '_': '＿', '`': '｀', '#': '＃', '@': '＠', '~': '～',
  '|': '｜', '\\': '＼',
}; // prettier-ignore

/** Robots count bytes; the end of what is too long is left out. */
function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  let size = 0;
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > bytes - 3) break;
    kept += character;
  }
  return `${kept}…`;
}
