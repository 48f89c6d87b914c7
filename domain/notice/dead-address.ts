/** What administrators are told of an address to which nothing gets through any more 失效地址. */
import { inEveryLanguage, type NoticeContent } from './content.js';
import type { NoticeLanguage, NoticeText } from './say.js';

export interface DeadAddress {
  kind: 'channel' | 'person' | 'complainant';
  /** Of the channel or the person; of a complainant the complaint's number. */
  name: string;
  nodeName: string;
  /** Notices that did not arrive, and are kept. */
  waiting: number;
}

interface Words {
  title: string;
  what: Record<DeadAddress['kind'], string>;
  node: string;
  waiting: string;
  /** What to do. */
  mend: Record<DeadAddress['kind'], string>;
}

const words: Record<NoticeLanguage, Words> = {
  zh: {
    title: '通知地址已失效，请处理',
    what: { channel: '通知渠道', person: '员工邮箱', complainant: '投诉编号' },
    node: '单位',
    waiting: '未送达',
    mend: {
      channel: '在恢复之前，发往该渠道的通知会保留、不再发送。请在“通知渠道”中修改其地址或密钥，再发送测试。',
      person: '在恢复之前，发往该邮箱的通知会保留、不再发送。请本人在“通知设置”中更正邮箱，或在“通知渠道”中重试。',
      complainant: '客户留下的邮箱无法送达。请项目改用电话告知客户；在“通知渠道”中可以重试或不再发送。',
    },
  },
  en: {
    title: 'An address for notices does not work any more: please see to it',
    what: { channel: 'Channel', person: 'Mailbox of', complainant: 'Complaint' },
    node: 'Node',
    waiting: 'Not delivered',
    mend: {
      channel:
        'Until it is mended, notices to this channel are kept and not sent. Change its address or secret under “Notice channels”, then send a test.',
      person:
        'Until it is mended, notices to this mailbox are kept and not sent. Have the person correct it under “How I am told”, or try again under “Notice channels”.',
      complainant:
        'The mailbox that the customer gave does not take mail. Have the project tell the customer by telephone; under “Notice channels” you can try again or stop sending.',
    },
  },
};

/** Nothing of what the other side answered: that may quote an address. */
export const sayDeadAddress = (dead: DeadAddress): NoticeContent =>
  inEveryLanguage((language) => sayIn(language, dead));

function sayIn(language: NoticeLanguage, { kind, name, nodeName, waiting }: DeadAddress): NoticeText {
  const { title, what, node, waiting: label, mend } = words[language];
  return {
    title,
    lines: [
      [what[kind], name],
      [node, nodeName],
      ...(waiting > 0 ? [[label, String(waiting)] as [string, string]] : []),
    ],
    quote: mend[kind],
    page: 'noticeChannels',
  };
}
