/** What people are told of their own accounts. */
import { inEveryLanguage, type NoticeContent } from '../notice/content.js';
import type { NoticeLanguage } from '../notice/say.js';

interface Reset {
  /** Name of the administrator. */
  by: string;
  reason: string;
}

type Words = Record<'title' | 'by' | 'reason' | 'quote', string>;

const words: Record<NoticeLanguage, Words> = {
  zh: {
    title: '您的两步验证已由管理员重置',
    by: '经办',
    reason: '理由',
    quote: '所有登录均已退出。请在“我的账号”重新设置两步验证；如非您本人提出，请立即修改密码并联系另一名管理员。',
  },
  en: {
    title: 'An administrator has reset your second factor',
    by: 'Done by',
    reason: 'Reason',
    quote:
      'All your sessions have ended. Please set up the second factor again under “My account”; if it was not you who asked for this, change your password at once and tell another administrator.',
  },
};

/** That somebody else took their second factor away: they would know if nobody had asked for it. */
export const sayOfReset = ({ by, reason }: Reset): NoticeContent =>
  inEveryLanguage((language) => {
    const { title, by: byWhom, reason: why, quote } = words[language];
    return {
      title,
      lines: [
        [byWhom, by],
        [why, reason],
      ],
      quote,
    };
  });
