/** The fold: what a complaint is after an event. Knows no rulebook; events carry all it needs. */
import { isAbove, severities, tiers } from '../rulebook/rulebook.js';
import { particularChanges } from './evolve-particulars.js';
import { evolveClocks } from './evolve-clocks.js';
import { echoChanges } from './echo.js';
import { type ComplaintEvent, type EventType, marksOf } from './events.js';
import { given } from './given.js';
import type { Complaint, Plan, ReplyDraft } from './state.js';
import { ended, transitions } from './statuses.js';

type Change = Partial<Complaint>;
type Changes = { [K in EventType]?: (state: Complaint, event: ComplaintEvent<K>) => Change };

/** The complaint after an event; the first one must be Received. Throws on an event that cannot follow: a fault of the program, never of a user. */
export function evolve(state: Complaint | undefined, event: ComplaintEvent): Complaint {
  if (event.type === 'Received') return evolveClocks(received(event), event);
  if (!state) throw new Error(`a complaint begins with Received, not ${event.type}`);
  if (event.seq !== state.seq + 1) throw new Error(`event ${event.seq} cannot follow ${state.seq}`);
  if (event.status && event.status !== state.status && !transitions[state.status].includes(event.status)) {
    throw new Error(`${event.type} cannot move a complaint from ${state.status} to ${event.status}`);
  }
  const change = (changes[event.type] as ((s: Complaint, e: ComplaintEvent) => Change) | undefined)?.(state, event);
  const next: Complaint = { ...state, ...change, seq: event.seq, updatedAt: event.at };
  const marks = marksOf(event);
  if (marks.length > 0) next.marks = { ...state.marks, ...Object.fromEntries(marks.map((mark) => [mark, event.at])) };
  if (event.status) moveTo(next, event);
  return evolveClocks(next, event);
}

/** The fold of all events. */
export function fold(events: readonly ComplaintEvent[]): Complaint {
  const state = events.reduce<Complaint | undefined>(evolve, undefined);
  if (!state) throw new Error('a complaint without events');
  return state;
}

function moveTo(next: Complaint, { status, at, type }: ComplaintEvent): void {
  if (!status) return;
  next.status = status;
  if (ended.includes(status)) next.endedAt = at;
  else delete next.endedAt;
  const handled = ['revisiting', 'observing', 'closed'].includes(status);
  if (handled) next.handledAt ??= at;
  else if (type !== 'Merged' && type !== 'Unmerged') delete next.handledAt;
  if (status !== 'observing') delete next.observeUntil;
  if (status === 'closed') next.stops = next.stops.map((stop) => (stop.to ? stop : { ...stop, to: at }));
  if (handled || ended.includes(status)) delete next.nextBulletinAt;
}

function received(event: ComplaintEvent<'Received'>): Complaint {
  const { seq, at, type: _type, actor, clauses: _clauses, status, arrivedAt, ...data } = event;
  return {
    ...data,
    ...('user' in actor ? { firstReceiver: actor.user } : {}),
    id: '',
    seq,
    rulebook: { id: '', version: 0 },
    zone: '',
    arrivedAt,
    recordedAt: at,
    updatedAt: at,
    status: status ?? 'received',
    tier: data.receivedBy,
    handledBy: 'project',
    severity: 'ordinary',
    reached: 'ordinary',
    recused: [],
    assisting: [],
    sentBack: 0,
    disagreed: 0,
    plans: [],
    replyDrafts: [],
    stops: [],
    clocks: {},
    marks: { Received: arrivedAt },
    bulletins: 0,
    extensions: {},
    calendarYears: {},
  };
}

