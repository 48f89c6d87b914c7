/** What the complainant is told: receipt, promise, its changes, reply, result. Nothing of how the house works. */
import { promiseOf } from '../complaint/promise.js';
import type { ComplaintEvent } from '../complaint/events.js';
import type { Complaint } from '../complaint/state.js';
import { noticeWords, type NoticeLanguage, sayMoment } from './say.js';

export interface Letter {
  subject: string;
  /** In order, greeting and closing included. */
  paragraphs: string[];
}

/** Undefined where there is nothing to tell them. */
export function sayToComplainant(
  { event, complaint, project }: { event: ComplaintEvent; complaint: Complaint; project: string },
  language: NoticeLanguage,
): Letter | undefined {
  const words = noticeWords[language].customer;
  const body = bodyOf(event, complaint, project, language);
  if (!body) return undefined;
  const { name } = complaint.complainant;
  return {
    subject: words.subject(complaint.number),
    paragraphs: [name ? words.greeting(name) : words.stranger, ...body, words.closing],
  };
}

function bodyOf(
  event: ComplaintEvent,
  complaint: Complaint,
  project: string,
  language: NoticeLanguage,
): string[] | undefined {
  const { customer: words, clocks } = noticeWords[language];
  switch (event.type) {
    case 'Received': {
      const promised = promiseOf(complaint);
      const promise = promised?.due && !promised.missed ? words.promise(sayMoment(promised.due)) : words.noPromise;
      return [words.receipt(project, complaint.number), promise];
    }
    case 'DeadlineSet':
      return [words.promiseMoved(clocks[event.clock] ?? event.clock, sayMoment(event.due))];
    case 'Refused':
      return [
        words.refused,
        `${words.reason}${event.reason}`,
        ...(event.referTo ? [`${words.referTo}${event.referTo}`] : []),
      ];
    case 'Replied':
      return [words.reply, event.text];
    case 'ResultFedBack':
      return event.addressee === 'level1' ? undefined : [words.result, event.text];
    case 'Settled':
      return [words.settled, event.result];
    default:
      return undefined;
  }
}
