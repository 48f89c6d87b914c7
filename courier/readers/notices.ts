/** Decides who is told of what happened, and writes it down as notices. */
import type { EntityManager } from 'typeorm';
import {
  audienceOf,
  historiesOf,
  ownNotices,
  type ProjectAudience,
  type Recipient,
} from '../../database/queries/notice-audience.js';
import { addNotices, type NewNotice } from '../../database/queries/notices.js';
import { type PromiseMove, promiseMoves } from '../../domain/complaint/promise-moves.js';
import { toldBy } from '../../domain/rights/sight.js';
import { type Audience, isUrgent, kindOf, type Way } from '../../domain/notice/notice.js';
import { wayOf } from '../../domain/notice/channel.js';
import { sayToComplainant } from '../../domain/notice/say-to-complainant.js';
import { type NoticeRule, type NoticeTable, rulesFor } from '../../domain/notice/table.js';
import { timingOf, usualPreferences, wants } from '../../domain/notice/timing.js';
import { hasRole, namedOf, roomHears } from '../hearing.js';
import type { Reader, Told } from '../told.js';

export interface NoticeMeans {
  /** Whether e-mail can be sent at all: what could not be would only pile up. */
  mail: boolean;
  /** Epoch milliseconds. */
  now: () => number;
}

// what comes to light only now is no news any more
const stale = 7 * 86_400_000; // ms

/** The reader that makes notices. */
export function noticeReader({ mail, now }: NoticeMeans): Reader {
  return {
    name: 'notices',
    async read(tx, told) {
      const at = now();
      const fresh = told.filter(({ event }) => at - Date.parse(event.at) < stale);
      const rulebookOf = ({ complaint: { rulebook } }: Told) => `${rulebook.id}@${rulebook.version}`;
      const own = await ownNotices(tx, [...new Set(fresh.map(rulebookOf))]);
      const wanted = fresh
        .map((one) => ({ one, rules: rulesFor(one.event, own.get(rulebookOf(one)) ?? noTable) }))
        .filter(({ rules }) => rules.length > 0);
      if (wanted.length === 0) return;
      const projects = [...new Set(wanted.map(({ one }) => one.complaint.project))];
      const audiences = await audienceOf(tx, projects);
      const moves = await movesOf(tx, wanted);
      const notices = wanted.flatMap(({ one, rules }) => {
        const around = audiences.get(one.complaint.project) ?? { staff: [], channels: [] };
        return rules.flatMap((rule) => noticesOf({ ...one, move: moves.get(one) }, rule, around, at));
      });
      await addNotices(tx, once(notices.filter(({ way }) => mail || way !== 'email')));
    },
  };
}

const noTable: NoticeTable = {};

interface Moved extends Told {
  /** How its step moved what the customer was promised. */
  move: PromiseMove | undefined;
}

/** For deadlines that a complainant may be told of: how each moved the promise. */
async function movesOf(
  tx: EntityManager,
  wanted: { one: Told; rules: NoticeRule[] }[],
): Promise<Map<Told, PromiseMove | undefined>> {
  const asked = wanted
    .filter(({ one, rules }) => one.event.type === 'DeadlineSet' && rules.some(isToCustomer))
    .map(({ one }) => one);
  const histories = await historiesOf(tx, [...new Set(asked.map(({ complaint }) => complaint.id))]);
  const moves = new Map([...histories].map(([id, events]) => [id, promiseMoves(events)]));
  return new Map(asked.map((one) => [one, moves.get(one.complaint.id)?.get(one.event.seq)]));
}

const isToCustomer = ({ audience }: NoticeRule): boolean => audience === 'complainant';

/** One who is told by several rules is told once. */
function once(notices: NewNotice[]): NewNotice[] {
  return [...new Map(notices.map((one) => [`${one.about} ${one.way} ${one.recipient}`, one])).values()];
}

function noticesOf(
  { event, complaint, move }: Moved,
  rule: NoticeRule,
  around: ProjectAudience,
  now: number,
): NewNotice[] {
  if (isToCustomer(rule) && event.type === 'DeadlineSet' && !move) return [];
  const urgent = isUrgent(complaint);
  const kind = kindOf(event.type);
  const base = {
    about: `${complaint.id}/${event.seq}`,
    complaint: { id: complaint.id, seq: event.seq },
    mark: rule.mark,
    kind,
    urgent,
    digest: false,
    notBefore: new Date(now),
  };
  const toChannels = around.channels
    .filter((channel) => channel.audience.includes(rule.audience) && rule.ways.includes(wayOf(channel.kind)))
    .filter((channel) => roomHears(channel, complaint, around.staff))
    .map(({ id, kind: make }) => ({
      ...base,
      way: wayOf(make),
      recipient: id,
      address: { key: `channel:${id}`, channel: id },
    }));
  if (isToCustomer(rule)) {
    if (!complaint.complainant.email || !rule.ways.includes('email')) return toChannels;
    // nobody is written to who would be told nothing
    if (!sayToComplainant({ event, complaint, project: '', move }, 'zh')) return toChannels;
    const address = { key: `complainant:${complaint.id}` };
    return [...toChannels, { ...base, way: 'email', recipient: 'complainant', address }];
  }
  const actor = 'user' in event.actor ? event.actor.user : undefined;
  const told = around.staff.flatMap((person) => {
    const places = toldBy(complaint, person);
    return person.id !== actor && places.length > 0 ? [{ ...person, places }] : [];
  });
  const people = peopleOf(rule.audience, complaint, told);
  const toPeople = people.flatMap((person) => {
    const preferences = { ...usualPreferences, ...person.preferences };
    const by = (way: Way) => rule.ways.includes(way) && wants(preferences, kind, way, urgent);
    const { notBefore, digest } = timingOf(preferences, urgent, now, complaint.zone);
    const address = { key: `user:${person.id}`, user: person.id };
    return [
      ...(by('inbox') ? [{ ...base, way: 'inbox' as const, recipient: person.id, address: null }] : []),
      ...(by('email')
        ? [{ ...base, way: 'email' as const, recipient: person.id, address, digest, notBefore: new Date(notBefore) }]
        : []),
    ];
  });
  return [...toChannels, ...toPeople];
}

function peopleOf(audience: Audience, complaint: Told['complaint'], staff: Recipient[]): Recipient[] {
  const named = namedOf(audience, complaint);
  if (named) return staff.filter(({ id }) => named.includes(id));
  return staff.filter((person) => hasRole(person, audience));
}