const changes: Changes = {
  ...particularChanges,
  ...echoChanges,
  Accepted: (_, { grade, category, agreedDate }) => given({ grade, category, agreedDate }),
  Refused: (_, { ground, referTo }) => given({ refusedOn: ground, referTo }),
  Dispatched: (_, { unit, handler, assisting }) => ({ unit, handler, assisting }),
  SentBack: ({ sentBack }) => ({ sentBack: sentBack + 1, handler: undefined, unit: undefined }),
  FindingsRecorded: (_, { category, nature, subNature, valid, complex, grade, outcome, findings, payer, price }) =>
    given({ category, nature, subNature, valid, complex, grade, outcome, findings, payer, price }),
  PlanProposed: ({ plans }, { version, measures, owner, finishBy, cost, payer, price, actor, at }) => ({
    ...given({ payer, price }),
    plans: [
      ...plans.map((plan): Plan => (plan.state === 'proposed' ? { ...plan, state: 'superseded' } : plan)),
      {
        ...given({ version, measures, owner, finishBy, cost }),
        proposedBy: userOf(actor),
        proposedAt: at,
        state: 'proposed',
      } as Plan,
    ],
  }),
  Restricted: (_, { to }) => ({ restrictedTo: to }),
  CustomerDisagreed: ({ disagreed }) => ({ disagreed: disagreed + 1 }),
  PlanApproved: ({ plans }, { version, reason, awaits, actor, at }) => ({
    plans: awaits
      ? plans.map((plan) =>
          plan.version === version
            ? { ...plan, awaits, approvedBy: [...(plan.approvedBy ?? []), userOf(actor)] }
            : plan,
        )
      : decidePlan(plans, version, {
          state: 'approved',
          decidedBy: userOf(actor),
          decidedAt: at,
          ...given({ reason }),
        }),
  }),
  PlanReturned: ({ plans }, { version, reason, actor, at }) => ({
    plans: decidePlan(plans, version, { state: 'returned', decidedBy: userOf(actor), decidedAt: at, reason }),
  }),
  ReplyDrafted: ({ replyDrafts }, { version, form, text, measures, actor }) => ({
    replyDrafts: [
      ...replyDrafts,
      { ...given({ version, form, text, measures }), draftedBy: userOf(actor), state: 'drafted' } as ReplyDraft,
    ],
  }),
  ReplyApproved: ({ replyDrafts }, { version }) => ({
    replyDrafts: decideDraft(replyDrafts, version, { state: 'approved' }),
  }),
  ReplyReturned: ({ replyDrafts }, { version, reason }) => ({
    replyDrafts: decideDraft(replyDrafts, version, { state: 'returned', reason }),
  }),
  Escalated: ({ tier, handledBy }, { to, because }) => ({
    tier: isAbove(tiers, to, tier) ? to : tier,
    // the company handles what goes further up, too: the group informs and decides, it has no hands
    handledBy: because === 'handedUp' ? 'company' : handledBy,
  }),
  FactRecorded: (state, { facts: { people, accused, ...facts } }) => ({
    facts: { ...state.facts, ...facts },
    people: Math.max(state.people, people ?? 0),
    accused: accused ? [...new Set([...state.accused, ...accused])] : state.accused,
  }),
  Joined: ({ people }, event) => ({ people: Math.max(people, event.people) }),
  FollowedUp: ({ facts }, { again }) => (again ? { facts: { ...facts, again } } : {}),
  SameMatterCounted: ({ facts }, { count }) => ({
    // less when a match was undone; the severity stays until a person lowers it
    facts: { ...facts, sameMatter: count + 1 },
  }),
  Reopened: ({ facts, fedBackTo }) => ({
    facts: { ...facts, again: true },
    ...(fedBackTo ? { fedBackTo: [] } : {}),
  }),
  SeverityRaised: ({ reached }, { severity }) => ({
    severity,
    reached: isAbove(severities, severity, reached) ? severity : reached,
  }),
  SeverityLowered: (_, { severity }) => ({ severity }),
  Suspended: ({ stops }, { because, reason, at }) => ({
    stops: [...stops, { from: at, because, ...given({ reason }) }],
  }),
  Resumed: ({ stops }, { at }) => ({
    stops: stops.map((stop, i) => (i === stops.length - 1 ? { ...stop, to: at } : stop)),
  }),
  ExtensionRequested: ({ extensions }, { clock, until, reason, actor }) => ({
    extensions: { ...extensions, [clock]: { until, reason, by: userOf(actor) } },
  }),
  ExtensionGranted: withoutRequest,
  ExtensionRefused: withoutRequest,
  DeadlineMet: withoutRequest,
  DeadlineCancelled: withoutRequest,
  DeadlineSet: (state, event) => (event.because ? {} : withoutRequest(state, event)),
  Recused: ({ recused, handler }, { actor }) => ({
    recused: [...new Set([...recused, userOf(actor)])],
    handler: handler === userOf(actor) ? undefined : handler,
  }),
  Reassigned: (_, { handler }) => ({ handler }),
  ResultFedBack: ({ fedBackTo = [] }, { addressee = 'complainant' }) => ({
    fedBackTo: [...new Set([...fedBackTo, addressee])],
  }),
  RevisitExempted: (_, { observeUntil }) => ({ observeUntil }),
  Merged: ({ status }, { into }) => ({ mergedFrom: { status, into } }),
  Unmerged: () => ({ mergedFrom: undefined, owedEchoes: undefined, heardUpTo: undefined }),
  RulebookChanged: ({ rulebook }, { version }) => ({ rulebook: { ...rulebook, version } }),
  BulletinIssued: (_, { number, next }) => ({ bulletins: number, nextBulletinAt: next }),
  CalendarPublished: ({ calendarYears }, { year, calendar }) => ({
    calendarYears: { ...calendarYears, [year]: calendar },
  }),
  OwnCalendarChanged: (_, { own }) => ({ own }),
};

const userOf = (actor: ComplaintEvent['actor']): string => ('user' in actor ? actor.user : '');

/** What was asked for a clock is decided, or has no object any more. */
function withoutRequest({ extensions }: Complaint, { clock }: { clock: string }): Change {
  if (!extensions[clock]) return {};
  return { extensions: Object.fromEntries(Object.entries(extensions).filter(([name]) => name !== clock)) };
}

const decidePlan = (plans: Plan[], version: number, decision: Partial<Plan>): Plan[] =>
  plans.map((plan) => (plan.version === version ? { ...plan, ...decision } : plan));

const decideDraft = (drafts: ReplyDraft[], version: number, decision: Partial<ReplyDraft>): ReplyDraft[] =>
  drafts.map((draft) => (draft.version === version ? { ...draft, ...decision } : draft));
