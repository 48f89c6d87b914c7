/** What a notice says that is about no event of a complaint: put down in every language, read in the reader's. */
import type { NoticeLanguage, NoticeText } from './say.js';

export type NoticeContent = Record<NoticeLanguage, NoticeText>;

/** As it is kept: what was put down in one language alone stays in it. */
export type KeptContent = NoticeContent | NoticeText;

export const inEveryLanguage = (say: (language: NoticeLanguage) => NoticeText): NoticeContent => ({
  zh: say('zh'),
  en: say('en'),
});

export const contentIn = (content: KeptContent, language: NoticeLanguage): NoticeText =>
  'title' in content ? content : content[language];
