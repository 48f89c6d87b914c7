/** The way of a complaint under its rulebook: a stage that it does not have is passed through. */
import { holds } from '../rulebook/condition.js';
import type { Presence, Rulebook, Stage } from '../rulebook/rulebook.js';
import { type Context, knownOf } from './context.js';
import type { Complaint } from './state.js';
import { ordinaryWay, type Status } from './statuses.js';

/** The stage that a status waits in, and where a complaint goes that has no such stage. */
export const waits: Partial<Record<Status, { stage: Stage; next: Status }>> = {
  accepted: { stage: 'dispatch', next: 'dispatched' },
  dispatched: { stage: 'takeOver', next: 'investigating' },
  investigating: { stage: 'investigate', next: 'planning' },
  planning: { stage: 'plan', next: 'replying' },
  awaitingApproval: { stage: 'approval', next: 'replying' },
  replying: { stage: 'reply', next: 'replied' },
  replied: { stage: 'consent', next: 'carryingOut' },
  carryingOut: { stage: 'carryOut', next: 'verifying' },
  verifying: { stage: 'verify', next: 'revisiting' },
};

/** Where a complaint that is to stand at `status` comes to stand. */
export function passThrough(status: Status, complaint: Complaint, context: Context): Status {
  const wait = waits[status];
  if (!wait || isPresent(context.rulebook, wait.stage, complaint, context)) return status;
  return passThrough(wait.next, complaint, context);
}

/** Whether the rulebook has a stage for this complaint. */
export function isPresent(rulebook: Rulebook, stage: Stage, complaint: Complaint, context: Context): boolean {
  return present(rulebook.stages[stage], complaint, context);
}

export function present(presence: Presence, complaint: Complaint, context: Context): boolean {
  if (presence === 'optional') return true;
  return typeof presence === 'boolean' ? presence : holds(presence, knownOf(complaint, context));
}

/** Where a complaint stands as far as commands go: its status, and those after it that are reached by leaving out optional stages. */
export function standsAt(complaint: Complaint, context: Context): Status[] {
  const at: Status[] = [];
  let status: Status | undefined = complaint.status;
  while (status) {
    at.push(status);
    const wait: { stage: Stage; next: Status } | undefined = waits[status];
    status =
      wait && context.rulebook.stages[wait.stage] === 'optional'
        ? passThrough(wait.next, complaint, context)
        : undefined;
  }
  return at;
}

/** Whether a command belongs to a stage that this complaint never has, or has gone past without having it. */
export function isOfAbsentStage(command: string, complaint: Complaint, context: Context): boolean {
  const stage = stageOf[command];
  if (!stage || isPresent(context.rulebook, stage, complaint, context)) return false;
  const waitsIn = ordinaryWay.find((status) => waits[status]?.stage === stage) ?? 'revisiting';
  return (
    context.rulebook.stages[stage] === false || ordinaryWay.indexOf(complaint.status) > ordinaryWay.indexOf(waitsIn)
  );
}

const stageOf: Record<string, Stage> = {
  dispatch: 'dispatch',
  takeOver: 'takeOver',
  recordFindings: 'investigate',
  approve: 'approval',
  returnPlan: 'approval',
  reply: 'reply',
  agree: 'consent',
  disagree: 'consent',
  complete: 'carryOut',
  verify: 'verify',
  revisit: 'revisit',
  exemptRevisit: 'revisit',
};
