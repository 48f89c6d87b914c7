/** A rehearsal as it is put together on the page, and as the storyline that is played. */
import type { Dayjs } from 'dayjs';
import type { Rulebook } from '../api/shapes.js';
import { momentOf } from '../parts/moment.js';

export interface Beginning {
  at: Dayjs;
  channel: string;
  receivedBy: string;
  category?: string;
  text: string;
  people?: number;
  facts?: string[];
  horizon: Horizon;
}

export interface Step {
  at: Dayjs;
  do: string;
  as: string;
  with: Record<string, unknown>;
}

/** How long one looks on. */
export const horizons = {
  week: [1, 'week'],
  month: [1, 'month'],
  quarter: [3, 'month'],
  year: [1, 'year'],
} as const;
export type Horizon = keyof typeof horizons;

/** Facts that may be known from the start; `media:exposed` is one of several values. */
export const facts = [
  'safety',
  'lawsuit:threatened',
  'lawsuit:begun',
  'media:threatened',
  'media:exposed',
  'serious',
  'important',
  'dutyUnclear',
  'retaliation',
  'needsGroupResources',
];

/** The storyline, with time passing to its end whatever is done. */
export function storylineOf(begin: Beginning, steps: Step[], book: Rulebook, title: string): Record<string, unknown> {
  const { at, horizon, facts: known, people, ...said } = begin;
  const moment = (when: Dayjs) => momentOf(when, book.zone);
  const [count, unit] = horizons[horizon];
  const last = steps.at(-1)?.at;
  const end = at.add(count, unit);
  const given = Object.fromEntries(
    (known ?? []).map((fact) => {
      const [name = '', value] = fact.split(':');
      return [name, value ?? true];
    }),
  );
  return {
    storyline: title,
    rulebook: book.rulebook,
    calendar: book.calendar,
    receive: {
      ...Object.fromEntries(Object.entries(said).filter(([, value]) => value)),
      at: moment(at),
      ...(people ? { people } : {}),
      ...(known?.length ? { facts: given } : {}),
    },
    steps: [
      ...steps.map((step) => ({ ...step, at: moment(step.at) })),
      { at: moment(last?.isAfter(end) ? last : end), expect: {} },
    ],
  };
}

/** Titles are told in two languages: `中文 — English`. */
export function titleIn(title: string, zh: boolean): string {
  const [first = '', ...rest] = title.split(' — ');
  const second = rest.join(' — ');
  const han = /\p{Script=Han}/u;
  if (!second || !han.test(first) || han.test(second)) return title;
  return zh ? first : second;
}
