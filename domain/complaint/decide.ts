/** Whether a command may be given now, and what comes of it. Pure: the same arguments, the same answer. */
import { endOf, instant, moment } from '../calendar/zone.js';
import { clausesOf, hasCommand, rightTo } from '../rights/right.js';
import { holds } from '../rulebook/condition.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Actor, Person } from './actor.js';
import { contextAfter } from './another-version.js';
import type { Command, Giver } from './command.js';
import { commands } from './commands/index.js';
import { type Context, knownOf } from './context.js';
import { elapse } from './elapse.js';
import type { Draft } from './events.js';
import { blankTexts, inputErrors, isDay, type Shape } from './input.js';
import { record, type Recorded } from './record.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import type { Complaint } from './state.js';
import { isOfAbsentStage, standsAt } from './way.js';

export interface Given {
  command: string;
  input: Record<string, unknown>;
  person: Person;
  /** By value, for `changeRulebook`: people name its version, the house brings it along. */
  rulebook?: Rulebook;
  /** For `merge`: the person sees none of the complaints that go on in this one. */
  membersUnseen?: true;
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
  const found = mayGive(complaint, given, context);
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
  const drafts = command.decide(complaint, input as never, giver, {
    ...context,
    offered: given.rulebook,
    ...(given.membersUnseen ? { membersUnseen: true } : {}),
  });
  return isRefusal(drafts) ? drafts : { drafts, actor: actorOf(giver) };
}

const actorOf = ({ user, role, onBehalfOf }: Giver): Actor => ({ user, role, ...(onBehalfOf ? { onBehalfOf } : {}) });

/** Moments as the organisation's zone writes them, in whatever offset they were said; a day lasts until its 24:00. */
function inZone(shape: Shape, input: Record<string, unknown>, zone: string): Record<string, unknown> {
  const said = Object.entries(input).map(([name, value]) =>
    shape[name]?.kind === 'moment' && typeof value === 'string'
      ? [name, moment(isDay(value) ? endOf(value, zone) : instant(value), zone)]
      : [name, value],
  );
  return Object.fromEntries(said) as Record<string, unknown>;
}

/** Whether a person may give a command now: by right, and as the complaint stands. Without an input: as far as that can be told. */
export function mayGive(
  complaint: Complaint,
  { command: name, person, input }: Pick<Given, 'command' | 'person'> & Partial<Pick<Given, 'input'>>,
  context: Context,
): { command: Command; giver: Giver } | Refusal {
  const { rulebook } = context;
  const command = commands[name];
  const clauses = clausesOf(rulebook, name);
  const when = rulebook.decisions[name]?.when;
  if (!command || !hasCommand(rulebook, command) || (when && !holds(when, knownOf(complaint, context)))) {
    return refuse('not-in-rulebook', clauses, `${rulebook.id} has no step "${name}" for this complaint.`, {
      command: name,
    });
  }
  const giver = rightTo(command, person, { complaint, ...(input ? { input } : {}) }, rulebook);
  if (isRefusal(giver)) return giver;
  if (!standsAt(complaint, context).some((status) => command.from.includes(status))) {
    if (isOfAbsentStage(name, complaint, context)) {
      return refuse('not-in-rulebook', clauses, `${rulebook.id} has no such stage for this complaint.`, {
        command: name,
      });
    }
    return refuse('wrong-status', clauses, `"${name}" is not possible while the complaint is ${complaint.status}.`, {
      command: name,
      status: complaint.status,
    });
  }
  return { command, giver };
}

/** The commands that a person may give now. */
export function allowed(complaint: Complaint, person: Person, context: Context): string[] {
  return Object.keys(commands).filter((command) => !isRefusal(mayGive(complaint, { command, person }, context)));
}
