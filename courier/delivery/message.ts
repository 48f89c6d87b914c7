/** What a message says, from its notices: made anew each time from the events themselves. */
import type { DueNotice } from '../../database/queries/deliveries.js';
import { type PromiseMove, promiseMoves } from '../../domain/complaint/promise-moves.js';
import { contentIn } from '../../domain/notice/content.js';
import type { Way } from '../../domain/notice/notice.js';
import { noticeWords, type NoticeLanguage, type NoticeText, say } from '../../domain/notice/say.js';

/** A notice as it is told. */
export interface Item extends NoticeText {
  /** Where its complaint is read. */
  link?: string;
}

export interface Message {
  /** The same for the same message, sent again or not. */
  key: string;
  title: string;
  items: Item[];
  language: NoticeLanguage;
}

/** `publicUrl`: where people reach the pages, without a slash at the end. */
export function messageOf(
  key: string,
  notices: readonly DueNotice[],
  { way, language, publicUrl }: { way: Way; language: NoticeLanguage; publicUrl: string | undefined },
): Message {
  const items = notices.flatMap((notice) => itemOf(notice, way, language, publicUrl) ?? []);
  const [first] = items;
  const title = items.length === 1 && first ? first.title : noticeWords[language].digest(items.length);
  return { key, title, items, language };
}

/** What the way to its page is called. */
export const openIn = (language: NoticeLanguage, paper: Item['paper']): string =>
  noticeWords[language].open[paper ? 'paper' : 'complaint'];

/** How what the customer was promised was moved by what a notice tells. */
export const moveOf = ({ event, history }: DueNotice): PromiseMove | undefined =>
  event && history ? promiseMoves(history).get(event.seq) : undefined;

const pageOf = ({ family, id }: NonNullable<NoticeText['paper']>, publicUrl: string) =>
  `${publicUrl}/${family === 'bulletin' ? 'bulletins' : 'duties'}/${id}`;

function itemOf(
  { content: kept, event, complaint, project }: DueNotice,
  way: Way,
  language: NoticeLanguage,
  publicUrl: string | undefined,
): Item | undefined {
  if (kept) {
    const content = contentIn(kept, language);
    return { ...content, ...(publicUrl && content.paper ? { link: pageOf(content.paper, publicUrl) } : {}) };
  }
  if (!event || !complaint) return undefined;
  const text = say({ event, complaint, project: project ?? complaint.project }, way, language);
  return { ...text, ...(publicUrl ? { link: `${publicUrl}/complaints/${complaint.id}` } : {}) };
}
