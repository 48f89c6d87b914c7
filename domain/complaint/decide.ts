/** Whether a command may be given now, and what comes of it. Pure: the same arguments, the same answer. */
import { instant, moment } from '../calendar/zone.js';
import { type Role, type Rulebook, tiers } from '../rulebook/rulebook.js';
import { holds } from '../rulebook/condition.js';
import type { Actor, Person } from './actor.js';
import { contextAfter } from './another-version.js';
import type { Command, Giver } from './command.js';
import { commands } from './commands/index.js';
import { conflicted, isConflicted } from './conflict.js';
import { type Context, knownOf } from './context.js';
import { elapse } from './elapse.js';
import type { Draft } from './events.js';
import { blankTexts, inputErrors, type Shape } from './input.js';
import { record, type Recorded } from './record.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { roleFor } from './rights.js';
import type { Complaint } from './state.js';
import { isOfAbsentStage, standsAt } from './way.js';

export interface Given {
  command: string;
  input: Record<string, unknown>;
  person: Person;
  /** By value, for `changeRulebook`: people name its version, the house brings it along. */
  rulebook?: Rulebook;
}

/** Gives a command: first what time has brought by now, then the command and what of it is late already. A refusal changes nothing. */
export function handle(complaint: Complaint, given: Given, context: Context): Recorded | Refusal {
  const lapsed = elapse(complaint, context);
  const decided = decide(lapsed.complaint, given, context);
  if (isRefusal(decided)) return decided;
  const after = contextAfter(decided.drafts, given.rulebook, context);
  const recorded = record(lapsed.complaint, decided.drafts, decided.actor, after);
  const late = elapse(recorded.complaint, after);
  return { complaint: late.complaint, events: [...lapsed.events, ...recorded.events, ...late.events] };
}

/** What a command would bring, or why it is refused. */
export function decide(
  complaint: Complaint,
  given: Given,
  context: Context,
): { drafts: Draft[]; actor: Actor } | Refusal {
  const found = mayGive(complaint, given.command, given.person, context);
  if (isRefusal(found)) return found;
  const { command, giver } = found;
  const errors = inputErrors(command.input, given.input);
  const [first] = errors;
  if (first)
    return refuse('invalid', giver.clauses, errors.map(({ path, message }) => `${path} ${message}`).join('; '), {
      path: first.path,
    });
  const [blank] = blankTexts(command.input, given.input);
  if (blank)
    return refuse('reason-required', giver.clauses, `Write the ${blank}: it must not be blank.`, { field: blank });
  const input = inZone(command.input, given.input, context.calendar.zone);
  const drafts = command.decide(complaint, input as never, giver, { ...context, offered: given.rulebook });
  return isRefusal(drafts) ? drafts : { drafts, actor: actorOf(giver) };
}

const actorOf = ({ user, role, onBehalfOf }: Giver): Actor => ({ user, role, ...(onBehalfOf ? { onBehalfOf } : {}) });

/** Moments as the organisation's zone writes them, in whatever offset they were said. */
function inZone(shape: Shape, input: Record<string, unknown>, zone: string): Record<string, unknown> {
  const said = Object.entries(input).map(([name, value]) =>
    shape[name]?.kind === 'moment' && typeof value === 'string' ? [name, moment(instant(value), zone)] : [name, value],
  );
  return Object.fromEntries(said) as Record<string, unknown>;
}

/** Whether a person may give a command now, its input aside: as themselves, else for somebody for whom they stand in. */
export function mayGive(
  complaint: Complaint,
  name: string,
  { standsInFor = [], ...self }: Person,
  context: Context,
): { command: Command; giver: Giver } | Refusal {
  const own = givesAs(complaint, name, self, context);
  if (!isRefusal(own) || own.refused === 'recused') return own;
  for (const { user, roles } of standsInFor) {
    const found = givesAs(complaint, name, { user, roles }, context);
    if (isRefusal(found) || isConflicted(complaint, self.user)) continue;
    return { command: found.command, giver: { ...found.giver, user: self.user, onBehalfOf: user } };
  }
  return own;
}

function givesAs(
  complaint: Complaint,
  name: string,
  person: Person,
  context: Context,
): { command: Command; giver: Giver } | Refusal {
  const command = commands[name];
  const decision = context.rulebook.decisions[name];
  const clauses = decision?.clauses ?? context.rulebook.decisions.default?.clauses ?? [];
  if (
    !command ||
    (command.named && !decision) ||
    decision?.never ||
    (decision?.when && !holds(decision.when, knownOf(complaint, context)))
  ) {
    return refuse('not-in-rulebook', clauses, `${context.rulebook.id} has no step "${name}" for this complaint.`, {
      command: name,
    });
  }
  const reserved = command.reserved?.(complaint, context.rulebook);
  const role = roleFor(command, person, reserved?.by ?? decision?.by);
  if (!role) {
    return refuse(
      'forbidden',
      reserved?.clauses ?? clauses,
      `"${name}" is not for the roles ${person.roles.join(', ')}.`,
      {
        command: name,
      },
    );
  }
  if (!command.evenIfConflicted && isConflicted(complaint, person.user)) {
    return conflicted(person.user, context.rulebook);
  }
  if (!standsAt(complaint, context).some((status) => command.from.includes(status))) {
    if (isOfAbsentStage(name, complaint, context)) {
      return refuse('not-in-rulebook', clauses, `${context.rulebook.id} has no such stage for this complaint.`, {
        command: name,
      });
    }
    return refuse('wrong-status', clauses, `"${name}" is not possible while the complaint is ${complaint.status}.`, {
      command: name,
      status: complaint.status,
    });
  }
  if (command.handling && context.rulebook.handUp && isBelow(role, complaint)) {
    return refuse(
      'handed-up',
      context.rulebook.handUp.clauses,
      'The company took this complaint over; it does not go back down.',
    );
  }
  return { command, giver: { user: person.user, role, clauses } };
}

/** The commands that a person may give now. */
export function allowed(complaint: Complaint, person: Person, context: Context): string[] {
  return Object.keys(commands).filter((name) => !isRefusal(mayGive(complaint, name, person, context)));
}

const projectRoles: Role[] = ['reception', 'supervisor'];
const isBelow = (role: Role, complaint: Complaint): boolean =>
  projectRoles.includes(role) && tiers.indexOf(complaint.handledBy) > 0;
