/** How somebody can stand to a complaint: made up, so that whoever decides can be asked about each. */
import type { Person } from '../complaint/actor.js';
import type { Complaint } from '../complaint/state.js';
import type { CompensationSize } from '../rulebook/particulars.js';
import type { Role } from '../rulebook/rulebook.js';

/**
 * `place`: it is of a project that their place reaches, own or below; in the others this holds as well, and besides: they handle it,
 * its plan waits for approval, a higher tier took it over, and the same for those whose place is of a higher tier, it was sent back twice, it is their own work that is decided on, they are
 * complained of, have stepped back, stand in for whoever has the role, or for somebody who is complained of. `elsewhere`: no place of
 * theirs reaches it. `complainant`: whoever complained, without a place in the house.
 */
export const relations = [
  'place',
  'handler',
  'deciding',
  'handedUp',
  'handedUpAbove',
  'sentBack',
  'ownWork',
  'accused',
  'recused',
  'substitute',
  'substituteOfAccused',
  'elsewhere',
  'complainant',
] as const;
export type Relation = (typeof relations)[number];

/** A step of a compensation: for whom it is depends on its size. */
export interface Step {
  step: 'propose' | 'approve';
  size: CompensationSize;
}

export interface Case {
  person: Person;
  complaint: Complaint;
  input: Record<string, unknown>;
}

const somebody = 'somebody';
const absent = 'absent';
const project = 'project';

/** Somebody of a role in a relation, the complaint, and what of a command's input says so. */
export function caseOf(relation: Relation, role: Role, step?: Step): Case {
  const isOwn = relation === 'ownWork';
  return {
    person: personIn(relation, role),
    complaint: { ...ofNobody, ...standing[relation], ...worksOf(isOwn ? somebody : 'another', step) },
    input: { ...step, clock: 'reply', number: 1, penalised: isOwn ? somebody : 'another' },
  };
}

function personIn(relation: Relation, role: Role): Person {
  const lent = { user: somebody, roles: [], standsInFor: [{ user: absent, roles: [role] }] };
  if (relation === 'substitute' || relation === 'substituteOfAccused') return lent;
  if (relation === 'handedUpAbove') return { user: somebody, roles: [role], above: [role] };
  return { user: somebody, roles: relation === 'elsewhere' || relation === 'complainant' ? [] : [role] };
}

const standing: Partial<Record<Relation, Partial<Complaint>>> = {
  handler: { handler: somebody },
  deciding: { status: 'awaitingApproval' },
  handedUp: { handledBy: 'company', tier: 'company' },
  handedUpAbove: { handledBy: 'company', tier: 'company' },
  sentBack: { sentBack: 2 },
  accused: { accused: [somebody] },
  recused: { recused: [somebody] },
  substituteOfAccused: { accused: [absent] },
};

/** Everything that somebody can decide on, brought by one person. */
function worksOf(user: string, step?: Step): Partial<Complaint> {
  const at = '2026-01-01T00:00:00+08:00';
  const plan = { version: 1, measures: '', owner: '', finishBy: at, proposedBy: user, proposedAt: at };
  const penalty = { number: 1, penalised: user, loss: 1, amount: 1, reason: '' };
  return {
    plans: [{ ...plan, state: 'proposed' }],
    replyDrafts: [{ version: 1, form: 'phone', text: '', draftedBy: user, state: 'drafted' }],
    extensions: { reply: { until: at, reason: '', by: user } },
    penalties: [penalty],
    ...(step ? { compensation: { size: step.size, amount: 1, reason: '', proposedBy: user, state: 'proposed' } } : {}),
  };
}

const ofNobody: Complaint = {
  ...{
    id: 'one',
    seq: 1,
    number: '1',
    project,
    channel: 'phone',
    receivedBy: project,
    text: '',
    zone: 'Asia/Shanghai',
  },
  ...{ rulebook: { id: '', version: 1 }, complainant: { name: '' }, people: 1, facts: {}, accused: [], recused: [] },
  ...{ status: 'investigating', tier: project, handledBy: project, severity: 'ordinary', reached: 'ordinary' },
  ...{ arrivedAt: '', recordedAt: '', updatedAt: '', assisting: [], sentBack: 0, disagreed: 0, bulletins: 0 },
  ...{ plans: [], replyDrafts: [], stops: [], clocks: {}, marks: {}, extensions: {}, calendarYears: {} },
};
