import type { TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import { now } from '../api/clock.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The wall clock of the organisation as the moment itself tells it. */
export interface Wall {
  date: string;
  time: string;
}

export function wallOf(said: string): Wall {
  const moment = said.endsWith('Z') ? atHome(said) : said;
  return { date: moment.slice(0, 10), time: moment.slice(11, 16) };
}

/** Programs may write UTC; the pages tell the time of the house. */
function atHome(moment: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
  return parts.format(new Date(moment)).replace(' ', 'T');
}

/** Midnight ends a day: `2026-03-03T00:00` is due on the 2nd at 24:00. */
export function dueWall(moment: string): Wall {
  const wall = wallOf(moment);
  return wall.time === '00:00' ? { date: shift(wall.date, -1), time: '24:00' } : wall;
}

export const shift = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * day).toISOString().slice(0, 10);

/** 1 is Monday, 7 Sunday. */
export const weekday = (date: string): number => new Date(`${date}T00:00Z`).getUTCDay() || 7;

/** Now, written as a moment is: in its zone. */
export function nowLike(moment: string): string {
  const offset = Date.parse(`${moment.slice(0, 19)}Z`) - Math.floor(Date.parse(moment) / 1000) * 1000;
  return new Date(now() + offset).toISOString().slice(0, 19) + zoneOf(moment);
}

const zoneOf = (moment: string): string => /(Z|[+-]\d\d:?\d\d)$/.exec(moment)?.[0] ?? 'Z';

/** Today where the moment was written. */
const todayAt = (moment: string): string => wallOf(nowLike(moment)).date;

function formatDate(date: string, today: string, language: string): string {
  const at = new Date(`${date}T00:00Z`);
  const year = date.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const };
  const month = language.startsWith('zh') ? 'long' : 'short';
  return new Intl.DateTimeFormat(language.startsWith('zh') ? 'zh-CN' : 'en-GB', {
    timeZone: 'UTC',
    month,
    day: 'numeric',
    ...year,
  }).format(at);
}

export const weekdayName = (date: string, language: string, width: 'short' | 'narrow' = 'short'): string =>
  new Intl.DateTimeFormat(language.startsWith('zh') ? 'zh-CN' : 'en-GB', { timeZone: 'UTC', weekday: width }).format(
    new Date(`${date}T00:00Z`),
  );

/** 3月 · March */
export const sayMonth = (date: string, { zh }: { zh: boolean }): string =>
  new Intl.DateTimeFormat(zh ? 'zh-CN' : 'en-GB', { timeZone: 'UTC', month: zh ? 'numeric' : 'long' }).format(
    new Date(`${date}T00:00Z`),
  );

/** 3/2 · 2 Mar: where there is little room. */
export const sayShortDate = (date: string, { zh }: { zh: boolean }): string =>
  zh ? `${Number(date.slice(5, 7))}/${Number(date.slice(8))}` : formatDate(date, date, 'en');

type Language = { t: TFunction; language: string };

/** 今天 15:04 · 3月2日 15:04 */
export function sayMoment(moment: string, { t, language }: Language, due = false): string {
  const { date, time } = due ? dueWall(moment) : wallOf(moment);
  const today = todayAt(moment);
  if (date === today) return t('time.today', { time });
  if (date === shift(today, 1)) return t('time.tomorrow', { time });
  if (date === shift(today, -1)) return t('time.yesterday', { time });
  return `${formatDate(date, today, language)} ${time}`;
}

/** 3月2日（周一） 15:04, never relative: for what is printed. */
export function sayExactly(moment: string, { language }: Language, due = false): string {
  const { date, time } = due ? dueWall(moment) : wallOf(moment);
  const name = weekdayName(date, language);
  const said = formatDate(date, todayAt(moment), language);
  return language.startsWith('zh') ? `${said}（${name}）${time}` : `${name} ${said}, ${time}`;
}

/** 3月2日; of another year with it. */
export function sayDate(date: string, { language }: Language): string {
  return formatDate(date, wallOf(new Date(now()).toISOString()).date, language);
}

/** 3 天 4 小时 · 5 小时 12 分 · 12 分 05 秒 */
export function saySpan(span: number, t: TFunction): string {
  const total = Math.floor(Math.abs(span) / 1000);
  const days = Math.floor(total / 86_400);
  const hours = Math.floor((total % 86_400) / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const said = (name: string, count: number) => t(`time.${name}`, { count });
  const both = (a: string, n: number, b: string, m: number) => (m ? `${said(a, n)} ${said(b, m)}` : said(a, n));
  if (days >= 10) return said('days', days);
  if (days) return both('days', days, 'hours', hours);
  if (hours) return both('hours', hours, 'minutes', minutes);
  if (minutes) return both('minutes', minutes, 'seconds', total % 60);
  return said('seconds', total % 60);
}

const tickers = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  tickers.add(listener);
  ticking ??= setInterval(() => tickers.forEach((tick) => tick()), 1000);
  return () => {
    tickers.delete(listener);
    if (tickers.size === 0) {
      clearInterval(ticking);
      ticking = undefined;
    }
  };
}

/** What is left until a moment; told anew each second in the last hour, each minute before. */
export function useLeft(due: string | undefined): number {
  const at = due ? Date.parse(due) : 0;
  return useSyncExternalStore(subscribe, () => {
    const left = at - now();
    const step = Math.abs(left) < hour ? 1000 : minute;
    return Math.floor(left / step) * step;
  });
}

export type Urgency = 'missed' | 'urgent' | 'soon' | 'calm';

export function urgencyOf(left: number): Urgency {
  if (left < 0) return 'missed';
  if (left < 2 * hour) return 'urgent';
  return left < 10 * hour ? 'soon' : 'calm';
}
