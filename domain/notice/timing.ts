/** When a person is told: at once, after their quiet hours, or with the day's digest. */
import { atTime, dateOf, type Instant, plusDays } from '../calendar/zone.js';
import type { NoticeKind, Way } from './notice.js';

/** How a person wants to be told. */
export interface NoticePreferences {
  language: 'zh' | 'en';
  /** Where e-mail goes; none: nowhere. */
  email: string | null;
  /** Ways by kind; a kind that is missing is told as the rules say. */
  kinds: Partial<Record<NoticeKind, Way[]>>;
  /** Local times `HH:MM`; nothing but the inbox in between. */
  quiet: { from: string; to: string } | null;
  /** E-mail at once, or all of a day at this local time. */
  digestAt: string | null;
}

export const usualPreferences: NoticePreferences = {
  language: 'zh',
  email: null,
  kinds: {},
  quiet: { from: '22:00', to: '07:30' },
  digestAt: null,
};

/** Whether this way is one that the person wants; what is urgent always reaches their inbox. */
export function wants({ kinds, email }: NoticePreferences, kind: NoticeKind, way: Way, urgent: boolean): boolean {
  if (way === 'email' && !email) return false;
  if (way === 'inbox' && urgent) return true;
  return kinds[kind]?.includes(way) ?? true;
}

export interface Timing {
  notBefore: Instant;
  /** Goes together with the others of the day. */
  digest: boolean;
}

/** When an e-mail to a person goes that was decided now; what is urgent waits for nothing. */
export function timingOf(preferences: NoticePreferences, urgent: boolean, now: Instant, zone: string): Timing {
  if (urgent) return { notBefore: now, digest: false };
  const { digestAt, quiet } = preferences;
  if (digestAt) return { notBefore: next(digestAt, now, zone), digest: true };
  return { notBefore: quiet ? afterQuiet(quiet, now, zone) : now, digest: false };
}

/** The next time that the clock shows this, now or later. */
function next(time: string, now: Instant, zone: string): Instant {
  const today = dateOf(now, zone);
  const at = atTime(today, time, zone);
  return at >= now ? at : atTime(plusDays(today, 1), time, zone);
}

/** The end of the quiet hours if they hold now, else now; they may pass midnight. */
export function afterQuiet({ from, to }: { from: string; to: string }, now: Instant, zone: string): Instant {
  if (from === to) return now;
  const end = next(to, now, zone);
  const date = dateOf(end, zone);
  const begin = atTime(from < to ? date : plusDays(date, -1), from, zone);
  return begin <= now ? end : now;
}
