/** Filing: the first event of a complaint. */
import { instant, moment } from '../calendar/zone.js';
import type { Tier } from '../rulebook/rulebook.js';
import type { Actor } from './actor.js';
import type { Context } from './context.js';
import { elapse } from './elapse.js';
import type { Draft } from './events.js';
import { record, type Recorded } from './record.js';
import type { Complainant, Complaint, Facts, Reference } from './state.js';

export const channels = [
  'visit',
  'phone',
  'oral',
  'letter',
  'mail',
  'fax',
  'email',
  'app',
  'forum',
  'press',
  'hotline',
  'superior',
] as const;
export type Channel = (typeof channels)[number];

/** What is known when a complaint comes in. */
export interface Intake {
  id: string;
  number: string;
  project: string;
  channel: Channel;
  receivedBy: Tier;
  text: string;
  category?: string;
  complainant: Complainant;
  people?: number;
  remedySought?: string;
  /** When it reached us, if it is recorded later 补录. */
  arrivedAt?: string;
  backdatedBecause?: string;
  accused?: string[];
  facts?: Facts;
  /** It was the new content of a follow-up to this one (WY-4.2.2.5). */
  follows?: Reference;
}

/** Files a complaint at `context.now`; what is late already is recorded late at once, each rung once. */
export function file(intake: Intake, actor: Actor, context: Context): Recorded {
  const { id, arrivedAt, people, accused, facts, ...given } = intake;
  const { rulebook, calendar, now } = context;
  const draft: Draft<'Received'> = {
    ...given,
    type: 'Received',
    clauses: rulebook.decisions['file']?.clauses ?? [],
    status: 'received',
    people: Math.max(people ?? 1, facts?.people ?? 0),
    arrivedAt: moment(arrivedAt === undefined ? now : instant(arrivedAt), calendar.zone),
    accused: [...new Set([...(accused ?? []), ...(facts?.accused ?? [])])],
    facts: facts ?? {},
  };
  // seq 1 folds without a rulebook; the identity is the workflow's, not the event's
  const recorded = record(undefined, [draft], actor, context);
  const complaint = identified(recorded.complaint, id, context);
  const lapsed = elapse(complaint, context);
  return { complaint: lapsed.complaint, events: [...recorded.events, ...lapsed.events] };
}

/** Adds what no event tells: which complaint, under which rulebook, in which zone. */
export function identified(complaint: Complaint, id: string, { rulebook, calendar }: Context): Complaint {
  const { zone, key } = calendar;
  const identity = { id, rulebook: { id: rulebook.id, version: rulebook.version }, zone };
  return { ...complaint, ...identity, ...(key === undefined ? {} : { calendarKey: key }) };
}
