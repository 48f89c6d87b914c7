/** Plays a complaint from a list of numbers: each number says what somebody does, tells, or how long nothing happens. */
import { calendarFor, type Library } from '../../documents/library.js';
import type { Context } from '../../domain/complaint/context.js';
import { commands } from '../../domain/complaint/commands/index.js';
import { allowed, handle } from '../../domain/complaint/decide.js';
import { elapse, pass } from '../../domain/complaint/elapse.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { channels, file } from '../../domain/complaint/file.js';
import type { Field } from '../../domain/complaint/input.js';
import type { Recorded } from '../../domain/complaint/record.js';
import { isRefusal, type Refusal } from '../../domain/complaint/refusal.js';
import { type SignalData, type SignalName, tell } from '../../domain/complaint/signals.js';
import { type Complaint, latestDraft, latestPlan, suspensionGrounds } from '../../domain/complaint/state.js';
import type { Status } from '../../domain/complaint/statuses.js';
import { moment } from '../../domain/calendar/zone.js';
import { type Role, roles, tiers } from '../../domain/rulebook/rulebook.js';

const hour = 3_600_000;
const day = 24 * hour;
const waits = [
  0,
  1,
  60_000,
  hour,
  3 * hour,
  9 * hour,
  day,
  day + 1,
  2 * day,
  3 * day,
  5 * day,
  8 * day,
  20 * day,
  40 * day,
];
const users = ['li', 'wang', 'zhao'];

/** Many choices out of one number (mulberry32). */
class Digits {
  constructor(private seed: number) {}
  pick<T>(from: readonly T[]): T {
    return from[this.next(from.length)] as T;
  }
  next(below: number): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }
}

export interface Watcher {
  step?(before: Complaint, after: Complaint, events: ComplaintEvent[], context: Context): void;
  /** Right before somebody acts. */
  before?(complaint: Complaint): void;
  refused?(complaint: Complaint, refusal: Refusal): void;
}

export interface Played {
  complaint: Complaint;
  events: ComplaintEvent[];
  context: Context;
}

/** Plays numbers; the same numbers are the same play. */
export function play(
  library: Library,
  id: string,
  [first = 0, ...steps]: readonly number[],
  watcher: Watcher = {},
): Played {
  const rulebook = library.rulebooks.get(id)?.rulebook;
  if (!rulebook) throw new Error(`no rulebook ${id}`);
  const context: Context = { rulebook, calendar: calendarFor(library, rulebook), now: 0 };
  const digits = new Digits(first);
  const start = Date.UTC(2026, digits.next(12), 1 + digits.next(28), digits.next(24), digits.next(60));
  context.now = start;
  const filed = file(intake(digits, start, context), { user: 'li', role: 'reception' }, context);
  let { complaint } = filed;
  const events = [...filed.events];
  const record = (recorded: Recorded) => {
    complaint = recorded.complaint;
    events.push(...recorded.events);
  };
  for (const [command, role, user] of straight.slice(0, digits.next(2) * digits.next(straight.length + 1))) {
    context.now += hour;
    const answer = give(command, role, user, complaint, new Digits(7), context);
    if (!isRefusal(answer)) record(answer);
  }
  for (const number of steps) {
    const step = new Digits(number);
    const before = complaint;
    const known = events.length;
    context.now += step.pick(waits);
    record((step.next(5) === 0 ? elapse : pass)(complaint, context));
    watcher.before?.(complaint);
    const answer = act(complaint, step, context);
    if (answer && isRefusal(answer)) watcher.refused?.(complaint, answer);
    else if (answer) record(answer);
    watcher.step?.(before, complaint, events.slice(known), context);
  }
  return { complaint, events, context };
}

function intake(digits: Digits, now: number, { rulebook, calendar }: Context) {
  const back = digits.next(4) === 0 ? digits.pick([hour, day, 4 * day, 9 * day, 45 * day]) : 0;
  return {
    id: 'x',
    number: 'X-1',
    project: 'p',
    channel: digits.pick(channels),
    receivedBy: digits.pick(tiers),
    text: '不满',
    category: digits.pick(rulebook.categories),
    complainant: digits.next(3) === 0 ? { anonymous: true } : { name: '某', phone: '1' },
    people: digits.pick([1, 1, 1, 2, 3, 10]),
    accused: digits.next(8) === 0 ? ['zhao'] : [],
    ...(back ? { arrivedAt: moment(now - back, calendar.zone), backdatedBecause: '补录' } : {}),
  };
}

