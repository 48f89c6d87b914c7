/** What the texts of notices are put together from, in each language. */
import type { EventType } from '../../complaint/events.js';
import type { Severity } from '../../rulebook/rulebook.js';

/** What a headline may tell. */
export interface Particulars {
  severity: string;
  clock: string;
  due: string;
  tier: string;
}

export interface NoticeWords {
  /** What has happened and what is asked, by event; never a word that a complainant wrote. */
  headlines: Partial<Record<EventType, (told: Particulars) => string>>;
  /** For an event that has none. */
  otherwise: string;
  severities: Record<Severity, string>;
  clocks: Record<string, string>;
  tiers: Record<string, string>;
  fields: Record<'number' | 'project' | 'severity' | 'due', string>;
  /** A line of plain text. */
  labelled: (label: string, value: string) => string;
  urgent: string;
  confidential: string;
  /** Of a mail about one complaint. */
  subject: (number: string, title: string) => string;
  /** Of a message of several. */
  digest: (count: number) => string;
  /** What the way to its page is called. */
  open: Record<'complaint' | 'paper', string>;
  test: { title: string; text: string };
  /** At the end of a mail. */
  footer: string;
  customer: CustomerWords;
}

export interface CustomerWords {
  greeting: (name: string) => string;
  stranger: string;
  closing: string;
  /** The subject of all mails to them. */
  subject: (number: string) => string;
  receipt: (project: string, number: string) => string;
  /** What is promised, by clock. */
  promised: Record<string, string>;
  promisedOtherwise: string;
  promise: (what: string, due: string) => string;
  noPromise: string;
  promiseMoved: string;
  promisedBefore: string;
  promisedNow: string;
  refused: string;
  referTo: string;
  reason: string;
  reply: string;
  result: string;
  settled: string;
}
