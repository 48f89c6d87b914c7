/** What the complainant is told: receipt, promise, its changes, reply, result. Nothing of how the house works. */
import { promiseOf } from '../complaint/promise.js';
import type { DatedPromise, PromiseMove } from '../complaint/promise-moves.js';
import type { ComplaintEvent } from '../complaint/events.js';
import type { Complaint } from '../complaint/state.js';
import { noticeWords, type NoticeLanguage, sayMoment } from './say.js';
import type { CustomerWords } from './texts/words.js';

export interface Letter {
  subject: string;
  /** In order, greeting and closing included. */
  paragraphs: string[];
}

interface Occasion {
  event: ComplaintEvent;
  complaint: Complaint;
  project: string;
  /** How the event's step moved what they were promised. */
  move?: PromiseMove | undefined;
}

/** Undefined where there is nothing to tell them. */
export function sayToComplainant(occasion: Occasion, language: NoticeLanguage): Letter | undefined {
  const words = noticeWords[language].customer;
  const { complaint } = occasion;
  const body = bodyOf(occasion, words);
  if (!body) return undefined;
  const { name } = complaint.complainant;
  return {
    subject: words.subject(complaint.number),
    paragraphs: [name ? words.greeting(name) : words.stranger, ...body, words.closing],
  };
}

function bodyOf({ event, complaint, project, move }: Occasion, words: CustomerWords): string[] | undefined {
  switch (event.type) {
    case 'Received': {
      const { due, missed, clock = '' } = promiseOf(complaint) ?? {};
      const promise = due && !missed ? promiseIn(words, { clock, due }) : words.noPromise;
      return [words.receipt(project, complaint.number), promise];
    }
    case 'DeadlineSet':
      return move && movedIn(words, move);
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

const promiseIn = (words: CustomerWords, { clock, due }: DatedPromise): string =>
  words.promise(words.promised[clock] ?? words.promisedOtherwise, sayMoment(due));

const movedIn = (words: CustomerWords, { before, after }: PromiseMove): string[] =>
  before
    ? [
        words.promiseMoved,
        `${words.promisedBefore}${promiseIn(words, before)}`,
        `${words.promisedNow}${promiseIn(words, after)}`,
      ]
    : [promiseIn(words, after)];