/** Mostly the next step, sometimes another that is allowed, or anything at all; now and then the world tells. */
function act(complaint: Complaint, step: Digits, context: Context): Recorded | Refusal | undefined {
  const kind = step.next(10);
  if (kind === 0) return undefined;
  if (kind === 1) return told(complaint, step, context);
  const user = step.pick(users);
  if (kind === 2) return give(step.pick(Object.keys(commands)), step.pick(roles), user, complaint, step, context);
  if (kind === 3) {
    const role = step.pick(['company', 'handler', 'supervisor', 'hq', 'approver'] as const);
    const names = allowed(complaint, { user, roles: [role] }, context).filter(
      (name) => step.next(4) === 0 || !rare.includes(name),
    );
    return names.length > 0 ? give(step.pick(names), role, user, complaint, step, context) : undefined;
  }
  const [command, role] = step.pick(next[complaint.status] ?? anyway);
  return give(command, role, user, complaint, step, context);
}

function give(command: string, role: Role, user: string, complaint: Complaint, step: Digits, context: Context) {
  const given = { command, input: inputOf(command, complaint, step, context), person: { user, roles: [role] } };
  return handle(complaint, given, context);
}

/** Ends the play, or says little. */
const rare = ['withdraw', 'merge', 'recuse', 'comment', 'attach', 'arrive', 'reassign'];

type Turn = [command: string, role: Role];
const company = (...names: string[]): Turn[] => names.map((name) => [name, 'company']);
const handler = (...names: string[]): Turn[] => names.map((name) => [name, 'handler']);
const anyway: Turn[] = [...company('recordFact', 'submitReport', 'feedBack', 'lowerSeverity'), ['lowerSeverity', 'hq']];
const asides: Turn[] = [
  ...company('suspend', 'resume', 'resume', 'requestExtension', 'grantExtension'),
  ['escalate', 'supervisor'],
];

/** The ordinary way, as far as a play's first number says. */
const straight: [...Turn, user: string][] = [
  ['accept', 'company', 'li'],
  ['dispatch', 'company', 'li'],
  ['takeOver', 'handler', 'li'],
  ['recordFindings', 'handler', 'li'],
  ['propose', 'handler', 'li'],
  ['approve', 'company', 'wang'],
  ['reply', 'company', 'wang'],
  ['agree', 'company', 'wang'],
  ['complete', 'handler', 'li'],
  ['verify', 'company', 'wang'],
  ['exemptRevisit', 'revisitor', 'wang'],
];

/** What usually comes next in a status. */
const next: Partial<Record<Status, Turn[]>> = {
  received: [
    ...company(...Array<string>(12).fill('accept'), 'settle', 'refuse', 'acknowledge'),
    ['accept', 'supervisor'],
  ],
  accepted: [...company(...Array<string>(8).fill('dispatch')), ...asides],
  dispatched: [...handler('takeOver', 'takeOver', 'takeOver', 'takeOver', 'sendBack'), ...asides.slice(0, 2)],
  investigating: [...handler('recordFindings', 'recordFindings', 'recordFindings'), ...asides.slice(0, 3)],
  planning: [...handler('propose', 'propose', 'propose', 'propose'), ['suspend', 'company'], ['resume', 'supervisor']],
  awaitingApproval: [...company('approve', 'approve', 'approve', 'approve', 'returnPlan'), ['approve', 'supervisor']],
  replying: [...company('reply', 'reply', 'reply', 'approveReply', 'returnReply'), ...handler('draftReply')],
  replied: [...company('agree', 'agree', 'agree', 'disagree', 'reply'), ...handler('propose')],
  negotiating: [...company('agree', 'reply', 'markUnclosed'), ...handler('propose')],
  carryingOut: [...handler(...Array<string>(6).fill('complete')), ...asides],
  verifying: company('verify', 'verify', 'feedBack'),
  revisiting: company('revisit', 'revisit', 'exemptRevisit', 'exemptRevisit', 'reopen', 'markUnclosed', 'submitReport'),
  observing: [...company('comment', 'revisit', 'submitReport'), ['reopen', 'company']],
  unclosed: [...company('pursue', 'withdraw'), ['writeOff', 'hq'], ['writeOff', 'hq'], ['lowerSeverity', 'hq']],
  writtenOff: [['reinstate', 'hq'], ['reinstate', 'hq'], ...anyway],
  closed: [['reopen', 'company'], ...anyway],
  merged: [
    ['unmerge', 'supervisor'],
    ['unmerge', 'company'],
  ],
};

