/** What the outside world tells: never refused, judged here. */
import type { CalendarYear } from '../calendar/calendar.js';
import type { OwnCalendar } from '../calendar/own.js';
import type { Actor } from './actor.js';
import { calendarOf, type Context } from './context.js';
import { echoJudges, type EchoSignals, echoSignalOf, echoSignals } from './echo.js';
import { elapse } from './elapse.js';
import type { ComplaintEvent, Draft } from './events.js';
import { given } from './given.js';
import { record, type Recorded } from './record.js';
import type { Complaint, Facts, Reference } from './state.js';

/** Payloads by signal name. */
export interface SignalData extends EchoSignals {
  /** 催办 */
  urged: { text?: string };
  /** Another post or call on the same matter; with `newContent` it is a complaint of its own. */
  followedUp: { text?: string; newContent?: boolean; filed?: Reference };
  /** More people, the same matter: `people` in all. */
  joined: { people: number };
  factReported: Facts & { source?: string };
  /** Other complaints on the same matter within a month. */
  sameMatterCounted: { count: number };
  crewReported: { text?: string };
  /** `of`: the calendar's id, where many complaints are told; one that pins another calendar ignores it. */
  calendarPublished: { year: string; calendar: CalendarYear; of?: string };
  /** The organisation's own days off and hours as they are now. */
  ownCalendarChanged: { own: OwnCalendar };
}
export type SignalName = keyof SignalData;

export const signalNames: SignalName[] = [
  'urged',
  'followedUp',
  'joined',
  'factReported',
  'sameMatterCounted',
  'crewReported',
  'calendarPublished',
  ...echoSignals,
  'ownCalendarChanged',
];

/** What the outside world tells becomes an event; what time has brought comes before it. */
export function tell<N extends SignalName>(
  complaint: Complaint,
  signal: N,
  data: SignalData[N],
  context: Context,
  source = 'outside',
): Recorded {
  const lapsed = elapse(complaint, context);
  const drafts = (judges[signal] as (c: Complaint, d: SignalData[N], x: Context) => Draft[])(
    lapsed.complaint,
    data ?? {},
    context,
  );
  if (drafts.length === 0) return lapsed;
  const actor: Actor = { outside: source };
  const recorded = record(lapsed.complaint, drafts, actor, context);
  const late = elapse(recorded.complaint, context);
  return { complaint: late.complaint, events: [...lapsed.events, ...recorded.events, ...late.events] };
}

const judges: { [N in SignalName]: (complaint: Complaint, data: SignalData[N], context: Context) => Draft[] } = {
  urged: (_, { text }, context) => [{ type: 'Urged', clauses: clausesOf('urged', context), ...given({ text }) }],
  followedUp: (complaint, { text, newContent, filed }, context) => {
    const again = complaint.handledAt !== undefined && !newContent;
    return [
      {
        type: 'FollowedUp',
        clauses: clausesOf('followedUp', context),
        ...given({ text, newContent, filed }),
        ...(again ? { again } : {}),
      },
    ];
  },
  joined: (_, { people }, context) =>
    isCount(people) ? [{ type: 'Joined', clauses: clausesOf('joined', context), people }] : [],
  factReported: (_, { source, ...told }, context) => {
    const facts = knownFacts(told);
    if (Object.keys(facts).length === 0) return [];
    return [{ type: 'FactRecorded', clauses: clausesOf('recordFact', context), facts, ...given({ source }) }];
  },
  // the same count again tells nothing new
  sameMatterCounted: ({ facts }, { count }, context) =>
    isCount(count) && count + 1 !== (facts.sameMatter ?? 1)
      ? [{ type: 'SameMatterCounted', clauses: clausesOf('sameMatterCounted', context), count }]
      : [],
  memberJoined: (complaint, data, context) => echoJudges.memberJoined(complaint, data, clausesOf('merge', context)),
  memberLeft: (complaint, data, context) => echoJudges.memberLeft(complaint, data, clausesOf('unmerge', context)),
  parentTold: (complaint, data, context) => echoJudges.parentTold(complaint, data, clausesOf('merge', context)),
  crewReported: (_, { text }, context) => [
    { type: 'CrewReported', clauses: clausesOf('crewReported', context), ...given({ text }) },
  ],
  calendarPublished: (complaint, { year, calendar, of }, context) => {
    if (!calendar || (of !== undefined && of !== context.calendar.id)) return [];
    // told twice, or overtaken by a correction
    const known = calendarOf(complaint, context).years[String(year)];
    if (known && known.version >= calendar.version) return [];
    return [{ type: 'CalendarPublished', clauses: [], year: String(year), calendar }];
  },
  ownCalendarChanged: (complaint, { own }, context) => {
    const known = calendarOf(complaint, context).own;
    // told twice, or overtaken by a later change
    if (!own || (known && known.stamp >= own.stamp)) return [];
    return [{ type: 'OwnCalendarChanged', clauses: [], own }];
  },
};

/** The signal that an event is told by, with its data; undefined for what the outside world does not tell. */
export function signalOf(event: ComplaintEvent): { signal: SignalName; data: SignalData[SignalName] } | undefined {
  switch (event.type) {
    case 'Urged':
      return { signal: 'urged', data: given({ text: event.text }) };
    case 'FollowedUp':
      return {
        signal: 'followedUp',
        data: given({ text: event.text, newContent: event.newContent, filed: event.filed }),
      };
    case 'Joined':
      return { signal: 'joined', data: { people: event.people } };
    case 'FactRecorded':
      return { signal: 'factReported', data: { ...event.facts, ...given({ source: event.source }) } };
    case 'SameMatterCounted':
      return { signal: 'sameMatterCounted', data: { count: event.count } };
    case 'CrewReported':
      return { signal: 'crewReported', data: given({ text: event.text }) };
    case 'CalendarPublished':
      return { signal: 'calendarPublished', data: { year: event.year, calendar: event.calendar } };
    case 'OwnCalendarChanged':
      return { signal: 'ownCalendarChanged', data: { own: event.own } };
    default:
      return echoSignalOf(event);
  }
}

function clausesOf(name: string, { rulebook }: Context): string[] {
  return rulebook.decisions[name]?.clauses ?? rulebook.decisions.default?.clauses ?? [];
}

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

const factChecks: Record<string, (value: unknown) => boolean> = {
  lawsuit: (value) => value === 'threatened' || value === 'begun',
  media: (value) => value === 'threatened' || value === 'exposed',
  people: isCount,
  needsGroupResources: isFlag,
  claim: (value) => typeof value === 'number' && value >= 0,
  safety: isFlag,
  serious: isFlag,
  important: isFlag,
  dutyUnclear: isFlag,
  retaliation: isFlag,
  accused: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
};

/** Facts that are well formed; the outside world may tell nonsense, which is not recorded as fact. */
export function knownFacts(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => Object.hasOwn(factChecks, name) && factChecks[name]?.(value)),
  );
}

/** The names of facts that are told with a value that such a fact never has. */
export const impossibleFacts = (facts: Record<string, unknown>): string[] =>
  Object.keys(facts).filter((name) => Object.hasOwn(factChecks, name) && !factChecks[name]?.(facts[name]));
