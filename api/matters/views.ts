/** Matters as clients see them. */
import type { Viewer } from '../../database/queries/access.js';
import { masked, maskedComplainant } from '../../domain/rights/contact.js';
import { knows } from '../complaints/views.js';
import type { Beside } from '../../database/queries/matters.js';
import { moment } from '../../domain/calendar/zone.js';
import { complainantKeys, othersWithinMonth, personsOf, type Voice } from '../../domain/matter/complainants.js';
import type { Reason } from '../../domain/matter/likeness.js';

export interface AlikeView {
  id: string;
  number: string;
  status: string;
  severity: string;
  channel: string;
  category?: string;
  text: string;
  complainant: { name?: string; room?: string; anonymous?: true };
  people: number;
  times: number;
  arrivedAt: string;
  mergedInto?: string;
  /** What its complainant has not been told yet of the complaint in which it goes on. */
  owed: number;
  match?: { state: string; score: number; reasons: Reason[]; by?: { id: string; name: string }; at: string };
}

export interface MatterView {
  id: string | null;
  /** Different complainants on the matter, a collective with its people. */
  people: number;
  /** How often it was complained of in all. */
  times: number;
  /** Other complainants within a month. */
  others: number;
  members: AlikeView[];
  /** Those that wait for a person's word. */
  doubtful: AlikeView[];
  /** Those that a person found to be another matter. */
  undone: AlikeView[];
}

/** Of the rows around a complaint, which are among them. */
export function matterView(
  id: string,
  matter: string | undefined,
  rows: readonly Beside[],
  viewer: Viewer,
): MatterView {
  const alike = (row: Beside) => alikeView(row, viewer);
  const around = rows.filter((row) => row.id !== id);
  const members = rows.filter(({ member }) => member);
  const voices = members.map(voiceOf);
  const persons = personsOf(voices);
  const people = new Map<number, number>();
  for (const { id: one, people: n, counts } of voices) {
    const person = persons.get(one) ?? 0;
    if (counts) people.set(person, Math.max(people.get(person) ?? 0, n));
  }
  return {
    id: matter ?? null,
    people: [...people.values()].reduce((sum, n) => sum + n, 0),
    times: members.reduce((sum, { times }) => sum + times, 0),
    others: othersWithinMonth(voices).get(id) ?? 0,
    members: around.filter(({ member }) => member).map(alike),
    doubtful: around
      .filter(({ member, state }) => !member && (state === 'suggested' || state === 'linked'))
      .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
      .map(alike),
    undone: around.filter(({ state }) => state === 'undone').map(alike),
  };
}

const voiceOf = ({ id, arrived_at, complainant, people, status }: Beside): Voice => ({
  id,
  arrivedAt: arrived_at.getTime(),
  keys: complainantKeys(complainant),
  ...(complainant.name ? { name: complainant.name } : {}),
  people,
  counts: status !== 'refused' && status !== 'withdrawn',
});

/** One for somebody; who complained is masked for those who need not know. */
export function alikeView(row: Beside, viewer: Viewer): AlikeView {
  const isKnown = knows(viewer, row);
  const { name, room, anonymous } = isKnown ? row.complainant : maskedComplainant(row.complainant);
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    severity: row.severity,
    channel: row.channel,
    ...(row.category === null ? {} : { category: row.category }),
    text: isKnown ? row.text : masked(row.text, row.complainant),
    complainant: { ...(name ? { name } : {}), ...(room ? { room } : {}), ...(anonymous ? { anonymous } : {}) },
    people: row.people,
    times: row.times,
    arrivedAt: moment(row.arrived_at.getTime(), row.zone),
    ...(row.merged_into === null ? {} : { mergedInto: row.merged_into }),
    owed: row.owed,
    ...(row.state && row.at
      ? {
          match: {
            state: row.state,
            score: row.score ?? 0,
            reasons: row.reasons ?? [],
            ...(row.by ? { by: row.by } : {}),
            at: moment(row.at.getTime(), row.zone),
          },
        }
      : {}),
  };
}