function told(complaint: Complaint, step: Digits, context: Context): Recorded {
  const year = { version: 1, off: [['2027-01-01', 1 + step.next(4), '元旦']], work: [['2027-01-10', '调休']] };
  const said: { [N in SignalName]: SignalData[N] } = {
    urged: { text: '催' },
    followedUp: { newContent: step.next(3) === 0 },
    joined: { people: step.next(12) },
    factReported: step.pick([
      { lawsuit: 'threatened' },
      { lawsuit: 'begun' },
      { media: 'exposed' },
      { people: 5 },
      { needsGroupResources: true },
      {},
    ]),
    sameMatterCounted: { count: step.next(4) },
    memberJoined: { complaint: `member ${step.next(3)}`, number: `N-${step.next(3)}`, people: 1 },
    memberLeft: { complaint: `member ${step.next(3)}` },
    parentTold: { parent: 'another', what: 'Replied', event: 1 + step.next(9), form: 'phone', text: '已答复。' },
    crewReported: {},
    calendarPublished: { year: '2027', calendar: year as SignalData['calendarPublished']['calendar'] },
    ownCalendarChanged: { own: { stamp: 1 + step.next(3), off: [['2026-11-05', 1 + step.next(5), '司庆日']] } },
  };
  const signal = step.pick(Object.keys(said) as SignalName[]);
  return tell(complaint, signal, said[signal], context);
}

function inputOf(command: string, complaint: Complaint, step: Digits, context: Context): Record<string, unknown> {
  const fields = Object.entries(commands[command]?.input ?? {}).filter(
    ([, { required }]) => required || step.next(2) === 0,
  );
  return Object.fromEntries(
    fields.map(([name, field]) => [name, valueOf(name, field, command, complaint, step, context)]),
  );
}

function valueOf(
  name: string,
  field: Field,
  command: string,
  complaint: Complaint,
  step: Digits,
  context: Context,
): unknown {
  const { rulebook, calendar, now } = context;
  const words: Record<string, readonly string[]> = {
    unit: rulebook.units,
    handler: users,
    category: rulebook.categories,
    grade: rulebook.grades,
    because: suspensionGrounds,
    clock: [
      ...Object.keys(complaint.extensions),
      ...Object.keys(complaint.clocks).filter((one) => complaint.clocks[one]?.state === 'open'),
    ],
    kind: ['hot', 'caseReport', 'special', 'important', 'bulletin'],
    ground: Object.keys(
      command === 'refuse'
        ? rulebook.grounds
        : command === 'supervise'
          ? rulebook.supervisionGrounds
          : rulebook.exemptions,
    ),
    subNature: [],
  };
  if (step.next(40) === 0) return field.kind === 'text' ? ' ' : 'nonsense';
  switch (field.kind) {
    case 'text':
      return command === 'reply' && name === 'text' ? (latestDraft(complaint)?.text ?? '答复') : '说明';
    case 'word':
      return (words[name]?.length ?? 0) > 0 ? step.pick(words[name] ?? []) : '其他';
    case 'choice':
      return step.pick(field.choices ?? []);
    case 'moment':
      return moment(now + step.pick(waits) + (name === 'until' ? 40 * day : 0), calendar.zone);
    case 'flag':
      return step.next(4) > 0;
    case 'number':
      if (name === 'version' && step.next(4) > 0)
        return (command.endsWith('Reply') ? latestDraft : latestPlan)(complaint)?.version ?? 1;
      return (field.min ?? 0) + step.next(12);
    case 'words':
      return [step.pick(users)];
    case 'ratings':
      return Object.fromEntries(
        Object.keys(rulebook.survey ?? {}).map((item) => [item, step.pick(field.choices ?? [])]),
      );
    case 'facts':
      return {};
  }
}

/** The same time, at one leap and at every moment on the way. */
export function leapAndSteps({ complaint, context }: Played, by: number): { leap: Complaint; steps: Complaint } {
  const then = { ...context, now: context.now + by };
  return { leap: elapse(complaint, then).complaint, steps: pass(complaint, then).complaint };
}
