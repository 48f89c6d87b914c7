/** The words of a notice. How much is said depends on who may read where it goes. */
import type { Family } from '../paper/kinds.js';
import { masked } from '../rights/contact.js';
import type { ComplaintEvent } from '../complaint/events.js';
import type { Complaint } from '../complaint/state.js';
import { isConfidential, isUrgent, type Way } from './notice.js';
import { en } from './texts/en.js';
import type { NoticeWords, Particulars } from './texts/words.js';
import { zh } from './texts/zh.js';

export type NoticeLanguage = 'zh' | 'en';

export const noticeWords: Record<NoticeLanguage, NoticeWords> = { zh, en };

export interface NoticeText {
  /** One line, with nothing of a person in it. */
  title: string;
  /** Label and value. */
  lines: [label: string, value: string][];
  /** What the complaint says, or why no more is told. */
  quote?: string;
  /** The paper that it is about; one that was issued goes with a mail as files. */
  paper?: { id: string; family: Family; enclosed?: true };
  /** Where it is mended. */
  page?: 'noticeChannels';
}

interface Occasion {
  event: ComplaintEvent;
  complaint: Complaint;
  /** The project's name. */
  project: string;
}

const excerptLength = 120;

/**
 * What staff are told. Only the inbox and a person's own mail quote the complaint; robots and webhooks never carry
 * anything that a complainant wrote, and of a confidential complaint only number, kind and due moment leave the house.
 */
export function say({ event, complaint, project }: Occasion, way: Way, language: NoticeLanguage): NoticeText {
  const words = noticeWords[language];
  const { fields } = words;
  const due = dueOf(event, complaint);
  const head = words.headlines[event.type]?.(particularsOf(event, words)) ?? words.otherwise;
  const title = isUrgent(complaint) ? words.urgent + head : head;
  const number: [string, string] = [fields.number, complaint.number];
  const dueLine: [string, string][] = due ? [[fields.due, sayMoment(due)]] : [];
  if (way !== 'inbox' && isConfidential(complaint)) {
    return { title: head, lines: [number, ...dueLine], quote: words.confidential };
  }
  const lines: [string, string][] = [
    number,
    [fields.project, project],
    [fields.severity, words.severities[complaint.severity]],
    ...dueLine,
  ];
  if (way !== 'inbox' && way !== 'email') return { title, lines };
  // what leaves the house tells nobody who complained
  const quoted = way === 'email' ? masked(complaint.text, complaint.complainant) : complaint.text;
  return { title, lines, quote: excerpt(quoted) };
}

function particularsOf(event: ComplaintEvent, words: NoticeWords): Particulars {
  const clock = 'clock' in event ? event.clock : '';
  return {
    severity: 'severity' in event ? words.severities[event.severity] : '',
    clock: words.clocks[clock] ?? clock,
    due: 'due' in event && event.due ? sayMoment(event.due) : '',
    tier: event.type === 'Escalated' ? (words.tiers[event.to] ?? event.to) : '',
  };
}

/** The moment that whoever is told should keep in mind: the event's own, else the complaint's next. */
export function dueOf(event: ComplaintEvent, complaint: Complaint): string | undefined {
  if ('due' in event && event.due) return event.due;
  if ('dueBy' in event && event.dueBy) return event.dueBy;
  const open = Object.values(complaint.clocks).filter(({ state }) => state === 'open');
  return open.map(({ due }) => due).sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}

/** A moment as it is read where it happens: `2026-03-02 09:30`; midnight ends the day before. */
export function sayMoment(moment: string): string {
  const [date = '', time = ''] = moment.split('T');
  if (!time.startsWith('00:00:00')) return `${date} ${time.slice(0, 5)}`;
  return `${new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)} 24:00`;
}

function excerpt(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= excerptLength
    ? characters.join('')
    : `${characters.slice(0, excerptLength - 1).join('')}…`;
}
