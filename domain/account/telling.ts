/** What people are told of their own accounts. */
import type { NoticeLanguage, NoticeText } from '../notice/say.js';

interface Reset {
  /** Name of the administrator. */
  by: string;
  reason: string;
}

/** That somebody else took their second factor away: they would know if nobody had asked for it. */
export const sayOfReset = ({ by, reason }: Reset, language: NoticeLanguage): NoticeText =>
  language === 'zh'
    ? {
        title: '您的两步验证已由管理员重置',
        lines: [
          ['经办', by],
          ['理由', reason],
        ],
        quote: '所有登录均已退出。请在“我的账号”重新设置两步验证；如非您本人提出，请立即修改密码并联系另一名管理员。',
      }
    : {
        title: 'An administrator has reset your second factor',
        lines: [
          ['By', by],
          ['Reason', reason],
        ],
        quote:
          'All your sessions have ended. Set up a second factor again at My account; if you did not ask for this, change your password and tell another administrator at once.',
      };
