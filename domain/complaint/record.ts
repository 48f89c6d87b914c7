/** Gives drafts their place in the sequence and adds what follows from them by the rulebook. */
import { moment } from '../calendar/zone.js';
import type { Actor } from './actor.js';
import { bulletinFor } from './bulletins.js';
import type { Context } from './context.js';
import { clockDrafts } from './deadlines.js';
import { clockEvents, type ComplaintEvent, type Draft } from './events.js';
import { firstReceiverTold } from './first-receiver.js';
import { evolve } from './evolve.js';
import { restriction } from './restriction.js';
import { raisedByAge, raisedByFacts } from './severity.js';
import type { Complaint } from './state.js';
import { ended, transitions } from './statuses.js';
import { isPresent, passThrough } from './way.js';

export interface Recorded {
  complaint: Complaint;
  events: ComplaintEvent[];
}

/** Records drafts and all that follows from them at `context.now`. Throws only on faults of the program. */
export function record(start: Complaint | undefined, drafts: Draft[], actor: Actor, context: Context): Recorded {
  const at = moment(context.now, context.calendar.zone);
  const events: ComplaintEvent[] = [];
  let complaint = start;
  const apply = (draft: Draft, by: Actor) => {
    const event = { seq: (complaint?.seq ?? 0) + 1, at, actor: by, ...draft };
    complaint = place(complaint, event, context);
    events.push(event);
    // each sees what the ones before it have brought: a rung is overtaken by a clock that was set just now
    for (const follow of consequences(event)) {
      for (const next of follow(complaint, event, context)) apply(next, { system: 'rules' });
    }
  };
  for (const draft of drafts) apply(draft, actor);
  if (complaint) for (const draft of bulletinFor(complaint, events, context)) apply(draft, { system: 'rules' });
  if (!complaint) throw new Error('nothing to record');
  return { complaint, events };
}

/** Evolves, having moved the event's status past the stages that the rulebook does not have. */
function place(before: Complaint | undefined, event: ComplaintEvent, context: Context): Complaint {
  if (!event.status || event.type === 'Unmerged') return evolve(before, event);
  const tentative = evolve(before, event);
  const status = passThrough(event.status, tentative, context);
  if (status === event.status) return tentative;
  event.status = status;
  return evolve(before, event);
}

type Consequence = (complaint: Complaint, event: ComplaintEvent, context: Context) => Draft[];

function consequences(event: ComplaintEvent): Consequence[] {
  if (event.type === 'DeadlineMissed') return [aged, firstReceiverTold];
  if (clockEvents.includes(event.type)) return [];
  return [restriction, clockDrafts, repeated, told, closing];
}

const aged: Consequence = (complaint, event, context) =>
  event.type === 'DeadlineMissed' ? raisedByAge(complaint, event.clock, event.clauses, context) : [];

const told: Consequence = (complaint, event, context) => raisedByFacts(complaint, factsTold(complaint, event), context);

/** The facts that an event newly tells, for the severity. */
function factsTold(complaint: Complaint, event: ComplaintEvent): Complaint['facts'] {
  switch (event.type) {
    case 'Received':
      return { ...event.facts, people: Math.max(event.people, event.facts.people ?? 0) };
    case 'FactRecorded':
      return event.facts;
    case 'Joined':
      return { people: complaint.people };
    case 'SameMatterCounted':
      return { sameMatter: event.count + 1 };
    case 'FollowedUp':
      return event.again ? { again: true } : {};
    case 'Reopened':
      return { again: true };
    default:
      return {};
  }
}

/** Complained of again after handling: it is taken up again by itself. */
function repeated(complaint: Complaint, event: ComplaintEvent, context: Context): Draft[] {
  if (event.type !== 'FollowedUp' || !event.again || !transitions[complaint.status].includes('planning')) return [];
  const clauses = context.rulebook.observation.clauses;
  return [{ type: 'Reopened', clauses, status: 'planning', reason: event.text ?? 'followed up after handling' }];
}

/** Satisfied at the revisit, settled on the spot, or no revisit in this rulebook. */
function closing(complaint: Complaint, event: ComplaintEvent, context: Context): Draft[] {
  if (ended.includes(complaint.status)) return [];
  const close = (because: Draft<'Closed'>['because']): Draft[] => [
    { type: 'Closed', clauses: event.clauses, status: 'closed', because },
  ];
  if (event.type === 'Settled') return close('settled');
  if (event.type === 'RevisitRecorded' && event.outcome === 'satisfied') return close('satisfied');
  const waits = event.status && complaint.status === 'revisiting';
  if (waits && !isPresent(context.rulebook, 'revisit', complaint, context)) return close('noRevisitStage');
  return [];
}
