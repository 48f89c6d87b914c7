/** Complaints that go on in another: the other knows its members, and each member's complainant still gets the echo. */
import type { ComplaintEvent, Draft } from './events.js';
import { given } from './given.js';

/** What of the complaint in which it goes on must be told to a merged complaint's complainant. */
export const echoes = [
  'Replied',
  'Settled',
  'ResultFedBack',
  'Closed',
  'Withdrawn',
  'Refused',
  'MarkedUnclosed',
] as const;
export type Echo = (typeof echoes)[number];

export interface Member {
  complaint: string;
  number: string;
  people: number;
}

/** What is to be passed on, in the words in which it was told. */
export interface OwedEcho {
  what: Echo;
  at: string;
  form?: string;
  text?: string;
}

/** What merging adds to a complaint. */
export interface EchoState {
  /** Complaints that go on in this one. */
  members?: Member[];
  /** Told where it goes on, and not to its own complainant yet. */
  owedEchoes?: OwedEcho[];
  /** The last event of the other complaint that was heard of. */
  heardUpTo?: number;
}

/** `event` is its place in the other complaint's sequence. */
interface ParentsWord {
  parent: string;
  what: Echo;
  event: number;
  form?: string;
  text?: string;
}

export interface EchoData {
  MemberJoined: Member;
  MemberLeft: { complaint: string };
  /** Where this complaint goes on, the complainant was told something. */
  ParentTold: ParentsWord;
  PassedOn: { form: string; text: string };
}

type Changes = { [K in keyof EchoData]: (state: EchoState, event: ComplaintEvent<K>) => EchoState };

export const echoChanges: Changes = {
  MemberJoined: ({ members = [] }, { complaint, number, people }) => ({
    members: [...members.filter((one) => one.complaint !== complaint), { complaint, number, people }],
  }),
  MemberLeft: ({ members = [] }, { complaint }) => ({
    members: members.filter((one) => one.complaint !== complaint),
  }),
  ParentTold: ({ owedEchoes = [] }, { what, event, form, text, at }) => ({
    heardUpTo: event,
    owedEchoes: [...owedEchoes, { what, at, ...given({ form, text }) }],
  }),
  PassedOn: () => ({ owedEchoes: [] }),
};

/** Payloads of the signals by which complaints hear of each other. */
export interface EchoSignals {
  memberJoined: Member;
  memberLeft: { complaint: string };
  parentTold: ParentsWord;
}
export const echoSignals = ['memberJoined', 'memberLeft', 'parentTold'] as const;

interface Standing extends EchoState {
  mergedFrom?: { into: string };
}
type Judge<N extends keyof EchoSignals> = (complaint: Standing, data: EchoSignals[N], clauses: string[]) => Draft[];

/** What the signals become; told twice they change nothing. */
export const echoJudges: { [N in keyof EchoSignals]: Judge<N> } = {
  memberJoined: ({ members = [] }, { complaint, number, people }, clauses) =>
    members.some((one) => one.complaint === complaint)
      ? []
      : [{ type: 'MemberJoined', clauses, complaint, number, people }],
  memberLeft: ({ members = [] }, { complaint }, clauses) =>
    members.some((one) => one.complaint === complaint) ? [{ type: 'MemberLeft', clauses, complaint }] : [],
  // it may have been taken apart meanwhile
  parentTold: ({ mergedFrom, heardUpTo = 0 }, { parent, what, event, form, text }, clauses) =>
    mergedFrom?.into === parent && event > heardUpTo
      ? [{ type: 'ParentTold', clauses, parent, what, event, ...given({ form, text }) }]
      : [],
};

/** The signal that one of these events is told by. */
export function echoSignalOf(
  event: ComplaintEvent,
): { signal: keyof EchoSignals; data: EchoSignals[keyof EchoSignals] } | undefined {
  if (event.type === 'MemberJoined') {
    const { complaint, number, people } = event;
    return { signal: 'memberJoined', data: { complaint, number, people } };
  }
  if (event.type === 'MemberLeft') return { signal: 'memberLeft', data: { complaint: event.complaint } };
  if (event.type !== 'ParentTold') return undefined;
  const { parent, what, event: place, form, text } = event;
  return { signal: 'parentTold', data: { parent, what, event: place, ...given({ form, text }) } };
}
